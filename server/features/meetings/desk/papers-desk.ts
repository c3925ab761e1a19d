import { randomUUID } from "node:crypto";
import * as v from "valibot";
import type { TenantTx } from "../../../db/tenant-db.ts";
import { InvalidInput } from "../../../http/problem.ts";
import type { Services } from "../../../http/services.ts";
import { atFields } from "../../../workspace/at-fields.ts";
import { page, type WorkspaceRoute } from "../../../workspace/feature.ts";
import { chosen, onceOf, typed, typedInBoth } from "../../../workspace/form-fields.schema.ts";
import { form, typedValues } from "../../../workspace/form-route.ts";
import { doing, type Shown, type WorkspaceContext } from "../../../workspace/scope.ts";
import { isUuid } from "../../../workspace/uuid-part.ts";
import type { Attachment } from "../../documents/attachments.service.ts";
import type { AttachmentRole } from "../../documents/attachments.shared.ts";
import { madeOnce } from "../../editing/made-once.ts";
import { isWithThePublic } from "../../editing/public-changes.ts";
import { intakeOf } from "../../uploads/intake-of.ts";
import { takeInPaper } from "../../uploads/take-in.ts";
import { largestOf } from "../../uploads/upload-limits.shared.ts";
import { placePaper } from "../../uploads/uploads.service.ts";
import { holdMeeting } from "../held-meeting.ts";
import { attachToItem, attachToMeeting, detachFromItem, detachFromMeeting } from "../meeting-documents.service.ts";
import { papersByTwo } from "../meetings.errors.ts";
import { isByTwo } from "../papers-by-two.ts";
import { itemId, itemPage } from "./agenda-desk.ts";
import { findFreeDocuments, findPapers } from "./desk.queries.ts";
import { deskPath, editMeetings, headOf, meetingId, readMeeting, standsAt } from "./desk-meeting.ts";
import { deskPaths } from "./desk-paths.shared.ts";
import { papersAfterAll, unlessGone } from "./item-gone.ts";
import { paperRoles, roleChoices } from "./paper-roles.ts";
import { askAboutPersons, heldIn, type PapersAsked, papersAsked, stopForPersons } from "./papers-persons.ts";
import { papersView } from "./papers-view.ts";
import { askAboutTyped } from "./texts-persons.ts";
import { readItem } from "./vote-view.ts";

/** So many at once; more come by dropping. */
const mostFiles = 20;

type Taking = Pick<Services, "config" | "storage" | "scanner">;

/** A paper that was looked into and stored, and is not yet a document of anything. */
interface Taken extends Awaited<ReturnType<typeof takeInPaper>> {
  fileName: string;
}

/** Takes in the files of a form, as every paper is taken in. @throws `InvalidInput` */
export async function takeFiles(c: WorkspaceContext, services: Taking, mayBeNone = false): Promise<Taken[]> {
  const sent = (await c.req.formData()).getAll("files");
  const files = sent.filter((file): file is File => file instanceof File && file.name !== "");
  if (files.length === 0 && !mayBeNone) throw new InvalidInput([{ path: "files", code: "files.none_chosen" }]);
  if (files.length > mostFiles) throw new InvalidInput([{ path: "files", code: "meetings.too_many_files" }]);
  const taken: Taken[] = [];
  for (const file of files) {
    const { name: fileName, size: expectedSize } = file;
    const intake = { ...intakeOf(services, c), maximumBytes: largestOf(fileName) };
    const paper = await atFields({ failures: { "files.": "files" } }, () =>
      takeInPaper(intake, doing(c), file.stream(), { fileName, expectedSize }),
    );
    taken.push({ ...paper, fileName });
  }
  return taken;
}

/** Makes documents of papers that were taken in, ready to be attached. */
export async function documentsFrom(c: WorkspaceContext, tx: TenantTx, taken: readonly Taken[], role: AttachmentRole) {
  const made: { documentId: string; role: AttachmentRole }[] = [];
  for (const { fileName, ...paper } of taken)
    made.push({ documentId: await placePaper(tx, doing(c), { as: "document" }, fileName, paper), role });
  return made;
}

const reasonAt = { failures: { "meetings.reason_needed": "reason.sq" }, fields: { documents: "documentIds" } };
const Upload = (roles: readonly AttachmentRole[]) =>
  v.object({
    role: v.picklist(roles as ["other"], "text.required"),
    reason: typedInBoth,
    held: chosen,
    persons: typed,
    form: onceOf,
  });
/** Documents that are there already. */
const Attaching = (roles: readonly AttachmentRole[]) =>
  v.object({ documentIds: chosen, role: v.picklist(roles as ["other"], "text.required"), persons: typed });
/** One that is taken away. */
const Taking = v.object({ take: v.pipe(typed, v.check(isUuid, "input.wrong")), reason: typedInBoth });

async function papersPage(c: WorkspaceContext): Promise<Shown> {
  const { db, locale } = c.var;
  const id = meetingId(c);
  const data = await db.read(async (tx) => {
    const meeting = await readMeeting(tx, id);
    const [papers, free] = await Promise.all([findPapers(tx, id), findFreeDocuments(tx)]);
    return {
      meeting: headOf(meeting, c.var),
      papers: papersView(
        papers.filter(({ agenda_item_id }) => agenda_item_id === null),
        meeting,
        locale,
      ),
      free: free.map(({ id, title, file_name }) => ({ value: id, label: title[locale] || title.sq, hint: file_name })),
      roles: roleChoices(locale, "meeting"),
      asked: papersAsked(c),
      isByTwo: await isByTwo(tx, meeting),
      once: randomUUID(),
    };
  });
  return { view: "meetings/papers-page", data };
}
export interface PapersData {
  meeting: ReturnType<typeof headOf>;
  papers: ReturnType<typeof papersView>;
  free: { value: string; label: string; hint: string }[];
  roles: ReturnType<typeof roleChoices>;
  asked: PapersAsked | null;
  /** Others are laid beside it and let in by a second person. */
  isByTwo: boolean;
  /** By which the form for new files is known. */
  once: string;
}

/** Taking one away and attaching others are two forms of one address: what is wrong is said at the one that was sent. */
const byWhatIsSent = (taking: WorkspaceRoute, attaching: WorkspaceRoute): WorkspaceRoute => ({
  ...attaching,
  answer: async (c) => ((await typedValues(c)).take ? taking : attaching).answer(c),
});

/** The services raise what is wrong with a list of documents; the form has one field for it. */
const chosenOnes = (documentIds: readonly string[], role: AttachmentRole) => {
  if (documentIds.length === 0) throw new InvalidInput([{ path: "documentIds", code: "text.required" }]);
  if (documentIds.some((one) => !isUuid(one)))
    throw new InvalidInput([{ path: "documentIds", code: "publications.document_unknown" }]);
  return documentIds.map((documentId) => ({ documentId, role }));
};

/** By what a form with files is known again: what it says, and the files themselves. */
const sentOnce = (form: string, typed: object, stored: readonly Taken[]) => ({
  form,
  input: { ...typed, files: stored.map(({ fileName, file }) => [fileName, file.sha256]) },
});

/** The reason is looked at first: no file is sent twice because of it. @throws `PersonsNamed` */
const lookedAtReason = (c: WorkspaceContext) =>
  c.var.db.write((tx) => askAboutTyped(c, tx, meetingId(c), (t) => ({ reason: t("reason") })));

/** A meeting whose papers are let in by one person alone. @throws `meetings.not_found`, `meetings.papers_by_two` */
async function holdAtOnce(tx: TenantTx, id: string) {
  const meeting = await holdMeeting(tx, id);
  if (await isByTwo(tx, meeting)) throw papersByTwo();
  return meeting;
}

/** Papers of a meeting that the public has are public at once: what they say of persons is looked at before. */
async function addPapers(
  c: WorkspaceContext,
  persons: string,
  papersOf: (tx: TenantTx) => Promise<Attachment[]>,
  attach: (tx: TenantTx, papers: Attachment[]) => Promise<void>,
  sent: { form: string; input: object } = { form: "", input: {} },
) {
  const id = meetingId(c);
  const asked = await atFields(reasonAt, () =>
    c.var.db.write(async (tx) => {
      let found = null as Awaited<ReturnType<typeof add>>;
      await madeOnce(tx, c.var.now, {
        ...sent,
        async make() {
          found = await add(tx);
          return found ? "asked" : "attached";
        },
        isThere: async (made) => made === "attached",
      });
      return found;
    }),
  );
  if (asked) stopForPersons(c, asked);

  async function add(tx: TenantTx) {
    const meeting = await holdAtOnce(tx, id);
    const papers = await papersOf(tx);
    const ids = papers.map(({ documentId }) => documentId);
    const found = isWithThePublic(meeting) ? await askAboutPersons(c, tx, id, { ids, held: ids }, persons) : null;
    if (!found) await attach(tx, papers);
    return found;
  }
}

export const paperRoutes = (services: Taking): WorkspaceRoute[] => {
  const backToItem = (c: WorkspaceContext) =>
    `${deskPath(c, "item", { id: meetingId(c), item: itemId(c) })}?done=papers#papers`;
  const backToPapers = (c: WorkspaceContext) => `${deskPath(c, "papers", { id: meetingId(c) })}?done=papers#papers`;
  const itemAgain = async (c: WorkspaceContext) => {
    standsAt(c, "item");
    return itemPage(c);
  };
  const papersAgain = async (c: WorkspaceContext) => {
    standsAt(c, "papers");
    return papersPage(c);
  };
  return [
    unlessGone(
      form(deskPaths.itemUpload, editMeetings, {
        name: "upload",
        schema: Upload(paperRoles.item),
        async save(c, { form: once, ...typed }) {
          const { role, reason, held, persons } = typed;
          const item = itemId(c);
          // No file is taken in for an item that is gone.
          await c.var.db.read((tx) => readItem(tx, c));
          await c.var.db.write((tx) => holdAtOnce(tx, meetingId(c)));
          await lookedAtReason(c);
          const stored = await takeFiles(c, services, held.length > 0);
          await addPapers(
            c,
            persons,
            async (tx) => {
              const kept = heldIn(held, held.length > 0 ? await findFreeDocuments(tx) : []);
              const sent = await documentsFrom(c, tx, stored, role);
              return [...kept.map((documentId) => ({ documentId, role })), ...sent];
            },
            (tx, papers) => attachToItem(tx, doing(c), item, papers, reason),
            sentOnce(once, { item, ...typed }, stored),
          );
          return backToItem(c);
        },
        again: itemAgain,
      }),
      papersAfterAll,
    ),
    unlessGone(
      byWhatIsSent(
        form(deskPaths.itemPapers, editMeetings, {
          name: "taking",
          schema: Taking,
          async save(c, { take, reason }) {
            const item = itemId(c);
            await lookedAtReason(c);
            await atFields(reasonAt, () => c.var.db.write((tx) => detachFromItem(tx, doing(c), item, take, reason)));
            return backToItem(c);
          },
          again: itemAgain,
        }),
        form(deskPaths.itemPapers, editMeetings, {
          name: "attaching",
          schema: Attaching(paperRoles.item),
          async save(c, { documentIds, role, persons }) {
            const item = itemId(c);
            const papers = chosenOnes(documentIds, role);
            await addPapers(
              c,
              persons,
              async () => papers,
              (tx, added) => attachToItem(tx, doing(c), item, added),
            );
            return backToItem(c);
          },
          again: itemAgain,
        }),
      ),
      papersAfterAll,
    ),
    page(deskPaths.papers, editMeetings, papersPage),
    form(deskPaths.upload, editMeetings, {
      name: "upload",
      schema: Upload(paperRoles.meeting),
      async save(c, { form: once, ...typed }) {
        const { role, reason, held, persons } = typed;
        const id = meetingId(c);
        await c.var.db.write((tx) => holdAtOnce(tx, id));
        await lookedAtReason(c);
        const stored = await takeFiles(c, services, held.length > 0);
        await addPapers(
          c,
          persons,
          async (tx) => {
            const kept = heldIn(held, held.length > 0 ? await findFreeDocuments(tx) : []);
            const sent = await documentsFrom(c, tx, stored, role);
            return [...kept.map((documentId) => ({ documentId, role })), ...sent];
          },
          (tx, papers) => attachToMeeting(tx, doing(c), id, papers, reason),
          sentOnce(once, { id, ...typed }, stored),
        );
        return backToPapers(c);
      },
      again: papersAgain,
    }),
    byWhatIsSent(
      form(deskPaths.papers, editMeetings, {
        name: "taking",
        schema: Taking,
        async save(c, { take, reason }) {
          const id = meetingId(c);
          await lookedAtReason(c);
          await atFields(reasonAt, () => c.var.db.write((tx) => detachFromMeeting(tx, doing(c), id, take, reason)));
          return backToPapers(c);
        },
        again: papersAgain,
      }),
      form(deskPaths.papers, editMeetings, {
        name: "attaching",
        schema: Attaching(paperRoles.meeting),
        async save(c, { documentIds, role, persons }) {
          const id = meetingId(c);
          const papers = chosenOnes(documentIds, role);
          await addPapers(
            c,
            persons,
            async () => papers,
            (tx, added) => attachToMeeting(tx, doing(c), id, added),
          );
          return backToPapers(c);
        },
        again: papersAgain,
      }),
    ),
  ];
};
