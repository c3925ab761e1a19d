import * as v from "valibot";
import type { TenantTx } from "../../../db/tenant-db.ts";
import { phrases } from "../../../http/phrases.ts";
import { InvalidInput } from "../../../http/problem.ts";
import type { Actor } from "../../../http/scope.ts";
import type { Services } from "../../../http/services.ts";
import { page, type WorkspaceRoute } from "../../../workspace/feature.ts";
import { typed, typedInBoth, typedWord } from "../../../workspace/form-fields.schema.ts";
import { form } from "../../../workspace/form-route.ts";
import { doing, type Shown, type WorkspaceContext } from "../../../workspace/scope.ts";
import { mayEdit, maySeeDrafts } from "../../accounts/policies.ts";
import { attachWaiting } from "../../documents/attachments.service.ts";
import { type AttachmentRole, attachmentRoles } from "../../documents/attachments.shared.ts";
import { approvalOf, checkApproval, dropSubmission, submit } from "../../editing/submissions.service.ts";
import { type HeldMeeting, holdMeeting } from "../held-meeting.ts";
import { letInPapers } from "../meeting-documents.service.ts";
import { itemNotFound, papersAtOnce, papersChanged } from "../meetings.errors.ts";
import { numberOf } from "../numbers.shared.ts";
import { isByTwo } from "../papers-by-two.ts";
import { dropWaiting, findWaiting, markOfWaiting, waiting } from "../waiting-papers.ts";
import { findAgenda, findPapers } from "./desk.queries.ts";
import { deskPath, headOf, meetingId, publishMeetings, readMeeting, rightsOf } from "./desk-meeting.ts";
import { deskPaths } from "./desk-paths.shared.ts";
import { paperRoles } from "./paper-roles.ts";
import { documentsFrom, takeFiles } from "./papers-desk.ts";
import { askAboutPersons, papersAsked, stopForPersons } from "./papers-persons.ts";
import { papersView } from "./papers-view.ts";
import { askAboutTyped } from "./texts-persons.ts";

/** Whoever edits lays papers beside a public meeting: nothing of it changes before they are let in. */
const preparePapers = (actor: Actor) => mayEdit(actor, "meeting");
const maySee = (actor: Actor) => maySeeDrafts(actor, "meeting");

const roles: readonly AttachmentRole[] = attachmentRoles.filter((role) =>
  [...paperRoles.meeting, ...paperRoles.item].some((one) => one === role),
);

async function waitingPage(c: WorkspaceContext): Promise<Shown> {
  return { view: "meetings/waiting-page", data: await load(c) };
}

async function load(c: WorkspaceContext) {
  const { db, locale, actor } = c.var;
  const id = meetingId(c);
  const t = phrases(locale, "meetings");
  return db.read(async (tx) => {
    const meeting = await readMeeting(tx, id);
    const [agenda, papers, found, mark] = await Promise.all([
      findAgenda(tx, id),
      findPapers(tx, id, true),
      waiting.papers.find(tx, id),
      markOfWaiting(tx, id, "papers"),
    ]);
    const items = agenda.map(({ id: value, path, title }) => ({
      value,
      label: `${numberOf(path)}. ${title[locale] || title.sq}`,
    }));
    const groups = [{ value: "", label: phrases(locale, "desk")("meeting_papers") }, ...items].flatMap(
      ({ value, label }) => {
        const own = papers.filter(({ role, agenda_item_id }) => role !== "minutes" && (agenda_item_id ?? "") === value);
        return own.length > 0 ? [{ label, papers: papersView(own, meeting, locale) }] : [];
      },
    );
    return {
      meeting: headOf(meeting, c.var),
      rights: rightsOf(c),
      isByTwo: await isByTwo(tx, meeting),
      ...{ items, groups, mark },
      roles: roles.map((value) => ({ value, label: t(`role.${value}`) })),
      approval: found && (await approvalOf(tx, waiting.papers, id, found.input, actor)),
      asked: papersAsked(c),
    };
  });
}
export type WaitingData = Awaited<ReturnType<typeof load>>;

/**
 * The meeting, with what waits beside it as it was seen.
 * @throws `meetings.not_found`, `meetings.papers_changed`
 */
async function holdAsSeen(tx: TenantTx, id: string, seen: string): Promise<HeldMeeting> {
  const meeting = await holdMeeting(tx, id);
  if (seen !== (await markOfWaiting(tx, id, "papers"))) throw papersChanged();
  return meeting;
}

/** A place beside which papers are laid. @throws `meetings.papers_at_once`, `meetings.item_not_found`, and as `holdAsSeen` */
async function holdPlace(tx: TenantTx, id: string, { of, role, seen }: { of: string; role: string; seen: string }) {
  if (!(await isByTwo(tx, await holdAsSeen(tx, id, seen)))) throw papersAtOnce();
  if (of && !(await findAgenda(tx, id)).some((item) => item.id === of)) throw itemNotFound();
  const fitting: readonly string[] = paperRoles[of ? "item" : "meeting"];
  if (!fitting.includes(role)) throw new InvalidInput([{ path: "role", code: "meetings.role_elsewhere" }]);
}

/** Papers of a meeting that is over, laid aside by one and let in by another. */
export const waitingRoutes = (services: Pick<Services, "config" | "storage" | "scanner">): WorkspaceRoute[] => [
  page(deskPaths.waiting, maySee, waitingPage),
  form(deskPaths.waiting, preparePapers, {
    name: "laying",
    schema: v.object({
      ...{ seen: typed, of: typed, note: typedWord },
      role: v.picklist(roles as ["other"], "text.required"),
    }),
    async save(c, { seen, of, role, note }) {
      const id = meetingId(c);
      const place = { of, role, seen };
      // Nothing is taken in that is refused afterwards.
      await c.var.db.write((tx) => holdPlace(tx, id, place));
      const stored = await takeFiles(c, services, seen !== "");
      await c.var.db.write(async (tx) => {
        await holdPlace(tx, id, place);
        const papers = await documentsFrom(c, tx, stored, role);
        await attachWaiting(tx, doing(c), of ? "agendaItem" : "meeting", of || id, papers);
        await submit(tx, doing(c), waiting.papers, id, note || null);
      });
      return `${deskPath(c, "waiting", { id })}?done=laid`;
    },
    again: waitingPage,
  }),
  form(deskPaths.waitingIn, publishMeetings, {
    name: "letting-in",
    schema: v.object({ seen: typed, reason: typedInBoth, persons: typed }),
    at: deskPaths.waiting,
    async save(c, { seen, reason, persons }) {
      const id = meetingId(c);
      const asked = await c.var.db.write(async (tx) => {
        await holdAsSeen(tx, id, seen);
        await checkApproval(tx, doing(c), waiting.papers, id);
        await askAboutTyped(c, tx, id, (t) => ({ reason: t("reason") }));
        const papers = await findWaiting(tx, id, "papers");
        const found = await askAboutPersons(c, tx, id, { ids: papers.map(({ documentId }) => documentId) }, persons);
        if (found) return found;
        await letInPapers(tx, doing(c), id, papers, reason);
        await dropSubmission(tx, waiting.papers, id);
        return null;
      });
      if (asked) stopForPersons(c, asked);
      return `${deskPath(c, "meeting", { id })}?done=papers#papers`;
    },
    again: waitingPage,
  }),
  form(deskPaths.waitingOut, preparePapers, {
    name: "laying-out",
    schema: v.object({ seen: typed }),
    at: deskPaths.waiting,
    async save(c, { seen }) {
      const id = meetingId(c);
      await c.var.db.write(async (tx) => {
        await holdAsSeen(tx, id, seen);
        await dropWaiting(tx, doing(c), id, "papers");
      });
      return `${deskPath(c, "waiting", { id })}?done=taken`;
    },
    again: waitingPage,
  }),
];
