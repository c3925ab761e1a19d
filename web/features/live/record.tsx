import { For, Show } from "solid-js";
import type { LiveFrame } from "../../../server/features/following/following.schema.ts";
import { useT } from "../../lib/i18n.ts";
import { usePage } from "../../lib/page-context.tsx";
import { formatSize } from "../../ui/format.ts";

const kindOf = (fileName: string) => fileName.slice(fileName.lastIndexOf(".") + 1).toUpperCase();

/** What can be watched and read once the meeting is over. */
export function Record(props: { record: LiveFrame["record"] }) {
  const t = useT("following");
  const { locale } = usePage();
  return (
    <Show when={props.record.recordingUrl || props.record.minutes.length > 0}>
      <nav class="live-record" aria-label={t("record")}>
        <Show when={props.record.recordingUrl}>
          {(url) => (
            <a class="button" href={url()[locale]}>
              {t("record_watch")}
            </a>
          )}
        </Show>
        <For each={props.record.minutes}>
          {({ url, fileName, size }) => (
            <a href={url}>{t("record_minutes", { kind: kindOf(fileName), size: formatSize(size, locale) })}</a>
          )}
        </For>
      </nav>
    </Show>
  );
}
