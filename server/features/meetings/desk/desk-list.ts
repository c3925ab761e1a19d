import { aPage, aSlug, aYear, likeWords, oneOf, readQuery, typedText } from "../../../http/list-query.ts";
import { dayIn } from "../../../local-time.ts";
import type { Shown, WorkspaceContext } from "../../../workspace/scope.ts";
import { findReckoning, type Reckoning } from "../../deadlines/deadlines.queries.ts";
import { stageChoices } from "../meeting-choices.ts";
import { noSuchPage } from "../meetings.errors.ts";
import { meetingStages } from "../meetings.shared.ts";
import { noticeOf } from "../notice.ts";
import { type DeskMeeting, findBodies, findChosen, findUnfinished, findYears, perPage } from "./desk.queries.ts";
import { headOf, rightsOf } from "./desk-meeting.ts";

const listShape = { q: typedText, body: aSlug, year: aYear, stage: oneOf(meetingStages), page: aPage };

/** What a meeting waits for; `null` where there is nothing to do for it today. */
function waitsFor(meeting: DeskMeeting, today: string, reckoning: Reckoning) {
  const { stage, day, kind } = meeting;
  if (stage === "closed") return { what: "minutes" as const, until: null, isLate: false };
  if (stage === "open") return { what: "closing" as const, until: null, isLate: day < today };
  if (day < today) return { what: "outcome" as const, until: null, isLate: true };
  if (stage !== "planned" || kind === "event" || kind === "ceremony") return null;
  const notice = noticeOf(meeting, today, reckoning);
  return { what: "notice" as const, until: notice?.dueOn ?? null, isLate: notice !== null && !notice.inTime };
}

const urgency = ["closing", "notice", "outcome", "minutes"];

/** Everything on the desk: what waits, what is ahead, and all meetings by what is asked for. */
export async function listPage(c: WorkspaceContext): Promise<Shown> {
  const { db, locale, now } = c.var;
  const { q, page, ...asked } = readQuery(listShape, new URL(c.req.url).searchParams, ["done"]);
  const today = dayIn(now);
  const data = await db.read(async (tx) => {
    const [unfinished, reckoning, chosen, years, bodies] = await Promise.all([
      findUnfinished(tx),
      findReckoning(tx),
      findChosen(tx, { ...asked, words: likeWords(q) }, page ?? 1),
      findYears(tx),
      findBodies(tx, "1900-01-01"),
    ]);
    const pages = Math.max(1, Math.ceil(chosen.total / perPage));
    if ((page ?? 1) > pages) throw noSuchPage(pages);
    return {
      rights: rightsOf(c),
      today,
      // Minutes can wait for a day; a notice cannot.
      waiting: unfinished
        .flatMap((meeting) => {
          const waits = waitsFor(meeting, today, reckoning);
          return waits ? [{ ...headOf(meeting, c.var), waits }] : [];
        })
        .toSorted((one, other) => urgency.indexOf(one.waits.what) - urgency.indexOf(other.waits.what)),
      ahead: unfinished
        .filter(({ day, stage }) => day >= today && stage !== "closed")
        .map((meeting) => headOf(meeting, c.var)),
      found: chosen.rows.map((meeting) => headOf(meeting, c.var)),
      ...{ total: chosen.total, page: page ?? 1, pages, years },
      bodies: bodies.map(({ slug, name }) => ({ slug, name })),
      stages: stageChoices.map(({ value, label }) => ({ value, label: label[locale] })),
      asked: { ...asked, q },
    };
  });
  return { view: "meetings/meetings-page", data };
}
