import type {
  AgendaItemView,
  Meeting,
  MeetingDocument,
  MeetingList,
  PersonLink,
  VoteView,
} from "../../../server/features/meetings/meeting-view.schema.ts";
import type { Choice, Majority } from "../../../server/features/meetings/meetings.shared.ts";
import type { Problem } from "../../../server/http/problem.schema.ts";
import type { Locale } from "../../../server/locale.shared.ts";
import { body, meetingsApi, pageQuery } from "../../lib/api.ts";

export interface ListAnswer {
  list?: MeetingList;
  problem?: Problem;
}

const refusals = [400, 404, 422];

/** A page of meetings, or why it was refused. `query` has known names only. */
export const getMeetings = pageQuery(async (bodies: string, query: string): Promise<ListAnswer> => {
  const answer = await meetingsApi.index.$get({
    query: { bodies, ...Object.fromEntries(new URLSearchParams(query)) },
  } as never);
  if (refusals.includes(answer.status)) return { problem: (await answer.json()) as unknown as Problem };
  return { list: (await body(answer))! };
}, "meetings");

/** Who is named on the page, once: the name and the address of the page. */
export type Names = readonly (readonly [name: string, path: string | null])[];
/** Of each way of voting, who voted so: places in `names`. */
export type Roll = Partial<Record<Choice, number[]>>;
export type ShownVote = Omit<VoteView, "ballots" | "id" | "heldAt" | "rule"> & { roll: Roll };
export type Rules = Partial<Record<Majority, VoteView["rule"]>>;
export type ShownPaper = Pick<
  MeetingDocument,
  "title" | "language" | "fileName" | "size" | "version" | "url" | "role"
> & {
  /** When it came, if that was after the notice. */
  lateSince: string | null;
};
export type ShownItem = Omit<AgendaItemView, "votes" | "documents" | "id"> & {
  votes: ShownVote[];
  documents: ShownPaper[];
};
export type ShownMeeting = Omit<Meeting, "agenda" | "attendance"> & {
  names: Names;
  rules: Rules;
  agenda: ShownItem[];
  attendance: (Omit<Meeting["attendance"][number], "person"> & { person: number })[];
};

/** An agenda's papers are a line each; their sums and earlier versions are told elsewhere. */
const paper = (document: MeetingDocument): ShownPaper => {
  const { title, language, fileName, size, version, url, role, isLate, addedAt } = document;
  return { title, language, fileName, size, version, url, role, lateSince: isLate ? addedAt : null };
};

/** How it was computed is told in the page's language. */
const noticeIn = (notice: NonNullable<Meeting["notice"]>, locale: Locale): NonNullable<Meeting["notice"]> => ({
  ...notice,
  rule: notice.rule && {
    ...notice.rule,
    steps: notice.rule.steps.map((step) => ({ sq: "", en: "", [locale]: step[locale] })),
  },
});

/** What repeats from vote to vote, names and rules, travels once. */
function withoutRepetition({ agenda, attendance, ...meeting }: Meeting, locale: Locale): ShownMeeting {
  const places = new Map<string, number>();
  const names: [string, string | null][] = [];
  const rules: Rules = {};
  const place = ({ name, url }: PersonLink) => {
    const key = url?.sq ?? name;
    if (!places.has(key)) places.set(key, names.push([name, url?.[locale] ?? null]) - 1);
    return places.get(key)!;
  };
  const vote = ({ ballots, rule, id: _, heldAt: __, ...rest }: VoteView): ShownVote => {
    rules[rest.majority] = rule;
    const byChoice = Map.groupBy(ballots, ({ choice }) => choice);
    const roll: Roll = Object.fromEntries(
      [...byChoice].map(([choice, cast]) => [choice, cast.map(({ person }) => place(person))]),
    );
    return { ...rest, roll };
  };
  return {
    ...meeting,
    notice: meeting.notice && noticeIn(meeting.notice, locale),
    names,
    rules,
    attendance: attendance.map(({ person, ...rest }) => ({ person: place(person), ...rest })),
    agenda: agenda.map(({ votes, documents, id: _, ...item }) => ({
      ...item,
      documents: documents.map(paper),
      votes: votes.map(vote),
    })),
  };
}

/** One meeting, or `null` where there is none. */
export const getMeeting = pageQuery(async (slug: string, locale: Locale): Promise<ShownMeeting | null> => {
  const meeting = await body(await meetingsApi[":slug"].$get({ param: { slug } }));
  return meeting && withoutRepetition(meeting, locale);
}, "meeting");
