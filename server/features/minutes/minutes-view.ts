import { randomUUID } from "node:crypto";
import type { TenantTx } from "../../db/tenant-db.ts";
import { textOfHtml } from "../../html-text.ts";
import { phrases } from "../../http/phrases.ts";
import { isSomebody } from "../../http/scope.ts";
import type { Locale } from "../../locale.shared.ts";
import { fillPath } from "../../workspace/home.shared.ts";
import type { WorkspaceContext } from "../../workspace/scope.ts";
import type { TypedValues } from "../../workspace/typed-values.ts";
import { isUuid } from "../../workspace/uuid-part.ts";
import { mayEdit } from "../accounts/policies.ts";
import { findEdit, findEditsOf, isKnownTo } from "../editing/autosave.service.ts";
import { editingPaths } from "../editing/editing.paths.shared.ts";
import { tabIn } from "../editing/keeping-tab.ts";
import { leftForms } from "../editing/left-forms.ts";
import { approvalOf as approvalOfThing, needsApproval } from "../editing/submissions.service.ts";
import { type DeskMeeting, findPapers } from "../meetings/desk/desk.queries.ts";
import { headOf, meetingId, readMeeting, rightsOf } from "../meetings/desk/desk-meeting.ts";
import { papersAsked } from "../meetings/desk/papers-persons.ts";
import { papersView } from "../meetings/desk/papers-view.ts";
import { fullMeetingName } from "../meetings/full-name.ts";
import { hasBegun } from "../meetings/held-meeting.ts";
import { markOfWaiting, waiting } from "../meetings/waiting-papers.ts";
import { drawParts } from "./draw.ts";
import { approvalOf } from "./handing-over.ts";
import { minutesPaths } from "./minutes.paths.shared.ts";
import { findApproving, findMinutes, type Minutes, type MinutesPart } from "./minutes.queries.ts";
import { isBehind } from "./minutes.service.ts";
import { markOf, standingOf } from "./part-seen.ts";
import { fieldOf, gap, isLine } from "./parts.shared.ts";
import { type GonePart, partsGone } from "./parts-gone.ts";
import { actsOfMeeting, type ItemWithAct } from "./proposed-acts.ts";
import { isPublishedAsItStands } from "./publishing.service.ts";
import { findRecord, type MeetingRecord } from "./record.queries.ts";

export const minutesEntity = "minutes";

const plainText = ({ name }: MinutesPart, text: string) => (isLine(name) ? text : textOfHtml(text));

const partView = (part: MinutesPart) => ({
  name: part.name,
  field: fieldOf(part.name),
  heading: part.heading,
  isLine: isLine(part.name),
  html: part.text,
  isChanged: part.text !== part.drawn,
  hasGap: part.text.includes(gap),
  /** What the log says by now, where something else was typed; `isGone` where it has no such part any more. */
  offered: part.offered ? plainText(part, part.offered) : null,
  isGone: part.offered === "",
  /** Names what is shown of it, for the buttons; `null` of a part that is not kept. */
  mark: markOf(part) as string | null,
  setAside: part.set_aside === null || part.set_aside === part.text ? null : plainText(part, part.set_aside),
});
export type PartShown = ReturnType<typeof partView>;

/** What nobody wrote down, in the order of the minutes. */
function unknownOf({ meeting, live, attendance, items }: MeetingRecord): UnknownFact[] {
  /** The log knows that nobody came to it. */
  const isUnreached = (id: string) => live?.state.items.get(id)?.state === "waiting";
  return [
    ...(meeting.opened_at ? [] : (["opening"] as const)),
    ...(attendance.length > 0 || live?.state.roll ? [] : (["attendance"] as const)),
    ...(live?.state.agendaApproved ? [] : (["agenda"] as const)),
    ...(live && live.state.speeches.length > 0 ? [] : (["speakers"] as const)),
    ...(items.some(({ id, kind, result }) => kind === "draft_act" && !result && !isUnreached(id))
      ? (["results"] as const)
      : []),
    ...(meeting.closed_at ? [] : (["closing"] as const)),
  ];
}
export type UnknownFact = "opening" | "attendance" | "agenda" | "speakers" | "results" | "closing";

function actView({ itemId, number, title, act, proposed }: ItemWithAct, locale: Locale, mayMake: boolean) {
  const cited = ({ type, number, series }: NonNullable<ItemWithAct["act"] | ItemWithAct["proposed"]>) =>
    `${phrases(locale, "matters")(`type.${type}`)} ${number}/${series}`;
  const paths = editingPaths("act");
  return {
    ...{ itemId, number, title },
    act: act && { label: cited(act), href: fillPath(paths.one, { id: act.id })[locale] },
    proposed: mayMake && proposed ? { label: cited(proposed), number: proposed.number, isNext: proposed.isNext } : null,
    form: mayMake && !act && !proposed ? `${paths.fresh[locale]}?item=${itemId}` : null,
  };
}

/**
 * The forms that somebody left unsaved, and under which this one is kept: as it came, or as it was opened.
 * @param typed what a form has that was refused
 */
async function leftBy(c: WorkspaceContext, tx: TenantTx, id: string, typed: TypedValues) {
  const { actor } = c.var;
  const edits = isSomebody(actor) ? await findEditsOf(tx, actor.id, minutesEntity, id) : [];
  const own = String(typed.edit ?? new URL(c.req.url).searchParams.get("edit") ?? "");
  const left = isSomebody(actor) && isUuid(own) ? await findEdit(tx, actor.id, minutesEntity, id, own) : undefined;
  const opens = left !== undefined && typed.edit === undefined;
  const tab = tabIn(typed);
  return {
    edits,
    editId: isUuid(own) ? own : randomUUID(),
    seen: left && (opens || isKnownTo(tab, left)) ? left.updated_at.toISOString() : tab.seen,
    form: opens ? (left.form as Record<string, unknown>) : null,
  };
}

const approvalView = (minutes: Minutes, approving: Awaited<ReturnType<typeof findApproving>>, locale: Locale) => ({
  choices: approving.map((meeting) => {
    const name = fullMeetingName(meeting);
    return { value: meeting.id, label: `${name[locale] || name.sq}, ${meeting.day.split("-").toReversed().join(".")}` };
  }),
  standing: { approvedIn: minutes.approved_in ?? "", approvedOn: minutes.approved_on ?? "" },
});

/** A part that is gone, with what was typed in it and is not saved. */
const gonePartView = ({ name, heading }: GonePart, locale: Locale): PartShown => ({
  ...{ name, field: fieldOf(name), heading: heading || phrases(locale, "minutes")("offered_gone"), isLine: false },
  ...{ html: "", isChanged: true, hasGap: false, offered: null, isGone: true, mark: null, setAside: null },
});

async function writtenView(
  c: WorkspaceContext,
  tx: TenantTx,
  minutes: Minutes,
  record: MeetingRecord,
  typed: TypedValues,
) {
  const { locale } = c.var;
  const id = record.meeting.id;
  const [approving, left, handedOver] = await Promise.all([
    findApproving(tx, record.meeting),
    leftBy(c, tx, id, typed),
    approvalOf(tx, minutes, c.var.actor),
  ]);
  const standing = standingOf(minutes.parts);
  const unsaved = Object.fromEntries(
    Object.entries(left.form ?? {}).filter(
      ([name, value]) => typeof value === "string" && (name in standing || name === "stood"),
    ),
  ) as Record<string, string>;
  const gone = partsGone(left.form ?? typed, standing).filter(({ isWritten }) => isWritten);
  return {
    parts: [...minutes.parts.map(partView), ...gone.map((part) => gonePartView(part, locale))],
    /** As it stands, by the fields of the form, and as the form shows it. */
    standing,
    values: {
      ...standing,
      ...unsaved,
      ...Object.fromEntries(gone.map((part) => [fieldOf(part.name), part.typed])),
    } as Record<string, string>,
    unsaved: leftForms(left.edits, left.editId, fillPath(minutesPaths.page, { id })[locale], locale),
    isUnsaved: left.form !== null,
    edit: { id: left.editId, seen: left.seen },
    updatedAt: minutes.updated_at.toISOString(),
    drawnAt: minutes.drawn_at.toISOString(),
    isBehind: isBehind(minutes.parts, drawParts(record)),
    gaps: minutes.parts.filter(({ text }) => text.includes(gap)).length,
    approval: approvalView(minutes, approving, locale),
    publishedAt: minutes.published_at?.toISOString() ?? null,
    isAsPublished: isPublishedAsItStands(minutes),
    handedOver,
  };
}
export type WrittenView = Awaited<ReturnType<typeof writtenView>>;

/** The files that wait to be the minutes; `null` where there are none. */
async function fileView(c: WorkspaceContext, tx: TenantTx, meeting: DeskMeeting) {
  const { locale, actor } = c.var;
  const found = await waiting.minutes.find(tx, meeting.id);
  if (!found) return null;
  const [papers, mark, approval] = await Promise.all([
    findPapers(tx, meeting.id, true),
    markOfWaiting(tx, meeting.id, "minutes"),
    approvalOfThing(tx, waiting.minutes, meeting.id, found.input, actor),
  ]);
  const ofMinutes = papers.filter(({ role }) => role === "minutes");
  return { papers: papersView(ofMinutes, meeting, locale), mark, approval };
}

const stageOf = ({ stage }: DeskMeeting) =>
  stage === "open" ? "open" : stage === "closed" ? "closed" : stage === "minutes_published" ? "published" : "before";

async function load(c: WorkspaceContext, typed: TypedValues) {
  const { db, locale, actor } = c.var;
  const id = meetingId(c);
  return db.read(async (tx) => {
    const meeting = await readMeeting(tx, id);
    const [minutes, record, acts, papers] = await Promise.all([
      findMinutes(tx, id),
      findRecord(tx, meeting),
      actsOfMeeting(tx, id),
      findPapers(tx, id),
    ]);
    const ofMinutes = papers.filter((one) => one.role === "minutes" && one.agenda_item_id === null);
    return {
      meeting: headOf(meeting, c.var),
      rights: rightsOf(c),
      account: isSomebody(actor) ? actor.id : "",
      stage: stageOf(meeting),
      canDraw: hasBegun(meeting),
      source: record.live ? ("log" as const) : ("register" as const),
      unknown: unknownOf(record),
      written: minutes ? await writtenView(c, tx, minutes, record, typed) : null,
      acts: acts.map((one) => actView(one, locale, mayEdit(actor, "act"))),
      papers: papersView(ofMinutes, meeting, locale),
      /** A file that was made elsewhere can be published in their place. */
      isDue: meeting.stage === "closed",
      /** Where one person prepares and another publishes it is handed over. */
      isUploadByTwo: await needsApproval(tx),
      file: await fileView(c, tx, meeting),
      asked: papersAsked(c),
    };
  });
}
export type MinutesData = Awaited<ReturnType<typeof load>>;

/** @param typed what a form has that was refused */
export const minutesPage = async (c: WorkspaceContext, typed: TypedValues = {}) => ({
  view: "minutes/minutes-page",
  data: await load(c, typed),
});
