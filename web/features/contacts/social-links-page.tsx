import { createAsync } from "@solidjs/router";
import { For, Show } from "solid-js";
import { elementByCode } from "../../../server/features/elements/catalogue.shared.ts";
import { ElementPage, useElement } from "../elements/element-frame.tsx";
import { Procedure } from "../elements/procedure.tsx";
import { getProcedure } from "../elements/procedure-query.ts";

/** The Council's official accounts, so that they can be told from others. */
export default function SocialLinksPage() {
  const element = elementByCode("V.1.4");
  const description = useElement(() => element.code);
  const page = createAsync(() => getProcedure(element.code));
  return (
    <Show when={page() !== undefined}>
      <ElementPage
        element={element}
        description={description()}
        isFilled={page() !== null}
        lead={page()?.content?.lead}
        isProcedure={Boolean(page()?.content)}
      >
        <Show when={page()?.social}>
          {(accounts) => (
            <ul class="ask accounts">
              <For each={accounts()}>
                {({ network, url }) => (
                  <li>
                    <a href={url} rel="me">
                      <b>{network}</b>
                      <span>{url.replace(/^https:\/\//, "")}</span>
                    </a>
                  </li>
                )}
              </For>
            </ul>
          )}
        </Show>
        <Show when={page()?.content}>{(content) => <Procedure page={page()!} content={content()} />}</Show>
      </ElementPage>
    </Show>
  );
}
