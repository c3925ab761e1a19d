import { For, Show } from "solid-js";
import { useT } from "../../lib/i18n.ts";
import { useLocalized } from "../../lib/localized.ts";
import { usePage } from "../../lib/page-context.tsx";
import { DateBlock } from "../../ui/date-block.tsx";
import { formatDay } from "../../ui/format.ts";
import { InAlbanian } from "../../ui/only-albanian.tsx";
import { Photo } from "../../ui/photo.tsx";
import { Prose } from "../../ui/prose.tsx";
import type { ShownMeeting } from "./calendar-query.ts";
import { useMeetingTitle } from "./meeting-title.ts";
import { useStageTag } from "./stage-tag.tsx";

/** Meetings one below the other, each with its day, hour, place, and the way to follow it. */
export function MeetingList(props: { meetings: readonly ShownMeeting[]; today: string }) {
  return (
    <ul class="dated">
      <For each={props.meetings}>
        {(meeting) => (
          <li>
            <DateBlock date={meeting.day} />
            <Row meeting={meeting} today={props.today} />
          </li>
        )}
      </For>
    </ul>
  );
}

function Row(props: { meeting: ShownMeeting; today: string }) {
  const t = useT("calendar");
  const { locale } = usePage();
  const { say, lang } = useLocalized();
  const { titleOf, langOf } = useMeetingTitle();
  const kinds = useT("meetings");
  const stageTag = useStageTag();
  const isOff = () => props.meeting.stage === "cancelled" || props.meeting.stage === "postponed";
  // That an agenda is missing matters before the meeting.
  const tells = () => {
    const { items = 0, documents = 0 } = props.meeting.papers ?? {};
    return items + documents > 0 || (props.meeting.day >= props.today && !isOff());
  };
  const hours = () => {
    const { time, until } = props.meeting;
    return until ? t("from_until", { from: time, until }) : t("at", { time });
  };
  return (
    <div>
      <h3 lang={langOf(props.meeting)}>
        <a link class="quiet" href={props.meeting.url[locale]}>
          {titleOf(props.meeting)}
        </a>
      </h3>
      <p class="stamp">
        <b>{hours()}</b>
        <Show when={props.meeting.title}>
          <span>{kinds(`kind.${props.meeting.kind}`)}</span>
        </Show>
        <span lang={lang(props.meeting.body.name)}>{say(props.meeting.body.name)}</span>
        <Show when={props.meeting.place}>{(place) => <span lang={lang(place())}>{say(place())}</span>}</Show>
        <Show when={props.meeting.isClosed}>
          <span>{t("closed")}</span>
        </Show>
        {stageTag(props.meeting, props.today)}
        <InAlbanian texts={[props.meeting.title, props.meeting.description]} />
      </p>
      <Show when={props.meeting.stageReason}>
        {(reason) => (
          <p lang={lang(reason())}>
            {say(reason())}
            <Show when={props.meeting.postponedTo}>
              {(next) => (
                <>
                  {" "}
                  <a link href={next().url[locale]}>
                    {t("new_date", { date: formatDay(next().day) })}
                  </a>
                </>
              )}
            </Show>
          </p>
        )}
      </Show>
      <Show when={tells() && props.meeting.papers}>
        {(papers) => (
          <p class="stamp">
            <Show
              when={papers().items > 0}
              fallback={props.meeting.day >= props.today && <span>{t("no_agenda")}</span>}
            >
              <span>{t("items", { count: papers().items })}</span>
            </Show>
            <Show when={papers().documents > 0}>
              <a href={`${props.meeting.url[locale]}.zip`}>{t("documents", { count: papers().documents })}</a>
            </Show>
          </p>
        )}
      </Show>
      <Show when={props.meeting.day >= props.today && !isOff() && props.meeting.onlineUrl}>
        {(url) => (
          <p>
            <a href={url()} rel="external">
              {t("online")}
            </a>
          </p>
        )}
      </Show>
      <Show when={props.meeting.description}>{(description) => <Prose text={description()} />}</Show>
      <Show when={props.meeting.album}>
        {(album) => (
          <p class="album-link">
            <Photo photo={album().cover} sizes="9rem" />
            <a link href={album().url[locale]}>
              {t("photos", { count: album().count })}
            </a>
          </p>
        )}
      </Show>
    </div>
  );
}
