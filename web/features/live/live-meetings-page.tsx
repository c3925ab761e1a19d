import { createAsync } from "@solidjs/router";
import { For, Show } from "solid-js";
import { elementByCode } from "../../../server/features/elements/catalogue.shared.ts";
import type { Watched } from "../../../server/features/following/following.schema.ts";
import { useOrigin } from "../../lib/head.ts";
import { useT } from "../../lib/i18n.ts";
import { useLocalized } from "../../lib/localized.ts";
import { usePage } from "../../lib/page-context.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { formatInstantDay, formatTime, formatWeekday, localDay } from "../../ui/format.ts";
import { ElementPage, useElement } from "../elements/element-frame.tsx";
import { getWatch } from "./live-query.ts";
import { PhaseTag } from "./phase-tag.tsx";

/** The meetings that can be followed now. */
export default function LiveMeetingsPage() {
  const t = useT("following");
  const { locale } = usePage();
  const origin = useOrigin();
  const description = useElement(() => "I.3.5");
  // Not written where it is shown: what stands between the gaps of a text in place is taken for markup there.
  const snippet = () =>
    `<iframe src="${origin()}${locale === "sq" ? "" : "/en"}/embed/live" width="100%" height="220" title="${t("follow")}"></iframe>`;
  const watch = createAsync(() => getWatch());
  return (
    <Show when={watch()}>
      {(found) => (
        <ElementPage element={elementByCode("I.3.5")} description={description()} isFilled>
          <Show
            when={found().meetings.length > 0}
            fallback={
              <EmptyState title={t("list_none")} rank="h2">
                <p>{t("list_none_text")}</p>
              </EmptyState>
            }
          >
            <ul class="live-list">
              <For each={found().meetings}>{(meeting) => <MeetingCard meeting={meeting} />}</For>
            </ul>
          </Show>
          <Show when={found().next}>{(next) => <NextMeeting meeting={next()} />}</Show>
          <details class="live-embed">
            <summary>{t("embed")}</summary>
            <p>{t("embed_text")}</p>
            <pre>
              <code>{snippet()}</code>
            </pre>
          </details>
        </ElementPage>
      )}
    </Show>
  );
}

/** What comes next, and where it will be followed. */
function NextMeeting(props: { meeting: Watched }) {
  const t = useT("following");
  const { locale } = usePage();
  const { say, lang } = useLocalized();
  const when = () => {
    const { startsAt } = props.meeting;
    const weekday = formatWeekday(localDay(startsAt), locale);
    return t("starts", { weekday, date: formatInstantDay(startsAt), time: formatTime(startsAt) });
  };
  return (
    <p class="live-next">
      <b>{t("next")}</b>{" "}
      <a href={props.meeting.url[locale]} lang={lang(props.meeting.name)}>
        {say(props.meeting.name)}
      </a>{" "}
      <span>{when()}</span>
    </p>
  );
}

function MeetingCard(props: { meeting: Watched }) {
  const t = useT("following");
  const { locale } = usePage();
  const { say, lang } = useLocalized();
  return (
    <li class="live-card">
      <p class="stamp">
        <PhaseTag phase={props.meeting.phase} />
        <span>{formatTime(props.meeting.startsAt)}</span>
      </p>
      <h2 lang={lang(props.meeting.name)}>{say(props.meeting.name)}</h2>
      <Show when={props.meeting.current}>
        {(item) => (
          <p>
            <span class="soft">{t("now")}:</span> <b>{item().number}.</b>{" "}
            <span lang={lang(item().title)}>{say(item().title)}</span>
          </p>
        )}
      </Show>
      <p class="actions">
        <a class="button" href={props.meeting.url[locale]}>
          {t("follow")}
        </a>
      </p>
    </li>
  );
}
