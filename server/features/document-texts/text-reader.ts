import { type ChildProcess, fork } from "node:child_process";
import { constants, setPriority } from "node:os";
import { fileURLToPath } from "node:url";
import type { UnreadableReason } from "./document-texts.shared.ts";
import { oneReader } from "./one-reader.ts";

export type ReaderQuestion =
  | { kind: "file"; extension: string; size: number }
  | { kind: "bytes"; bytes: Uint8Array }
  | { kind: "go" };
export type ReaderAnswer =
  | { kind: "page"; pages: number | null; text: string }
  | { kind: "words"; isWhole: boolean }
  | { kind: "end"; blank: number[] }
  | { kind: "failed"; reason: "encrypted" | "damaged" };

export interface ReadingLimits {
  /** Milliseconds for one file. */
  time: number;
  /** Of the process that reads, in bytes. */
  memory: number;
  /** Of one file, in bytes; it is held in that memory. */
  size: number;
  pages: number;
  /** Characters of one file. */
  letters: number;
}

export const readingLimits: ReadingLimits = {
  time: 60_000,
  memory: 700 * 1024 ** 2,
  size: 100 * 1024 ** 2,
  pages: 1_500,
  letters: 5_000_000,
};

/** The words of a file as far as they could be read. */
export interface ReadText {
  /** Of the whole file; `null` where it has none, or is not known. */
  pages: number | null;
  /** By page, in their order. */
  texts: string[];
  isWhole: boolean;
  /** Pages on which there is nothing to see but those words. */
  blank: number[];
  reason: UnreadableReason | null;
}

export interface ReadableFile {
  extension: string;
  size: number;
  read(): AsyncIterable<Uint8Array>;
}

export interface TextReader {
  /** Reads one file after the other. What kills its reader harms nothing else, and what was read before it broke is given. */
  read(file: ReadableFile, signal?: AbortSignal): Promise<ReadText>;
}

const script = fileURLToPath(new URL("./text-reader.process.ts", import.meta.url));
/** A process reads so many files and makes room for a fresh one. */
const filesOfOne = 60;
/** It waits so long for the next, in milliseconds. */
const idle = 3_000;

/** A reader whose process is started when it is needed and ends when nothing comes. */
export function textReader(limits: ReadingLimits = readingLimits): TextReader {
  let child: ChildProcess | undefined;
  let readByIt = 0;
  let ending: NodeJS.Timeout | undefined;

  function end() {
    child?.kill("SIGKILL");
    child = undefined;
  }

  function begin(): ChildProcess {
    const memory = Math.ceil(limits.memory / 1024 ** 2);
    const started = fork(script, [limits.memory, limits.pages, limits.letters].map(String), {
      execArgv: [`--max-old-space-size=${memory}`, "--no-warnings"],
      stdio: ["ignore", "ignore", "ignore", "ipc"],
      env: {},
      serialization: "advanced",
    });
    started.on("error", () => {});
    // While it reads, the time that it may take keeps the server; when it waits, nothing does.
    started.unref();
    started.channel?.unref();
    // Whoever reads the site goes first.
    if (started.pid) setPriority(started.pid, constants.priority.PRIORITY_BELOW_NORMAL);
    readByIt = 0;
    child = started;
    return started;
  }

  const send = (to: ChildProcess, question: ReaderQuestion) =>
    new Promise<void>((resolve, reject) => to.send(question, (failure) => (failure ? reject(failure) : resolve())));

  async function ask(to: ChildProcess, file: ReadableFile, signal?: AbortSignal): Promise<ReadText> {
    const read: ReadText = { pages: null, texts: [], isWhole: false, blank: [], reason: null };
    const answered = Promise.withResolvers<void>();
    let hasAllWords = false;
    const finish = (reason: UnreadableReason | null) => {
      // Who was ended while it looked for blank pages has read what there is to read.
      if (!hasAllWords) read.reason ??= reason;
      answered.resolve();
    };
    const hear = (answer: ReaderAnswer) => {
      if (answer.kind === "page") {
        read.pages = answer.pages;
        read.texts.push(answer.text);
      } else if (answer.kind === "words") {
        read.isWhole = answer.isWhole;
        hasAllWords = true;
      } else if (answer.kind === "end") {
        read.blank = answer.blank;
        finish(null);
      } else finish(answer.reason);
    };
    // Whoever ran out of memory was ended by a signal or by the engine itself (134); all else is the file's fault.
    const gone = (code: number | null) => finish(code === null || code === 134 ? "memory" : "damaged");
    const timer = setTimeout(() => {
      finish("time");
      end();
    }, limits.time);
    const stop = () => {
      answered.reject(signal!.reason);
      end();
    };
    to.on("message", hear);
    to.once("exit", gone);
    signal?.addEventListener("abort", stop);
    try {
      const asking = async () => {
        await send(to, { kind: "file", extension: file.extension, size: file.size });
        for await (const bytes of file.read()) await send(to, { kind: "bytes", bytes });
        await send(to, { kind: "go" });
      };
      // A process that ends while it is sent to has answered by that.
      const sending = asking().catch((failure: unknown) => {
        if (to.connected) throw failure;
      });
      await Promise.all([answered.promise, sending]);
      return read;
    } finally {
      clearTimeout(timer);
      to.off("message", hear);
      to.off("exit", gone);
      signal?.removeEventListener("abort", stop);
      if (to.exitCode !== null || to.signalCode !== null || read.reason === "time") child = undefined;
    }
  }

  async function readOne(file: ReadableFile, signal?: AbortSignal): Promise<ReadText> {
    signal?.throwIfAborted();
    if (file.size > limits.size) return { pages: null, texts: [], isWhole: false, blank: [], reason: "size" };
    clearTimeout(ending);
    if (readByIt >= filesOfOne) end();
    const wasFresh = child === undefined;
    const read = await ask(child ?? begin(), file, signal);
    readByIt += 1;
    ending = setTimeout(end, idle);
    ending.unref();
    // What earlier files left behind is not this one's fault.
    if (read.reason === "memory" && !wasFresh) return readOne(file, signal);
    return read;
  }

  return { read: (file, signal) => oneReader(() => readOne(file, signal)) };
}

export const readableExtensions = ["pdf", "docx", "txt", "csv"] as const;
