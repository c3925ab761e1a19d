import { parentPort } from "node:worker_threads";
import type { Paper } from "./paper.ts";
import { makePdf } from "./pdf.ts";

/** What is asked of the thread, and what it answers: the bytes, or what went wrong. */
export interface PrintOrder {
  id: number;
  paper: Paper;
}
export type Printed = { id: number; bytes: Uint8Array } | { id: number; failure: string };

parentPort!.on("message", async ({ id, paper }: PrintOrder) => {
  try {
    const bytes = await makePdf(paper);
    parentPort!.postMessage({ id, bytes } satisfies Printed);
  } catch (failure) {
    parentPort!.postMessage({ id, failure: String((failure as Error).stack) } satisfies Printed);
  }
});
