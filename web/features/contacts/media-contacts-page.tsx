import { createAsync } from "@solidjs/router";
import { Show } from "solid-js";
import { elementByCode } from "../../../server/features/elements/catalogue.shared.ts";
import { useT } from "../../lib/i18n.ts";
import { useLocalized } from "../../lib/localized.ts";
import { ElementPage, useElement } from "../elements/element-frame.tsx";
import { Procedure } from "../elements/procedure.tsx";
import { getProcedure } from "../elements/procedure-query.ts";
import { PersonCard } from "./person-card.tsx";

/** Whom journalists turn to, and how they are accredited. */
export default function MediaContactsPage() {
  const t = useT("elements");
  const { say, lang } = useLocalized();
  const element = elementByCode("V.1.6");
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
        <Show when={page()?.media}>
          {(media) => (
            <div class="two">
              <PersonCard person={media()} unknown="" />
              <Show when={media().accreditation}>
                {(text) => (
                  <div>
                    <h2>{t("accreditation")}</h2>
                    <p lang={lang(text())}>{say(text())}</p>
                  </div>
                )}
              </Show>
            </div>
          )}
        </Show>
        <Show when={page()?.content}>{(content) => <Procedure page={page()!} content={content()} />}</Show>
      </ElementPage>
    </Show>
  );
}
