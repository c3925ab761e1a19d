import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { type Grid, mostRows } from "./grid.ts";
import { tooManyRows, workbookDamaged, workbookTooLarge } from "./import.errors.ts";

/** What the worker tells. */
export type WorkbookAnswer = { sheets: Grid[] } | { refused: "too_large" | "too_many_rows" | "damaged" };

/** Of the worker, in megabytes; in milliseconds how long it may take. */
const memory = 512;
const patience = 60_000;

/**
 * The sheets of an `.xlsx` workbook, each cell as text: a date as `2026-03-05`, a time as `18:00`, a formula as what it last
 * came to; of cells without a value `faults` tell. It is read in a thread of its own, with limits to what it unpacks to, how
 * much memory and how long it takes.
 * @throws `import.workbook_damaged`, `import.workbook_too_large`, `import.too_many_rows`
 */
export async function readWorkbook(bytes: Uint8Array): Promise<Grid[]> {
  const worker = new Worker(new URL("./workbook.worker.ts", import.meta.url), {
    workerData: bytes,
    resourceLimits: { maxOldGenerationSizeMb: memory },
  });
  try {
    const [answer] = (await once(worker, "message", { signal: AbortSignal.timeout(patience) })) as [WorkbookAnswer];
    if ("sheets" in answer) return answer.sheets;
    if (answer.refused === "too_many_rows") throw tooManyRows(mostRows);
    throw answer.refused === "damaged" ? workbookDamaged() : workbookTooLarge();
  } catch (error) {
    const { code, name } = error as NodeJS.ErrnoException;
    if (code === "ERR_WORKER_OUT_OF_MEMORY" || name === "AbortError") throw workbookTooLarge();
    throw error;
  } finally {
    await worker.terminate();
  }
}
