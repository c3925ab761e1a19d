import { For, Show } from "solid-js";
import type { DraftAct } from "../../../server/features/draft-acts/draft-acts.schema.ts";
import type { LocalizedText } from "../../../server/locale.shared.ts";
import { useT } from "../../lib/i18n.ts";
import { useLocalized } from "../../lib/localized.ts";
import { usePage } from "../../lib/page-context.tsx";
import { formatDay, localDay } from "../../ui/format.ts";

interface Event {
  day: string;
  label: string;
  path?: string;
  reason?: LocalizedText;
}

/** A meeting that was called off is no part of what happened. */
const takesPlace = ({ meeting }: DraftAct["discussions"][number]) =>
  meeting.stage !== "cancelled" && meeting.stage !== "postponed";

/** What happened to a draft act so far and what is set for it, in the order of the days. */
export function DraftCourse(props: { draftAct: DraftAct }) {
  const t = useT("drafts");
  const matters = useT("matters");
  const meetings = useT("meetings");
  const { locale } = usePage();
  const { say, lang } = useLocalized();
  const events = (): Event[] => {
    const { registeredOn, protocolNumber, periods, corrections, discussions, acts, publishedAt } = props.draftAct;
    const publishedOn = localDay(publishedAt);
    const all: Event[] = [
      {
        day: registeredOn,
        label: protocolNumber ? t("course_protocol", { number: protocolNumber }) : t("course_registered"),
      },
      ...periods.map(({ startsOn, dueOn, endedOn, about }) => ({
        day: startsOn,
        label: t(`course_${about}`, { date: formatDay(endedOn ?? dueOn) }),
      })),
      // A notice that was given elsewhere came before anybody could read the draft here.
      ...(periods.some(({ startsOn }) => startsOn < publishedOn)
        ? [{ day: publishedOn, label: t("course_published") }]
        : []),
      ...corrections.map(({ on, was, became, reason }) => ({
        day: on,
        label: became
          ? t("course_corrected", { was: formatDay(was), became: formatDay(became) })
          : t("course_taken_back", { was: formatDay(was) }),
        reason,
      })),
      ...discussions.filter(takesPlace).map(({ meeting, number }) => ({
        day: meeting.day,
        label: t("course_item", { meeting: meetings(`kind.${meeting.kind}`), body: say(meeting.body), number }),
        path: meeting.url[locale],
      })),
      ...acts.map(({ type, number, adoptedOn, url }) => ({
        day: adoptedOn,
        label: t("act_link", { type: matters(`type.${type}`), number, date: formatDay(adoptedOn) }),
        path: url[locale],
      })),
    ];
    return all.sort((one, other) => one.day.localeCompare(other.day));
  };
  return (
    <section aria-labelledby="course">
      <div class="bar">
        <h2 id="course">{t("course")}</h2>
      </div>
      <ol class="course">
        <For each={events()}>
          {({ day, label, path, reason }) => (
            <li>
              <time datetime={day}>{formatDay(day)}</time>
              <span>
                <Show when={path} fallback={label}>
                  {(to) => <a href={to()}>{label}</a>}
                </Show>
                <Show when={reason}>
                  {(why) => (
                    <>
                      {" "}
                      <span lang={lang(why())}>{say(why())}</span>
                    </>
                  )}
                </Show>
              </span>
            </li>
          )}
        </For>
      </ol>
    </section>
  );
}
