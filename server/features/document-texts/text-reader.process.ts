import { Worker } from "node:worker_threads";
import mammoth from "mammoth";
import { blankPages } from "../inspection/blank-pages.ts";
import { hasWords, isLocked, longestPage, pdfPages } from "../inspection/pdf-text.ts";
import type { ReaderAnswer, ReaderQuestion } from "./text-reader.ts";

/**
 * A process of its own that reads the words of files, one after the other: its parent sends what the file is and then its
 * bytes, and is answered page by page. It is ended from outside when a file takes too long, and by itself when one takes
 * too much memory.
 */
const [maximumMemory, maximumPages, maximumLetters] = process.argv.slice(2).map(Number) as [number, number, number];

// A loop that never yields is watched from beside it.
new Worker(new URL("../inspection/memory.watch.ts", import.meta.url), { workerData: maximumMemory }).unref();

// Readers of PDF talk about what they meet; nobody listens here, and a file's words belong into no log.
for (const way of ["log", "warn", "error", "info"] as const) console[way] = () => {};

const answer = (message: ReaderAnswer) =>
  new Promise<void>((resolve, reject) =>
    process.send!(message, (failure: Error | null) => (failure ? reject(failure) : resolve())),
  );

async function* textsOf(
  extension: string,
  bytes: Buffer<ArrayBuffer>,
): AsyncGenerator<{ pages: number | null; text: string }> {
  if (extension === "pdf") {
    yield* pdfPages(bytes, maximumPages);
  } else if (extension === "docx") {
    // What a reader of Word sees: neither comments nor words that were deleted.
    const { value } = await mammoth.extractRawText({ buffer: bytes });
    yield { pages: null, text: value };
  } else {
    yield { pages: null, text: bytes.toString("utf8") };
  }
}

async function read(extension: string, bytes: Buffer<ArrayBuffer>): Promise<void> {
  let left = maximumLetters;
  let sent = 0;
  let all: number | null = null;
  let isWhole = true;
  const wordless: number[] = [];
  for await (const { pages, text } of textsOf(extension, bytes)) {
    const cut = text.slice(0, Math.min(left, longestPage));
    if (cut.length < text.length) isWhole = false;
    left -= cut.length;
    all = pages;
    sent += 1;
    if (!hasWords(text)) wordless.push(sent);
    await answer({ kind: "page", pages, text: cut });
    if (left === 0) break;
  }
  await answer({ kind: "words", isWhole: isWhole && (all === null || sent === all) });
  await answer({ kind: "end", blank: extension === "pdf" ? await blankPages(bytes, wordless) : [] });
}

let extension = "";
let bytes: Buffer<ArrayBuffer> = Buffer.alloc(0);
let filled = 0;

process.on("message", async (question: ReaderQuestion) => {
  if (question.kind === "file") {
    extension = question.extension;
    bytes = Buffer.alloc(question.size);
    filled = 0;
  } else if (question.kind === "bytes") {
    filled += Buffer.from(question.bytes).copy(bytes, filled);
  } else {
    const file = bytes;
    bytes = Buffer.alloc(0);
    await read(extension, file.subarray(0, filled)).catch((failure: unknown) =>
      answer({ kind: "failed", reason: isLocked(failure) ? "encrypted" : "damaged" }),
    );
  }
});
process.on("disconnect", () => process.exit(0));
// A reader that breaks somewhere beside its promise has still only met a damaged file.
process.on("uncaughtException", () => process.exit(65));
process.on("unhandledRejection", () => process.exit(65));
