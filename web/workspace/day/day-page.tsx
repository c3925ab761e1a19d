import { For, Show } from "solid-js";
import type { LocalizedText } from "../../../server/locale.shared.ts";
import { useT } from "../../lib/i18n.ts";
import { useLocalized } from "../../lib/localized.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { formatInstantDay, formatTime } from "../../ui/format.ts";
import { Page } from "../ui/page.tsx";
import { useWorkspace } from "../workspace.tsx";

interface DayData {
  today: string;
  meetings: readonly {
    url: { sq: string; en: string } | null;
    body: LocalizedText;
    title: LocalizedText | null;
    startsAt: string;
    hasNotice: boolean;
  }[];
}

export default function DayPage(props: { data: DayData }) {
  const t = useT("day");
  const { page } = useWorkspace();
  const { say } = useLocalized();
  return (
    <Page title={t("title")} wide done={{ welcome: t("done_welcome") }}>
      <section aria-labelledby="coming">
        <div class="bar">
          <h2 id="coming">{t("coming")}</h2>
        </div>
        <Show when={props.data.meetings.length > 0} fallback={<EmptyState title={t("no_meetings")} rank="h3" />}>
          <ul class="due-list">
            <For each={props.data.meetings}>
              {(meeting) => (
                <li>
                  <time datetime={meeting.startsAt}>
                    {formatInstantDay(meeting.startsAt)}, {t("at", { time: formatTime(meeting.startsAt) })}
                  </time>
                  <Show when={meeting.url} fallback={<span>{say(meeting.title ?? meeting.body)}</span>}>
                    {(url) => <a href={url()[page.locale]}>{say(meeting.title ?? meeting.body)}</a>}
                  </Show>
                  <span class="tag" classList={{ good: meeting.hasNotice, warn: !meeting.hasNotice }}>
                    {meeting.hasNotice ? t("with_notice") : t("without_notice")}
                  </span>
                </li>
              )}
            </For>
          </ul>
        </Show>
      </section>
    </Page>
  );
}
