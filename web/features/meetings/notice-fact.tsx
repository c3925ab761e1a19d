import { For, Show } from "solid-js";
import { useT } from "../../lib/i18n.ts";
import { useLocalized } from "../../lib/localized.ts";
import { usePage } from "../../lib/page-context.tsx";
import { formatInstantDay } from "../../ui/format.ts";
import { Fact } from "./meeting-facts.tsx";
import type { ShownMeeting } from "./meetings-query.ts";

type Notice = NonNullable<ShownMeeting["notice"]>;

/** When the notice was given, whether that was early enough, and how it was computed. */
export function NoticeFact(props: { meeting: ShownMeeting }) {
  const t = useT("meetings");
  const isExpected = () => props.meeting.stage === "planned" && !["event", "ceremony"].includes(props.meeting.kind);
  return (
    <Show
      when={props.meeting.notice}
      fallback={
        <Show when={isExpected()}>
          <Fact name={t("notice")}>
            <span class="tag none">{t("notice_missing")}</span>
          </Fact>
        </Show>
      }
    >
      {(notice) => (
        <Fact name={t("notice")}>
          <Given notice={notice()} />
        </Fact>
      )}
    </Show>
  );
}

function Given(props: { notice: Notice }) {
  const t = useT("meetings");
  const due = useT("due");
  const { locale } = usePage();
  const { say, lang } = useLocalized();
  const given = () => {
    const date = formatInstantDay(props.notice.announcedAt);
    const { daysBefore } = props.notice;
    return daysBefore > 0 ? t("notice_given", { date, count: daysBefore }) : t("notice_same_day", { date });
  };
  return (
    <>
      {given()}
      <Show when={props.notice.rule} fallback={<p class="soft small">{t("notice_without_rule")}</p>}>
        {(rule) => (
          <>
            <div>
              <span class={`tag ${rule().inTime ? "good" : "warn"}`}>
                {t(rule().inTime ? "notice_in_time" : "notice_short")}
              </span>
            </div>
            <Show when={props.notice.shortNoticeReason}>
              {(reason) => (
                <p class="small">
                  <span class="soft">{t("short_notice_reason")}:</span>{" "}
                  <span lang={lang(reason())}>{say(reason())}</span>
                </p>
              )}
            </Show>
            <details class="small">
              <summary>{due("how")}</summary>
              <ol class="computed">
                <For each={rule().steps}>{(step) => <li>{step[locale]}</li>}</For>
              </ol>
              <Show when={rule().isEstimated}>
                <p>{due("estimated")}</p>
              </Show>
            </details>
          </>
        )}
      </Show>
    </>
  );
}
