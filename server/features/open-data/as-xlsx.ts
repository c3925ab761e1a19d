import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type { CellKind, Telling } from "./register.ts";
import { cellsOf, type TableColumn } from "./register-rows.ts";

export type XlsxCell = string | number | boolean | null;

/** What the worker is told before the rows come. */
export interface WorkbookPlan {
  /** Names of the sheets: the rows, and what they mean. */
  sheets: { rows: string; about: string };
  columns: { name: string; label: string; kind: CellKind; choices: string | null }[];
  /** Name and value, above the list of columns. */
  about: [string, string][];
  /** Headings of the list of columns. */
  telling: { column: string; meaning: string; values: string };
}

/** Of the worker, in megabytes: the most rows that are allowed need half of it. */
const memory = 768;

/**
 * A register as a workbook: typed cells below a heading that stays, and a second sheet that says what they mean. It is made
 * in a thread of its own that ends with it, since a large one takes seconds.
 */
export async function asXlsx(
  plan: WorkbookPlan,
  columns: readonly TableColumn[],
  telling: Telling,
  batches: AsyncIterable<unknown[]>,
): Promise<Uint8Array<ArrayBuffer>> {
  const worker = new Worker(new URL("./xlsx.worker.ts", import.meta.url), {
    workerData: plan,
    resourceLimits: { maxOldGenerationSizeMb: memory },
  });
  const heard = async () => (await once(worker, "message"))[0];
  try {
    for await (const rows of batches) {
      const taken = heard();
      worker.postMessage(rows.map((row) => cellsOf(columns, row, telling)));
      await taken;
    }
    const file = heard();
    worker.postMessage(null);
    return (await file) as Uint8Array<ArrayBuffer>;
  } finally {
    await worker.terminate();
  }
}
