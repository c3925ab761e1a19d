import { numberOf } from "../../features/meetings/numbers.shared.ts";
import type { LocalizedText } from "../../locale.shared.ts";
import { htmlBlocks } from "../../print/html-blocks.ts";
import type { Block, Paper, Run } from "../../print/paper.ts";
import type {
  CouncilWork,
  DemoAct,
  DemoDraft,
  DemoElection,
  DemoItem,
  DemoMeeting,
  DemoVote,
} from "../council-content.ts";
import { numericDate, yearOf } from "../demo-days.ts";
import type { CouncilSources } from "./source.ts";

/** What papers are made from. They are in Albanian, as the council's own are. */
export interface Desk {
  source: CouncilSources;
  work: CouncilWork;
  /** `#rrggbb` */
  brand: string;
}

const paragraph = (...runs: Run[]): Block => ({ kind: "paragraph", runs });
const heading = (text: string): Block => ({ kind: "heading", level: 2, text });
const told = (sentence: string, words: Record<string, string | number>): string =>
  sentence.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => (name in words ? String(words[name]) : whole));
const inner = (title: string) => title.replaceAll("“", "‘").replaceAll("”", "’");

/** The letterhead, the foot and the colour of all papers of a council. */
const sheet = ({ source, brand }: Desk, date: string) => {
  const { letterhead, footer } = source.settings.papers;
  return { language: "sq" as const, letterhead: letterhead.sq, footer: footer.sq, brand, date };
};

/** The body's name; of the council only its kind of meeting is said. */
const bodyName = ({ work }: Desk, { body }: DemoMeeting) => work.bodies.find(({ key }) => key === body)!.name.sq;

const agendaBlocks = ({ items }: DemoMeeting): Block[] =>
  items
    .filter(({ isAdded }) => !isAdded)
    .map(({ path, title }) => paragraph({ text: `${numberOf(path)}. `, bold: true }, { text: title.sq }));

export function noticePaper(desk: Desk, meeting: DemoMeeting, withAgenda: boolean): Paper {
  const { genres, notice } = desk.source.wording.papers;
  const { chair } = desk.source.settings.papers;
  return {
    ...sheet(desk, meeting.announcedOn!),
    ...{ layout: "report", genre: genres.notice, title: bodyName(desk, meeting), signatures: [chair] },
    blocks: [
      paragraph({ text: notice.ground }),
      paragraph({ text: meeting.notice?.sq ?? "", bold: true }),
      ...(withAgenda ? [heading(notice.agendaBelow), ...agendaBlocks(meeting)] : []),
    ],
  };
}

export function agendaPaper(desk: Desk, meeting: DemoMeeting): Paper {
  const { genres } = desk.source.wording.papers;
  return {
    ...sheet(desk, meeting.announcedOn!),
    ...{ layout: "report", genre: genres.agenda, number: numericDate(meeting.day), title: bodyName(desk, meeting) },
    ...{ blocks: agendaBlocks(meeting), signatures: [desk.source.settings.papers.chair] },
  };
}

const names = ({ work }: Desk, people: readonly string[]) =>
  people.map((person) => work.people.find(({ key }) => key === person)!.name).join(", ");

/** How a vote went, and by whom where that was open. */
function voteText(desk: Desk, vote: DemoVote): string {
  const { minutes } = desk.source.wording.papers;
  const counts = { for: vote.for, against: vote.against, abstained: vote.abstained };
  const by = (choice: string, sentence: string) => {
    const who = (vote.ballots ?? []).filter((ballot) => ballot.choice === choice).map(({ person }) => person);
    return who.length > 0 ? told(sentence, { names: names(desk, who) }) : "";
  };
  return [
    told(vote.method === "secret" ? minutes.secret : minutes.vote, counts),
    by("against", minutes.against),
    by("abstained", minutes.abstained),
    by("not_voting", minutes.notVoting),
  ]
    .filter(Boolean)
    .join(" ");
}

function itemText(desk: Desk, { path, title, vote, result, note }: DemoItem): Block {
  const { minutes, results } = desk.source.wording.papers;
  const came = result ? (results[result] ?? "") : "";
  const text = [title.sq.replace(/\.?$/, "."), vote && voteText(desk, vote), came, note?.sq].filter(Boolean).join(" ");
  return paragraph({ text: `${told(minutes.item, { number: numberOf(path) })} `, bold: true }, { text });
}

export function minutesPaper(desk: Desk, meeting: DemoMeeting): Paper {
  const { genres, minutes } = desk.source.wording.papers;
  const { chair, secretary } = desk.source.settings.papers;
  const { attendance, place, openedAt, closedAt, day } = meeting;
  const who = (...statuses: string[]) =>
    attendance.filter(({ status }) => statuses.includes(status)).map(({ person }) => person);
  const listed = (sentence: string, ...statuses: string[]): Block[] =>
    who(...statuses).length > 0 ? [paragraph({ text: told(sentence, { names: names(desk, who(...statuses)) }) })] : [];
  const present = who("present", "late").length;
  return {
    ...sheet(desk, day),
    ...{ layout: "report", genre: genres.minutes, number: numericDate(day), title: bodyName(desk, meeting) },
    blocks: [
      paragraph({ text: told(minutes.opened, { at: openedAt!, place: place.sq }) }),
      ...(attendance.length > 0
        ? [paragraph({ text: told(minutes.present, { members: attendance.length, present }) })]
        : []),
      ...listed(minutes.late, "late"),
      ...listed(minutes.excused, "absent_with_reason"),
      ...listed(minutes.absent, "absent"),
      ...meeting.items.map((item) => itemText(desk, item)),
      paragraph({ text: told(minutes.closed, { at: closedAt! }) }),
    ],
    signatures: meeting.body === "council" ? [secretary, chair] : [secretary],
  };
}

/** What is proposed, as it lies on the table: without number and date. */
export function draftPaper(
  desk: Desk,
  draft: { type: DemoDraft["type"]; title: LocalizedText; body: LocalizedText; on: string },
): Paper {
  const { genres, draftNumber } = desk.source.wording.papers;
  return {
    ...sheet(desk, draft.on),
    ...{ layout: "act", genre: genres.draft[draft.type], number: told(draftNumber, { year: yearOf(draft.on) }) },
    ...{ title: draft.title.sq.toLocaleUpperCase("sq"), blocks: htmlBlocks(draft.body.sq) },
    signatures: [desk.source.settings.papers.chair],
  };
}

/** What a report tells of a draft; where nothing is told, what is usual. */
export interface Reported {
  title: LocalizedText;
  summary?: LocalizedText;
  reasons?: LocalizedText;
  expectedEffect?: LocalizedText;
  consultationFrom?: string;
  legalBasis: LocalizedText;
  on: string;
}

export function reportPaper(desk: Desk, draft: Reported): Paper {
  const { genres, report } = desk.source.wording.papers;
  const section = (title: string, text: string): Block[] => [heading(title), paragraph({ text })];
  const consulted = draft.consultationFrom
    ? told(report.consulted, { from: numericDate(draft.consultationFrom) })
    : report.notConsulted;
  return {
    ...sheet(desk, draft.on),
    ...{ layout: "report", genre: genres.report, title: told(report.about, { title: inner(draft.title.sq) }) },
    blocks: [
      ...section(report.purpose, draft.summary?.sq ?? report.purposeUsual),
      ...section(report.basis, `${draft.legalBasis.sq}.`),
      ...section(report.state, draft.reasons?.sq ?? report.stateUsual),
      ...section(report.effect, draft.expectedEffect?.sq ?? report.effectUsual),
      ...section(report.consultation, consulted),
      ...section(report.conclusion, report.propose),
    ],
  };
}

export function initiativePaper(desk: Desk, draft: DemoDraft): Paper {
  const { genres, initiative, report } = desk.source.wording.papers;
  const { email } = desk.source.settings.contacts;
  return {
    ...sheet(desk, draft.initiativeFrom!),
    ...{ layout: "report", genre: genres.initiative, title: draft.title.sq },
    blocks: [
      paragraph({ text: initiative.ground }),
      heading(initiative.reasons),
      paragraph({ text: draft.reasons?.sq ?? report.purposeUsual }),
      heading(initiative.effect),
      paragraph({ text: draft.expectedEffect?.sq ?? draft.summary?.sq ?? report.effectUsual }),
      heading(initiative.how),
      paragraph({ text: draft.howToComment?.sq ?? told(initiative.howUsual, { email: email ?? "" }) }),
    ],
    signatures: [desk.source.settings.papers.chair],
  };
}

export function commentsPaper(desk: Desk, draft: DemoDraft, on: string): Paper {
  const { genres, comments } = desk.source.wording.papers;
  const rows = desk.source.comments[draft.key] ?? [];
  const widths = [6, 38, 16, 40];
  return {
    ...sheet(desk, on),
    ...{ layout: "report", genre: genres.comments, title: draft.title.sq },
    blocks: [
      paragraph({ text: [draft.stageNote?.sq, comments.intro].filter(Boolean).join(" ") }),
      {
        kind: "table",
        columns: comments.columns.map((title, at) => ({ title, width: widths[at]! })),
        rows: rows.map(({ comment, position, reason }, at) => [String(at + 1), comment, position, reason]),
      },
    ],
  };
}

export function actPaper(desk: Desk, act: DemoAct): Paper {
  const { genres, act: wording } = desk.source.wording.papers;
  const { chair, secretary } = desk.source.settings.papers;
  const dated = (sentence: string, day: string) => paragraph({ text: told(sentence, { date: numericDate(day) }) });
  return {
    ...sheet(desk, act.adoptedOn),
    ...{ layout: "act", genre: genres.act[act.type], number: `Nr. ${act.number}, datë ${numericDate(act.adoptedOn)}` },
    title: act.title.sq.toLocaleUpperCase("sq"),
    blocks: [
      ...htmlBlocks(act.body.sq),
      dated(wording.adopted, act.adoptedOn),
      ...(act.announcedOn ? [dated(wording.announced, act.announcedOn)] : []),
      ...(act.namesPersons ? [paragraph({ text: wording.redacted, italic: true })] : []),
    ],
    signatures: [secretary, chair],
  };
}

/** The letter by which the prefect returned an act. */
export function returnPaper(desk: Desk, act: DemoAct): Paper {
  const { genres, prefect } = desk.source.wording.papers;
  const step = act.prefect.find((one) => one.step === "returned")!;
  const number = `nr. ${act.number}, datë ${numericDate(act.adoptedOn)}`;
  return {
    ...sheet(desk, step.day),
    ...{ letterhead: prefect.letterhead, layout: "report", genre: genres.prefect, number: numericDate(step.day) },
    title: prefect.heading,
    blocks: [
      paragraph({ text: told(prefect.ground, { number, title: inner(act.title.sq) }) }),
      paragraph({ text: step.reasons!.sq }),
      paragraph({ text: prefect.close }),
    ],
  };
}

/** The table of an election's result, as its commission hands it over. */
export function resultsPaper(desk: Desk, election: DemoElection, on: string): Paper {
  const { genres, election: results } = desk.source.wording.papers;
  const { heldOn, seats, electorate, voters, validBallots: valid, invalidBallots: invalid, lists } = election;
  const said = (sentence: string, words: Record<string, string | number>) => paragraph({ text: told(sentence, words) });
  const sum = (of: "votes" | "seats") => String(lists.reduce((total, list) => total + list[of], 0));
  return {
    ...sheet(desk, on),
    ...{ letterhead: results.letterhead, layout: "report", genre: genres.results, title: results.heading },
    blocks: [
      said(results.ground, { date: numericDate(heldOn), seats }),
      said(results.turnout, { electorate, voters }),
      said(results.valid, { valid, invalid }),
      {
        ...{ kind: "table", caption: results.caption },
        columns: results.columns.map((title, at) => ({
          title,
          width: at === 0 ? 60 : 20,
          align: at ? "right" : "left",
        })),
        rows: lists.map(({ name, votes, seats: won }) => [name.sq, String(votes), String(won)]),
        total: [results.total, sum("votes"), sum("seats")],
      },
      ...(election.note ? [paragraph({ text: election.note.sq })] : []),
    ],
  };
}

/** A note that was handed in after the notice. */
export const latePaper = (desk: Desk, title: LocalizedText, on: string): Paper => ({
  ...sheet(desk, on),
  ...{ layout: "report", genre: desk.source.wording.papers.genres.late, title: title.sq },
  blocks: [paragraph({ text: desk.source.wording.papers.late })],
});

/** A paper as plain text: every reader opens it, and it costs nothing to make. */
export function plainText({ letterhead, genre, number, title, blocks, signatures, footer }: Paper): string {
  const lines = blocks.flatMap((block) => {
    if (block.kind === "paragraph") return [block.runs.map(({ text }) => text).join("")];
    return block.kind === "heading" ? ["", block.text] : [];
  });
  const signed = (signatures ?? []).map(({ role, name }) => `${role}\n${name}`);
  return [...letterhead, "", [genre, number].filter(Boolean).join(", "), title, "", ...lines, "", ...signed, "", footer]
    .join("\r\n")
    .concat("\r\n");
}
