import { parentPort } from "node:worker_threads";
import { makeDocx } from "./docx.ts";
import type { Paper } from "./paper.ts";
import { makePdf } from "./pdf.ts";

/** How a paper can be had: to be read and kept, or to be worked on and signed. */
const makers = { pdf: makePdf, docx: makeDocx };
export type PrintFormat = keyof typeof makers;

/** What is asked of the thread, and what it answers: the bytes, or what went wrong. */
export interface PrintOrder {
  id: number;
  paper: Paper;
  format: PrintFormat;
}
export type Printed = { id: number; bytes: Uint8Array } | { id: number; failure: string };

parentPort!.on("message", async ({ id, paper, format }: PrintOrder) => {
  try {
    const bytes = await makers[format](paper);
    parentPort!.postMessage({ id, bytes } satisfies Printed);
  } catch (failure) {
    parentPort!.postMessage({ id, failure: String((failure as Error).stack) } satisfies Printed);
  }
});
