import { For, Show } from "solid-js";
import type { Body, MeetingRef } from "../../../server/features/bodies/body.schema.ts";
import { elementByCode } from "../../../server/features/elements/catalogue.shared.ts";
import { useT } from "../../lib/i18n.ts";
import { useLocalized } from "../../lib/localized.ts";
import { usePage } from "../../lib/page-context.tsx";
import { formatInstantDay, formatTime } from "../../ui/format.ts";

/** What a body has before it and behind it. */
export function BodyMeetings(props: { body: Body }) {
  const t = useT("people");
  const { locale } = usePage();
  const calendar = elementByCode("I.3.2").path[locale];
  const isEmpty = () => props.body.meetings.next.length + props.body.meetings.last.length === 0;
  return (
    <section aria-labelledby="meetings">
      <div class="bar">
        <h2 id="meetings">{t("meetings")}</h2>
        <Show when={!isEmpty()}>
          <a href={`${calendar}?body=${props.body.slug}`}>{t("calendar_link")}</a>
        </Show>
      </div>
      <Show when={!isEmpty()} fallback={<p class="unknown">{t("no_meetings")}</p>}>
        <Show when={props.body.meetings.next.length > 0}>
          <h3 class="group-title">{t("meetings_next")}</h3>
          <MeetingLines meetings={props.body.meetings.next} />
        </Show>
        <Show when={props.body.meetings.last.length > 0}>
          <h3 class="group-title">{t("meetings_last")}</h3>
          <MeetingLines meetings={props.body.meetings.last} />
        </Show>
      </Show>
    </section>
  );
}

const isOff = (stage: MeetingRef["stage"]) => stage === "cancelled" || stage === "postponed";

function MeetingLines(props: { meetings: readonly MeetingRef[] }) {
  const t = useT("people");
  const { locale } = usePage();
  const { say, lang } = useLocalized();
  return (
    <ul class="lines-list">
      <For each={props.meetings}>
        {({ url, title, startsAt, stage }) => (
          <li>
            <a link href={url[locale]}>
              <time datetime={startsAt}>
                {`${formatInstantDay(startsAt)}, ${t("at_time", { time: formatTime(startsAt) })}`}
              </time>
            </a>
            {": "}
            <span lang={lang(title)}>{say(title)}</span>{" "}
            <Show when={isOff(stage)}>
              <span class="tag bad">{t(`stage.${stage as "cancelled"}`)}</span>
            </Show>
          </li>
        )}
      </For>
    </ul>
  );
}
