import { For, Show } from "solid-js";
import type { PreviewRefusedData } from "../../../server/features/editing/editing.view.ts";
import { useT } from "../../lib/i18n.ts";
import { Page } from "../ui/page.tsx";

/** Beside the form that goes on: what it needs before there is something to show. */
export default function PreviewRefusedPage(props: { data: PreviewRefusedData }) {
  const t = useT("editing");
  const { sentence, fields } = props.data;
  return (
    <Page title={t("preview_not_yet")} lead={sentence ?? t("preview_needs")}>
      <Show when={fields.length > 0}>
        <ul>
          <For each={fields}>
            {({ label, message }) => (
              <li>
                <b>{label}</b>: {message}
              </li>
            )}
          </For>
        </ul>
      </Show>
      <p>{t("preview_text_stands")}</p>
    </Page>
  );
}
