import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type { Form } from "./form.ts";

/** The form as a workbook with a sheet for each language, made in a thread of its own that ends with it. */
export async function formWorkbook(forms: readonly Form[]): Promise<Uint8Array<ArrayBuffer>> {
  const worker = new Worker(new URL("./form.worker.ts", import.meta.url), { workerData: forms });
  try {
    return (await once(worker, "message"))[0];
  } finally {
    await worker.terminate();
  }
}
