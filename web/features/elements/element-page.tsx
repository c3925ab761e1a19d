import { createAsync } from "@solidjs/router";
import { Show } from "solid-js";
import { elementByCode } from "../../../server/features/elements/catalogue.shared.ts";
import type { PageMatch } from "../../../server/pages/page-routes.shared.ts";
import { ElementPage as ElementFrame, useElement } from "./element-frame.tsx";
import { Procedure } from "./procedure.tsx";
import { getProcedure } from "./procedure-query.ts";

/** An element without a feature of its own: the procedure that was written for it, or what will stand here. */
export default function ElementPage(props: { match: PageMatch }) {
  const element = () => elementByCode(props.match.code as never);
  const hasProcedure = () => element().kind === "page" || element().kind === "form";
  const description = useElement(() => element().code);
  const page = createAsync(async () => (hasProcedure() ? await getProcedure(element().code) : null));
  return (
    <Show when={page() !== undefined}>
      <ElementFrame
        element={element()}
        description={description()}
        isFilled={Boolean(page()?.content)}
        lead={page()?.content?.lead}
        isProcedure={Boolean(page()?.content)}
      >
        <Show when={page()?.content}>{(content) => <Procedure page={page()!} content={content()} />}</Show>
      </ElementFrame>
    </Show>
  );
}
