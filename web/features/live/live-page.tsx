import { createAsync } from "@solidjs/router";
import { createSignal, onCleanup, onMount, Show } from "solid-js";
import { elementByCode } from "../../../server/features/elements/catalogue.shared.ts";
import type { LiveMeeting } from "../../../server/features/following/following.schema.ts";
import type { PageMatch } from "../../../server/pages/page-routes.shared.ts";
import { useT } from "../../lib/i18n.ts";
import { useLocalized } from "../../lib/localized.ts";
import { usePage } from "../../lib/page-context.tsx";
import { formatDay, formatTime, formatWeekday } from "../../ui/format.ts";
import { OnlyAlbanian } from "../../ui/only-albanian.tsx";
import { Page } from "../../ui/page.tsx";
import { crumbsTo } from "../elements/element-crumbs.ts";
import NotFoundPage from "../errors/not-found-page.tsx";
import { useAnnouncement } from "./announcements.ts";
import { AsData } from "./as-data.tsx";
import { CurrentItem } from "./current-item.tsx";
import { DecidedList } from "./decided-list.tsx";
import { type Connection, follow } from "./follow.ts";
import { getLive } from "./live-query.ts";
import { PhaseTag } from "./phase-tag.tsx";
import { Presence } from "./presence.tsx";
import { Progress } from "./progress.tsx";
import { Record } from "./record.tsx";
import { createWishes } from "./tell-me.ts";
import { Video } from "./video.tsx";
import { VotePanel } from "./vote-panel.tsx";

/** A meeting while it sits. The server draws how it stands; from then on the page is told of each step. */
export default function LivePage(props: { match: PageMatch }) {
  const start = createAsync(() => getLive(props.match.slug!));
  return (
    <>
      <Show when={start()} keyed>
        {(meeting) => <Followed start={meeting} />}
      </Show>
      <Show when={start() === null}>
        <NotFoundPage />
      </Show>
    </>
  );
}

function Followed(props: { start: LiveMeeting }) {
  const t = useT("following");
  const { locale } = usePage();
  const { say, lang } = useLocalized();
  const [live, setLive] = createSignal(props.start);
  const [connection, setConnection] = createSignal<Connection>("following");
  const [told, setTold] = createSignal("");
  const frame = () => live().meeting;
  const now = () => live().now;
  const announcementOf = useAnnouncement();
  const wishes = createWishes(props.start.meeting.id);

  const take = (next: LiveMeeting) => {
    const before = live();
    setLive(next);
    const said = announcementOf(before, next);
    if (said) setTold(said);
    const item = next.now.current !== before.now.current && frame().items.find(({ id }) => id === next.now.current);
    if (item) wishes.began(item.id, t("tell_now", { number: item.number }), say(item.title));
  };
  onMount(() => {
    const { phase } = now();
    if (phase === "closed" || phase === "called_off") return;
    onCleanup(follow(live(), { onMeeting: take, onConnection: setConnection }));
  });

  const name = () => t("title_dated", { name: say(frame().name), date: formatDay(frame().day) });
  const when = () => {
    const { phase, openedAt, closedAt } = now();
    if (phase === "closed" && openedAt && closedAt)
      return t("lasted", { from: formatTime(openedAt), to: formatTime(closedAt) });
    if (openedAt) return t("since", { time: formatTime(openedAt) });
    const { day, startsAt } = frame();
    return t("starts", { weekday: formatWeekday(day, locale), date: formatDay(day), time: formatTime(startsAt) });
  };
  return (
    <Page
      title={name()}
      titleLang={lang(frame().name)}
      description={t("description", { name: name() })}
      crumbs={crumbsTo(elementByCode("I.3.5"), locale)}
      kicker={<PhaseTag phase={now().phase} />}
      lead={
        <p>
          {when()}
          <Show when={frame().place}>
            {(place) => (
              <>
                {" · "}
                <span lang={lang(place())}>{say(place())}</span>
              </>
            )}
          </Show>
        </p>
      }
      class="live-page"
    >
      <p class="hidden-visually" role="status" aria-live="polite">
        {told()}
      </p>
      <OnlyAlbanian texts={frame().items.map(({ title }) => title)} />
      <ConnectionNote connection={connection()} />
      <noscript>
        <p class="note">
          {t("no_script")} <a href={frame().url[locale]}>{t("reload")}</a>
        </p>
      </noscript>
      <Record record={frame().record} />
      <div class="live">
        <div class="live-main">
          {/* What can be watched anew takes the place of what is sent no more. */}
          <Show when={frame().record.recordingUrl ? null : frame().stream}>
            {(stream) => <Video stream={stream()} />}
          </Show>
          <CurrentItem live={live()} />
          <VotePanel live={live()} />
        </div>
        <div class="live-side">
          <Presence live={live()} />
          <Progress live={live()} wishes={wishes} />
        </div>
        <DecidedList live={live()} />
      </div>
      <AsData live={live()} />
      <p class="live-more">
        <a link href={frame().meetingUrl[locale]}>
          {t("whole_meeting")}
        </a>
      </p>
    </Page>
  );
}

function ConnectionNote(props: { connection: Connection }) {
  const t = useT("following");
  const text = () => {
    if (props.connection === "lost") return t("lost");
    if (props.connection === "gone") return t("gone");
    return props.connection === "polling" ? t("polled") : undefined;
  };
  return (
    <Show when={text()}>
      <p class="note" role="status">
        {text()}
      </p>
    </Show>
  );
}
