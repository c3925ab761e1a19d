import type { TenantId } from "../../db/tenant-db.ts";
import { inTurn } from "../../in-turn.ts";
import type { CouncilSchedule, CouncilTask, CouncilWork } from "../../jobs/jobs.ts";
import { findUnread } from "./document-texts.queries.ts";
import { askForTexts } from "./document-texts.service.ts";
import { type ReadingParts, readDocument } from "./read-document.ts";

/** Files that are looked up at once; after them it is asked again what is new. */
const atOnce = 20;
/** Seconds: what is left then is the next job's, so that other councils have their turn. */
const turn = 240;
/** One file alone may take seven minutes, when all of its pages are pictures. */
const longest = 900;

/** Reads a council's files whose text is not kept yet; nothing where all are read. */
export function readTexts(parts: ReadingParts): CouncilWork {
  // Two who read for one council at once would read the same: the second finds what came since the first began.
  const turns = new Map<TenantId, ReturnType<typeof inTurn>>();
  const read: CouncilWork = async (db, now, signal, tenantId) => {
    const began = performance.now();
    const hasRecogniser = (await parts.recogniser()) !== null;
    while (true) {
      const files = await db.read((tx) => findUnread(tx, hasRecogniser, atOnce));
      if (files.length === 0) return;
      for (const file of files) {
        signal.throwIfAborted();
        if (performance.now() - began > turn * 1_000) return db.write(askForTexts);
        await readDocument(parts, { db, tenantId, now, signal }, file);
      }
    }
  };
  return (db, now, signal, tenantId) => {
    const next = turns.get(tenantId) ?? inTurn();
    turns.set(tenantId, next);
    return next(() => read(db, now, signal, tenantId));
  };
}

/** What a transaction asks for that brings a new file. */
export const textsTask = (parts: ReadingParts): Required<CouncilTask> => ({ work: readTexts(parts), longest });

/** Night by night, what came otherwise: files that were here before texts were read, scans since Tesseract is installed. */
export const textsNightly = (task: Required<CouncilTask>): CouncilSchedule => ({
  name: "document-texts-nightly",
  cron: "20 4 * * *",
  ...task,
});
