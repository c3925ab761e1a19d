import { createAsync } from "@solidjs/router";
import { For, Show } from "solid-js";
import { NoHydration } from "solid-js/web";
import { elementByCode } from "../../../server/features/elements/catalogue.shared.ts";
import { meetingElement } from "../../../server/features/meetings/meeting-element.shared.ts";
import type { PageMatch } from "../../../server/pages/page-routes.shared.ts";
import { useStructuredData } from "../../lib/head.ts";
import { useT } from "../../lib/i18n.ts";
import { useLocalized } from "../../lib/localized.ts";
import { usePage } from "../../lib/page-context.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { FileList } from "../../ui/file-list.tsx";
import { formatDay, formatTime } from "../../ui/format.ts";
import { OnlyAlbanian } from "../../ui/only-albanian.tsx";
import { Page } from "../../ui/page.tsx";
import { Prose } from "../../ui/prose.tsx";
import { crumbsTo } from "../elements/element-crumbs.ts";
import NotFoundPage from "../errors/not-found-page.tsx";
import { AgendaItem } from "./agenda-item.tsx";
import { Attendance } from "./attendance.tsx";
import { Changes } from "./changes.tsx";
import { MeetingFacts } from "./meeting-facts.tsx";
import { getMeeting, type ShownMeeting } from "./meetings-query.ts";
import { NearMeetings, WhatBecameOfIt } from "./other-meetings.tsx";
import { StageTag } from "./stage-tag.tsx";
import { useWhen } from "./when.ts";

/**
 * One meeting of any body: when and where, its papers, what was decided and who voted how, and what changed since the notice.
 * Its agenda never changes once it stands, so the browser takes it as it came; another meeting is drawn as a whole.
 */
export default function MeetingPage(props: { match: PageMatch }) {
  const { locale } = usePage();
  const answer = createAsync(() => getMeeting(props.match.slug!, locale));
  return (
    <>
      <Show when={answer()} keyed>
        {(meeting) => <Sitting meeting={meeting} />}
      </Show>
      <Show when={answer() === null}>
        <NotFoundPage />
      </Show>
    </>
  );
}

const statuses = { cancelled: "EventCancelled", postponed: "EventPostponed" } as const;

function Sitting(props: { meeting: ShownMeeting }) {
  const t = useT("meetings");
  const { locale } = usePage();
  const { say, lang } = useLocalized();
  const when = useWhen();
  const meeting = () => props.meeting;
  const element = () => elementByCode(meetingElement(meeting().kind, meeting().body.kind));
  const name = () => {
    const { title } = meeting();
    return title ? say(title) : t("title_dated", { name: say(meeting().name), date: formatDay(meeting().day) });
  };
  const tab = () => {
    const { title, day, slug, startsAt } = meeting();
    if (title) return t("title_dated", { name: name(), date: formatDay(day) });
    // The second of a body on one day is told by its hour.
    return /-\d+$/.test(slug) ? t("title_dated", { name: name(), date: formatTime(startsAt) }) : name();
  };
  const minutes = () => meeting().papers.filter(({ role }) => role === "minutes");
  const papers = () => meeting().papers.filter(({ role }) => role !== "minutes");
  const hasAgenda = () => meeting().agenda.length > 0;
  const isWithoutAgenda = () => ["event", "ceremony", "hearing", "consultation"].includes(meeting().kind);
  if (import.meta.env.SSR)
    useStructuredData((address) => ({
      "@type": "Event",
      name: name(),
      startDate: meeting().startsAt,
      endDate: meeting().endsAt ?? undefined,
      eventStatus: `https://schema.org/${statuses[meeting().stage as "cancelled"] ?? "EventScheduled"}`,
      eventAttendanceMode: `https://schema.org/${meeting().onlineUrl ? "Mixed" : "Offline"}EventAttendanceMode`,
      location: [
        meeting().place && { "@type": "Place", name: say(meeting().place), address: say(meeting().place) },
        meeting().onlineUrl && { "@type": "VirtualLocation", url: meeting().onlineUrl },
      ].filter(Boolean),
      organizer: { "@type": "GovernmentOrganization", name: say(meeting().body.name) },
      isAccessibleForFree: true,
      inLanguage: locale,
      url: address(meeting().url[locale]),
    }));
  return (
    <Page
      title={name()}
      tab={tab()}
      titleLang={lang(meeting().title)}
      description={`${name()}: ${when(meeting())}.`}
      crumbs={crumbsTo(element(), locale)}
      kicker={
        <>
          <Show when={meeting().title}>{t(`kind.${meeting().kind}`)} · </Show>
          <StageTag stage={meeting().stage} />
        </>
      }
      lead={
        <p>
          {when(meeting())}
          <Show when={meeting().place}>
            {(place) => (
              <>
                <br />
                <span lang={lang(place())}>{say(place())}</span>
              </>
            )}
          </Show>
        </p>
      }
      class="paper"
    >
      <OnlyAlbanian texts={[meeting().description, ...meeting().agenda.map(({ title }) => title)]} />
      <WhatBecameOfIt meeting={meeting()} />
      <div class="split">
        <MeetingFacts meeting={meeting()} />
        <div class="stack">
          <Show when={meeting().stage === "planned" && !isWithoutAgenda()}>
            <p class="note">{t("notice_missing_text")}</p>
          </Show>
          <Show when={meeting().description}>{(description) => <Prose text={description()} />}</Show>
          <Show when={minutes().length > 0}>
            <section aria-labelledby="minutes">
              <div class="bar">
                <h2 id="minutes">{t("role.minutes")}</h2>
              </div>
              <FileList documents={minutes()} />
            </section>
          </Show>
          <Show when={meeting().notice?.text}>
            {(text) => (
              <section aria-labelledby="notice">
                <div class="bar">
                  <h2 id="notice">{t("notice")}</h2>
                </div>
                <Prose text={text()} isBelowHeading />
              </section>
            )}
          </Show>
          <Show when={hasAgenda() || !isWithoutAgenda()}>
            <section aria-labelledby="agenda">
              <div class="bar">
                <h2 id="agenda">{t("agenda")}</h2>
                <Show when={hasAgenda()}>
                  <span>{t("items", { count: meeting().agenda.length })}</span>
                </Show>
              </div>
              <Show
                when={hasAgenda()}
                fallback={
                  <EmptyState title={t("agenda_empty")} rank="h3">
                    <p>{t("agenda_empty_text")}</p>
                  </EmptyState>
                }
              >
                <ol class="agenda">
                  <NoHydration>
                    <For each={meeting().agenda}>
                      {(item) => <AgendaItem item={item} names={meeting().names} rules={meeting().rules} />}
                    </For>
                  </NoHydration>
                </ol>
              </Show>
            </section>
          </Show>
          <Show when={papers().length > 0}>
            <section aria-labelledby="papers">
              <div class="bar">
                <h2 id="papers">{t("papers")}</h2>
              </div>
              <FileList documents={papers()} />
            </section>
          </Show>
          <Show when={meeting().attendance.length > 0}>
            <Attendance meeting={meeting()} />
          </Show>
          <Show when={meeting().notice && (meeting().changes.length > 0 || !(meeting().stage in statuses))}>
            <Changes changes={meeting().changes} />
          </Show>
        </div>
      </div>
      <NearMeetings meeting={meeting()} />
    </Page>
  );
}
