import { createAsync } from "@solidjs/router";
import { type JSX, Show } from "solid-js";
import type { Council } from "../../../server/features/settings/council.schema.ts";
import { Page } from "../../ui/page.tsx";
import { getCouncil } from "../site/council-query.ts";

/** A statement of the site about itself, in running text that knows whose site it is. */
export function TextPage(props: { title: string; lead: string; text: (council: Council) => JSX.Element }) {
  const council = createAsync(() => getCouncil());
  return (
    <Page title={props.title} description={props.lead} crumbs={[]} lead={<p>{props.lead}</p>}>
      <Show when={council()}>{(c) => <div class="prose">{props.text(c())}</div>}</Show>
    </Page>
  );
}
