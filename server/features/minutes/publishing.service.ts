import { Readable } from "node:stream";
import { raiseVersion } from "../../db/content-versions.ts";
import type { TenantTx } from "../../db/tenant-db.ts";
import { textOfHtml } from "../../html-text.ts";
import { numericDay } from "../../local-time.ts";
import type { Paper } from "../../print/paper.ts";
import { printed } from "../../print/press.ts";
import type { Doing } from "../audit/audit.service.ts";
import { attachedTo } from "../documents/attachments.queries.ts";
import type { ToldText } from "../editing/persons.service.ts";
import { attachToMeeting } from "../meetings/meeting-documents.service.ts";
import { publishMinutes } from "../meetings/stages.service.ts";
import { type Intake, takeInPaper } from "../uploads/take-in.ts";
import { placePaper } from "../uploads/uploads.service.ts";
import { alreadyPublished, changedMeanwhile, gapsLeft, meetingGoesOn } from "./minutes.errors.ts";
import type { Minutes, MinutesPart } from "./minutes.queries.ts";
import { holdMinutes } from "./minutes.service.ts";
import { fieldOf, gap, isLine } from "./parts.shared.ts";

const labelOf = ({ name, heading }: MinutesPart) => heading || name;

/** All that readers will have, by the fields of the form in which it is changed. */
export const publicTexts = ({ parts }: Minutes): ToldText[] =>
  parts.map((part) => [fieldOf(part.name), labelOf(part), isLine(part.name) ? part.text : textOfHtml(part.text)]);

/** Whether what stands now is what the public has. */
export const isPublishedAsItStands = ({ published_at, updated_at }: Minutes): boolean =>
  published_at !== null && updated_at <= published_at;

/**
 * Whether they can be published as they stand.
 * @throws `minutes.meeting_goes_on`, `minutes.nothing_new`, `minutes.gaps_left`, and as `holdMinutes`
 */
export async function holdPublishable(tx: TenantTx, id: string) {
  const held = await holdMinutes(tx, id);
  const { meeting, minutes } = held;
  if (meeting.stage === "open") throw meetingGoesOn();
  if (isPublishedAsItStands(minutes)) throw alreadyPublished();
  if (minutes.parts.some(({ text }) => text.includes(gap))) throw gapsLeft();
  return held;
}

export interface PrintedMinutes {
  fileName: string;
  docx: Awaited<ReturnType<typeof takeInPaper>>;
  pdf: Awaited<ReturnType<typeof takeInPaper>>;
}

/** Prints the minutes and stores both files, before any transaction. @throws as `takeInPaper` */
export async function printMinutes(intake: Intake, by: Doing, paper: Paper, slug: string): Promise<PrintedMinutes> {
  const [pdf, docx] = await printed(paper, "pdf", "docx");
  const fileName = `procesverbal-${slug}`;
  const store = (bytes: Buffer, ending: string) =>
    takeInPaper(intake, by, Readable.from([bytes]), { fileName: `${fileName}.${ending}`, expectedSize: bytes.length });
  return { fileName, pdf: await store(pdf!, "pdf"), docx: await store(docx!, "docx") };
}

const isAttached = async (tx: TenantTx, meetingId: string, documentId: string) =>
  (await attachedTo(tx, "meeting", meetingId)).some(({ document_id }) => document_id === documentId);

/**
 * Publishes the minutes: one document of the meeting, whose original is the DOCX and whose public file is the PDF. Published
 * again after a change, it is a newer version of the same document.
 * @param seen when what was printed was last changed
 * @throws `minutes.changed_meanwhile`, and as `holdPublishable`
 */
export async function publishPrinted(
  tx: TenantTx,
  by: Doing,
  id: string,
  { fileName, docx, pdf }: PrintedMinutes,
  seen: Date,
): Promise<void> {
  const { meeting, minutes } = await holdPublishable(tx, id);
  if (minutes.updated_at.getTime() !== seen.getTime()) throw changedMeanwhile();
  const { document_id: before } = minutes;
  const goesOn = before !== null && (await isAttached(tx, id, before));
  const day = numericDay(meeting.day);
  const documentId = await placePaper(
    tx,
    by,
    goesOn
      ? { as: "version", documentId: before, visibility: "internal" }
      : {
          as: "document",
          title: { sq: `Procesverbal, ${day}`, en: `Minutes, ${day}` },
          language: "sq",
          visibility: "internal",
        },
    `${fileName}.docx`,
    docx,
  );
  await placePaper(tx, by, { as: "redacted", documentId }, `${fileName}.pdf`, pdf);
  await tx
    .updateTable("minutes")
    .set({ document_id: documentId, published_at: by.now })
    .where("meeting_id", "=", id)
    .execute();
  const minutesOf = goesOn ? [] : [{ documentId, role: "minutes" as const }];
  if (meeting.stage === "closed") await publishMinutes(tx, by, id, minutesOf);
  else if (!goesOn) await attachToMeeting(tx, by, id, minutesOf);
  else await raiseVersion(tx, "meetings");
}
