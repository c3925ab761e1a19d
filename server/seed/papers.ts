import type { AttachmentRole } from "../features/documents/attachments.shared.ts";
import type { LocalizedText } from "../locale.shared.ts";
import type { Seeding } from "./council.ts";
import { Dice } from "./dice.ts";
import { insertRows } from "./insert-rows.ts";
import { paperPages } from "./paper-text.ts";

/**
 * A document as its rows alone, with the text that would be read in it: there is no file behind it, and whoever asks for it
 * is told that it is missing.
 */
export interface Paper {
  carrier: "meeting_id" | "agenda_item_id" | "draft_act_id" | "act_id";
  id: string;
  role: AttachmentRole;
  title: LocalizedText;
  fileName: string;
  /** Since when it is public. */
  at: string;
}

/** What is read of a document that has been read whole. */
const wholly = { reason: null, is_whole: true, pictures: [], recognised: 0, had_recogniser: false };

async function addTexts({ tx }: Seeding, rows: readonly (Paper & { sha256: string })[]): Promise<void> {
  // Chance of its own for each paper: what stands in one changes nothing else.
  const texts = rows.map(({ sha256, title, at }) => ({
    sha256,
    at,
    pages: paperPages(new Dice(sha256), title.sq, Number(at.slice(0, 4))),
  }));
  await insertRows(
    tx,
    "document_readings",
    texts.map(({ sha256, at, pages }) => ({ sha256, read_at: at, pages: pages.length, ...wholly })),
  );
  await insertRows(
    tx,
    "document_texts",
    texts.flatMap(({ sha256, pages }) =>
      pages.map((text, page) => ({ sha256, page: page + 1, text, language: "sq", is_machine_read: false })),
    ),
  );
}

export async function addPapers(seeding: Seeding, papers: readonly Paper[]): Promise<void> {
  const { tx, dice } = seeding;
  const rows = papers.map((paper) => ({ ...paper, documentId: dice.uuid(), sha256: dice.sha256() }));
  await insertRows(
    tx,
    "files",
    rows.map(({ sha256, at }) => ({
      sha256,
      size: dice.number(40_000, 900_000),
      crc32: dice.number(0, 4_294_967_295),
      media_type: "application/pdf",
      extension: "pdf",
      stored_at: at,
    })),
  );
  await insertRows(
    tx,
    "documents",
    rows.map(({ documentId, title, at }) => ({
      id: documentId,
      title,
      language: "sq",
      public_from: at,
      created_at: at,
    })),
  );
  await insertRows(
    tx,
    "document_versions",
    rows.map(({ documentId, sha256, fileName, at }) => ({
      document_id: documentId,
      version: 1,
      visibility: "public",
      sha256,
      file_name: fileName,
      uploaded_at: at,
    })),
  );
  await addTexts(seeding, rows);
  const carriers = ["meeting_id", "agenda_item_id", "draft_act_id", "act_id"] as const;
  for (const carrier of carriers)
    await insertRows(
      tx,
      "attachments",
      rows
        .filter((row) => row.carrier === carrier)
        .map(({ documentId, id, role, at }) => ({
          document_id: documentId,
          [carrier]: id,
          role,
          position: 0,
          added_at: at,
        })),
    );
}
