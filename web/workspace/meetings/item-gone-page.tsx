import { For, Show } from "solid-js";
import type { ItemGoneData } from "../../../server/features/meetings/desk/item-gone.ts";
import { useT } from "../../lib/i18n.ts";
import { Page } from "../ui/page.tsx";
import { MeetingLine } from "./meeting-line.tsx";

/** What was typed about an item that somebody has removed meanwhile. */
export default function ItemGonePage(props: { data: ItemGoneData }) {
  const t = useT("desk");
  const lead = () => [t("item_gone_text"), ...(props.data.lines.length > 0 ? [t("item_gone_kept")] : [])].join(" ");
  return (
    <Page title={t("item_gone")} lead={lead()}>
      <MeetingLine meeting={props.data.meeting} />
      <Show when={props.data.lines.length > 0}>
        <section aria-labelledby="typed">
          <h2 id="typed">{t("item_gone_typed")}</h2>
          <dl class="facts-desk typed-lines">
            <For each={props.data.lines}>
              {({ label, text }) => (
                <>
                  <dt>{label}</dt>
                  <dd>{text}</dd>
                </>
              )}
            </For>
          </dl>
        </section>
      </Show>
    </Page>
  );
}
