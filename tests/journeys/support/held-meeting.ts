import { Readable } from "node:stream";
import type { TenantDb } from "../../../server/db/tenant-db.ts";
import type { Doing } from "../../../server/features/audit/audit.service.ts";
import { createBody, publishBody } from "../../../server/features/bodies/bodies.service.ts";
import { type FileShelf, storeDocument } from "../../../server/features/documents/documents.service.ts";
import { setAgenda } from "../../../server/features/meetings/agenda.service.ts";
import { attachToItem, attachToMeeting } from "../../../server/features/meetings/meeting-documents.service.ts";
import { createMeeting } from "../../../server/features/meetings/meetings.service.ts";
import { announceMeeting } from "../../../server/features/meetings/stages.service.ts";
import { pdfOf } from "../../support/content.ts";

/** A meeting of last month with its notice and one item's report, announced in time. */
export async function publishHeldMeeting(shelf: FileShelf, council: TenantDb, today: Doing): Promise<void> {
  const by = { ...today, now: new Date(today.now.getTime() - 30 * 86_400_000) };
  const store = async (title: { sq: string; en: string }, fileName: string) => {
    const content = Readable.from([await pdfOf(title.sq)]);
    const { id } = await storeDocument(shelf, council, by, content, { title, language: "sq", fileName });
    return id;
  };
  const notice = await store({ sq: "Njoftimi i mbledhjes", en: "Notice of the meeting" }, "njoftimi.pdf");
  const report = await store({ sq: "Relacioni për çmimet", en: "Report on the fees" }, "Relacioni për çmimet.pdf");
  await council.write(async (tx) => {
    const body = await createBody(tx, by, {
      kind: "council",
      name: { sq: "Këshilli Bashkiak Korçë", en: "Municipal Council of Korçë" },
    });
    await publishBody(tx, by, body.id);
    const startsAt = new Date(by.now.getTime() + 12 * 86_400_000);
    const place = { sq: "Salla e Këshillit", en: "Council chamber" };
    const meeting = await createMeeting(tx, by, { bodyId: body.id, kind: "ordinary", startsAt, place });
    await setAgenda(tx, by, meeting.id, [
      { path: [1], kind: "procedure", title: { sq: "Miratimi i procesverbalit", en: "Approval of the minutes" } },
      { path: [2], kind: "report", title: { sq: "Çmimet e shërbimeve", en: "The fees of services" } },
    ]);
    const items = await tx
      .selectFrom("agenda_items")
      .select("id")
      .where("meeting_id", "=", meeting.id)
      .orderBy("path")
      .execute();
    await attachToMeeting(tx, by, meeting.id, [{ documentId: notice, role: "notice" }]);
    await attachToItem(tx, by, items[1]!.id, [{ documentId: report, role: "explanatory_report" }]);
    await announceMeeting(tx, by, meeting.id);
  });
}
