import type { LocalizedText } from "../../locale.shared.ts";
import type { Paper } from "../../print/paper.ts";
import { makePdf } from "../../print/pdf.ts";
import type { DemoAct, DemoElection, DemoItem, DemoMeeting } from "../council-content.ts";
import type { DemoFile, DemoPaper } from "../demo-content.ts";
import { addDays } from "../demo-days.ts";
import { basisOf, textOf } from "./acts.ts";
import type { Agenda } from "./business.ts";
import { workingDay } from "./days.ts";
import {
  actPaper,
  agendaPaper,
  commentsPaper,
  type Desk,
  draftPaper,
  initiativePaper,
  latePaper,
  minutesPaper,
  noticePaper,
  plainText,
  reportPaper,
  resultsPaper,
  returnPaper,
} from "./paper-texts.ts";

/** Of so many last sittings the notice, agenda and minutes are set as papers. */
const sittingsWithNotices = 3;
/** Of so many last days there are papers of all that was proposed to a sitting or committee, and of all that was decided. */
const daysWithDrafts = 95;
const daysWithActs = 190;
/** Committees whose notice and minutes are set as papers. */
const committeesWithPapers = 3;
/** What the story of the waste fee is told by. */
const story = ["waste-fee", "waste-fee-changed", "waste-fee-household"];

const fileNames = { decision: "vendim", ordinance: "urdherese", resolution: "rezolute" };

const isProposal = (role: DemoPaper["role"]) => role === "draft_act" || role === "explanatory_report";

type Paged = Omit<DemoPaper, "file" | "isLate"> & { isLate?: boolean };

/** Gathers the papers of a council's work and the files that they are. */
class Papers {
  readonly papers: DemoPaper[] = [];
  readonly files: DemoFile[] = [];
  readonly desk: Desk;
  private readonly agenda: Agenda;
  private readonly demoDate: string;
  /** Which item of a committee has the papers of what the council will decide on. */
  readonly #examined = new Map<string, string>();

  constructor(desk: Desk, agenda: Agenda, demoDate: string) {
    this.desk = desk;
    this.agenda = agenda;
    this.demoDate = demoDate;
  }

  private add(paged: Paged, name: string, title: LocalizedText, paper: Paper, asText = false) {
    const { carrier, key, on } = paged;
    const ending = asText ? "txt" : "pdf";
    const file = `work/${carrier}/${key}/${name}.${ending}`;
    this.papers.push({ isLate: false, ...paged, file });
    this.files.push({
      ...{ ref: file, title, language: "sq", fileName: `${name}-${on}.${ending}` },
      mediaType: asText ? "text/plain" : "application/pdf",
      make: async () => (asText ? Buffer.from(plainText(paper)) : makePdf(paper)),
      ...(!asText && { paper: () => paper }),
    });
  }

  private get titles() {
    return this.desk.source.wording.papers.titles;
  }

  notice(meeting: DemoMeeting, isOnePaper: boolean) {
    const { key, announcedOn } = meeting;
    if (!announcedOn) return;
    const paged: Omit<Paged, "role"> = { carrier: "meeting", key, on: announcedOn };
    const { notice, agenda, noticeAndAgenda } = this.titles;
    if (isOnePaper) {
      const paper = noticePaper(this.desk, meeting, true);
      this.add({ ...paged, role: "notice" }, "njoftim-dhe-rend-dite", noticeAndAgenda, paper);
    } else {
      this.add({ ...paged, role: "notice" }, "njoftim", notice, noticePaper(this.desk, meeting, false));
      this.add({ ...paged, role: "agenda" }, "rend-dite", agenda, agendaPaper(this.desk, meeting));
    }
  }

  /** Recent ones are set as papers, those of earlier meetings are plain text. */
  minutes(meeting: DemoMeeting, asText: boolean) {
    const { key, minutesOn, drawsMinutes } = meeting;
    if (!minutesOn || drawsMinutes) return;
    const paged: Paged = { carrier: "meeting", key, role: "minutes", on: minutesOn, isLate: true };
    this.add(paged, "procesverbal", this.titles.minutes, minutesPaper(this.desk, meeting), asText);
  }

  /** What is proposed and why. It lies with the draft where there is one, else with the item. */
  draft(item: DemoItem, on: string) {
    const business = this.agenda.business.find(({ key }) => key === (item.examines ?? item.key));
    if (!business) return;
    const { work, source } = this.desk;
    const draft = work.drafts.find(({ key }) => key === item.draft);
    const paged: Omit<Paged, "role"> = draft
      ? { carrier: "draft", key: draft.key, on: draft.registeredOn }
      : { carrier: "item", key: item.key, on };
    const has = (carrier: DemoPaper["carrier"], key: string, role: string) =>
      this.papers.some((one) => one.carrier === carrier && one.key === key && one.role === role);
    if (has(paged.carrier, paged.key, "draft_act")) return;
    // A committee had the same papers before the sitting: they are not set twice.
    const lent = draft
      ? []
      : this.papers.filter(({ key, role }) => this.#examined.get(business.key) === key && isProposal(role));
    if (lent.length > 0) {
      for (const { role, file } of lent) this.papers.push({ ...paged, role, file, isLate: false });
      return;
    }
    if (item.examines) this.#examined.set(business.key, item.key);
    const { type, summary } = business.source;
    const given = { type, title: business.title, body: textOf(business, this.agenda, source), on: paged.on };
    this.add({ ...paged, role: "draft_act" }, "projektakt", this.titles.draft[type], draftPaper(this.desk, given));
    const report = {
      ...{ title: business.title, on: paged.on, legalBasis: basisOf(business, source) },
      ...(draft ?? (summary && { summary: this.agenda.words(summary, business.sitting) })),
    };
    this.add({ ...paged, role: "explanatory_report" }, "relacion", this.titles.report, reportPaper(this.desk, report));
  }

  /** Of drafts that no sitting has dealt with: what people are asked about. */
  asked(key: string) {
    const { work, source } = this.desk;
    const draft = work.drafts.find((one) => one.key === key)!;
    const paged: Omit<Paged, "role"> = { carrier: "draft", key, on: draft.registeredOn };
    if (draft.initiativeFrom)
      this.add(
        { ...paged, role: "initiative" },
        "njoftim-nisme",
        this.titles.initiative,
        initiativePaper(this.desk, draft),
      );
    if (!draft.consultationFrom || story.includes(key)) return;
    const { type, title, body } = draft;
    if (body) {
      const paper = draftPaper(this.desk, { type, title, body, on: draft.registeredOn });
      this.add({ ...paged, role: "draft_act" }, "projektakt", this.titles.draft[type], paper);
    }
    const legalBasis = source.wording.legalBasis[draft.subject] ?? source.wording.legalBasis.general!;
    const report = reportPaper(this.desk, { ...draft, legalBasis, on: draft.registeredOn });
    this.add({ ...paged, role: "explanatory_report" }, "relacion", this.titles.report, report);
  }

  comments(key: string, on: string) {
    const draft = this.desk.work.drafts.find((one) => one.key === key);
    if (!draft || !this.desk.source.comments[key]) return;
    const paged: Paged = { carrier: "draft", key, role: "other", on };
    this.add(paged, "tabela-e-komenteve", this.titles.comments, commentsPaper(this.desk, draft, on));
  }

  act(act: DemoAct) {
    const { key, type, adoptedOn, prefect, namesPersons } = act;
    const paged: Omit<Paged, "role"> = { carrier: "act", key, on: adoptedOn };
    const paper = actPaper(this.desk, act);
    // Where persons are named, the signed paper is for them and not for the public.
    const name = `${fileNames[type]}-${act.number}`;
    if (namesPersons) this.add({ ...paged, role: "redacted" }, `${name}-pa-emra`, this.titles.redacted[type], paper);
    else this.add({ ...paged, role: "signed" }, name, this.titles.act[type], paper);
    const returned = prefect.find(({ step }) => step === "returned");
    if (!returned) return;
    const letter = returnPaper(this.desk, act);
    this.add(
      { ...paged, on: returned.day, role: "other", isLate: true },
      "shkresa-e-prefektit",
      this.titles.prefect,
      letter,
    );
  }

  results(election: DemoElection) {
    if (!election.source) return;
    const paged: Paged = { carrier: "election", key: election.slug, role: "results", on: addDays(election.heldOn, 10) };
    this.add(paged, "rezultati", this.titles.results, resultsPaper(this.desk, election, paged.on));
  }

  /** One paper came after the notice of the sitting that is to come. */
  late(meeting: DemoMeeting) {
    const item = meeting.items.find(({ kind, draft }) => kind === "draft_act" && draft);
    const on = workingDay(addDays(this.demoDate, -1), -1);
    if (!item || !meeting.announcedOn || on <= meeting.announcedOn) return;
    const paged: Paged = { carrier: "item", key: item.key, role: "other", on, isLate: true };
    this.add(paged, "sqarim", this.titles.late, latePaper(this.desk, item.title, on));
  }
}

/** The papers of what is recent, of what people are asked about, of elections, and of the story; minutes of all that was held. */
export function resolvePapers(desk: Desk, agenda: Agenda, demoDate: string): Pick<Papers, "papers" | "files"> {
  const papers = new Papers(desk, agenda, demoDate);
  const { meetings, acts, drafts } = desk.work;
  const isSitting = ({ body, kind }: DemoMeeting) => body === "council" && /^(extra)?ordinary$/.test(kind);
  const sittings = meetings.filter((one) => isSitting(one) && one.announcedOn);
  const held = sittings.filter(({ stage }) => stage === "closed" || stage === "minutes_published");
  const coming = sittings.filter(({ stage }) => stage === "announced");
  const ordinary = held.filter(({ kind }) => kind === "ordinary");
  const last = (count: number) => [...ordinary.slice(-count), ...held.slice(-1)];
  const recent = [...last(sittingsWithNotices), ...coming];
  const told = (items: readonly DemoItem[]) => items.some(({ key }) => story.includes(key));

  const isCommittee = ({ body }: DemoMeeting) => desk.work.bodies.find(({ key }) => key === body)?.kind === "committee";
  const committees = meetings.filter((one) => isCommittee(one) && one.openedAt && one.minutesOn);
  const lastCommittees = committees.slice(-committeesWithPapers);
  const comingCommittees = meetings.filter((one) => isCommittee(one) && one.stage === "announced");
  const hearings = meetings.filter((one) => one.items.some(({ draft }) => story.includes(draft ?? "")));

  for (const meeting of meetings) {
    const isTold = told(meeting.items);
    const isRecent = recent.includes(meeting);
    if (isRecent || (isSitting(meeting) && isTold)) papers.notice(meeting, false);
    else if ([...lastCommittees, ...comingCommittees, ...hearings].includes(meeting)) papers.notice(meeting, true);
    const isSet = isRecent || isTold || lastCommittees.includes(meeting) || hearings.includes(meeting);
    papers.minutes(meeting, !isSet);
    if (!isSitting(meeting) && !isCommittee(meeting)) continue;
    const isProposed = meeting.stage !== "planned" && meeting.day > addDays(demoDate, -daysWithDrafts);
    for (const item of meeting.items)
      if (item.kind === "draft_act" && (isProposed || story.includes(item.key)))
        papers.draft(item, meeting.announcedOn ?? meeting.day);
  }
  for (const meeting of coming) papers.late(meeting);
  // What the sittings' own business put on an agenda has its papers by now.
  const isAsked = new Set(desk.source.drafts.map(({ key }) => key));
  for (const { key, stage } of drafts)
    if (
      story.includes(key) ||
      /^(initiative|consultation|review)$/.test(stage) ||
      (stage === "agenda" && isAsked.has(key))
    )
      papers.asked(key);
  for (const key of story) {
    const item = meetings.find(({ items }) => items.some((one) => one.key === key));
    if (item) papers.comments(key, item.announcedOn ?? item.day);
  }
  for (const act of acts)
    if (
      act.adoptedOn > addDays(demoDate, -daysWithActs) ||
      story.includes(act.key) ||
      act.prefect.some(({ step }) => step === "returned")
    )
      papers.act(act);
  for (const election of desk.work.elections) papers.results(election);
  return papers;
}
