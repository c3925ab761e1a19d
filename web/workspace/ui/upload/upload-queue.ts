import { createStore, produce } from "solid-js/store";
import type { Problem } from "../../../../server/http/problem.schema.ts";
import type { LocalizedText } from "../../../../server/locale.shared.ts";
import { refusalWords } from "./refusal-words.ts";

export const uploadStates = ["waiting", "sending", "paused", "offline", "finishing", "done", "failed"] as const;
export type UploadState = (typeof uploadStates)[number];

/** What the server has made of a file. */
export interface UploadOutcome {
  documentId: string | null;
  pictureId: string | null;
  title: LocalizedText | null;
  text: { state: string; found: number } | null;
  /** A document of the council that had the very file before. */
  sameAs: { id: string; title: LocalizedText } | null;
}

/** A file on its way, as a list shows it. */
export interface UploadItem {
  key: number;
  name: string;
  size: number;
  sent: number;
  state: UploadState;
  /** Why it failed, in the page's language. */
  problem: string | null;
  outcome: UploadOutcome | null;
}

/** As the server has it. */
export interface UploadPurpose extends Record<string, unknown> {
  as: string;
}

const endpoint = "/api/v1/admin/uploads";
const inLanguage = () => ({ "accept-language": document.documentElement.lang });
const pieceSize = 4 * 1024 ** 2;
/** At a time; more would only share the same line. */
const atOnce = 3;
/** Milliseconds between two attempts while the connection is away. */
const patience = 3_000;
/** A sum is computed of files up to this size: the browser needs all of it in memory. */
const largestSummed = 64 * 1024 ** 2;

async function sumOf(file: File): Promise<string | null> {
  if (!globalThis.crypto?.subtle || file.size > largestSummed) return null;
  const sum = await crypto.subtle.digest("SHA-256", await file.arrayBuffer());
  return [...new Uint8Array(sum)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

interface Work {
  file: File;
  /** Stops the sending; what arrived stays with the server. */
  stop?: (() => void) | undefined;
  /** All of it has arrived, and whoever sends it again has read what stands where it goes. */
  isAgain?: boolean;
  /** Where it is known to the server. */
  url?: string | null;
}

/** A refusal that the server has said in a sentence. */
class Refused extends Error {
  /** Something else stands by now where the file was to go. */
  readonly isChanged: boolean;
  constructor(title: string, isChanged = false) {
    super(title);
    this.isChanged = isChanged;
  }
}

async function refusalOf(answer: { status: number; text: () => Promise<string> | string }): Promise<Error> {
  const text = await answer.text();
  try {
    const problem = JSON.parse(text) as Partial<Problem>;
    const words = refusalWords(problem);
    if (words && answer.status < 500) return new Refused(words, problem.code?.endsWith(".source_changed") ?? false);
  } catch {}
  return new Error(`The server answered ${answer.status}`);
}

/**
 * Sends files, some at a time, each in pieces. What breaks off is tried again until it is there; a browser that was closed
 * goes on from where the file stood when the same file is chosen again. Ended sessions count as a connection that is away.
 */
export function createUploadQueue(purpose: UploadPurpose, onDone: (item: UploadItem) => void) {
  const [items, setItems] = createStore<UploadItem[]>([]);
  const works = new Map<number, Work>();
  let last = 0;

  const find = (key: number) => items.find((item) => item.key === key);
  const change = (key: number, changes: Partial<UploadItem>) =>
    setItems(
      (item) => item.key === key,
      produce((item) => Object.assign(item, changes)),
    );

  function next() {
    const busy = items.filter(({ state }) => state === "sending" || state === "finishing").length;
    for (const { key } of items.filter(({ state }) => state === "waiting").slice(0, Math.max(0, atOnce - busy)))
      void send(key);
  }

  /** One attempt to bring the rest of a file up. */
  async function bring(key: number, work: Work): Promise<void> {
    const { Upload } = await import("tus-js-client");
    const sha256 = await sumOf(work.file);
    if (find(key)?.state !== "sending") throw new DOMException("", "AbortError");
    await new Promise<void>((resolve, reject) => {
      const upload = new Upload(work.file, {
        endpoint,
        chunkSize: pieceSize,
        retryDelays: [0, 1_000, 2_000],
        removeFingerprintOnSuccess: true,
        // What is refused is told in the language of the page, whatever the browser's is.
        headers: inLanguage(),
        metadata: { filename: work.file.name, as: purpose.as, ...(sha256 && { sha256 }) },
        onProgress: (sent) => change(key, { sent }),
        onSuccess: () => resolve(),
        onError: (error) => {
          const answer = "originalResponse" in error ? error.originalResponse : null;
          if (!answer) return reject(error);
          void refusalOf({ status: answer.getStatus(), text: () => answer.getBody() }).then(reject);
        },
        onUploadUrlAvailable: () => {
          work.url = upload.url;
        },
      });
      work.stop = () => void upload.abort().then(() => reject(new DOMException("", "AbortError")));
      void upload.findPreviousUploads().then(([previous]) => {
        if (previous) upload.resumeFromPreviousUpload(previous);
        upload.start();
      });
    });
  }

  async function finish(work: Work): Promise<UploadOutcome> {
    const answer = await fetch(`${work.url}/finish`, {
      method: "POST",
      headers: { ...inLanguage(), "content-type": "application/json", accept: "application/json" },
      body: JSON.stringify(work.isAgain ? { ...purpose, seen: undefined } : purpose),
    });
    if (!answer.ok) throw await refusalOf(answer);
    return answer.json();
  }

  async function send(key: number) {
    const work = works.get(key)!;
    change(key, { state: "sending", problem: null });
    try {
      if (!work.isAgain) await bring(key, work);
      work.stop = undefined;
      change(key, { state: "finishing", sent: work.file.size });
      const outcome = await finish(work);
      change(key, { state: "done", outcome });
      // It may have been given up meanwhile.
      const done = find(key);
      if (done) onDone(done);
    } catch (failure) {
      const item = find(key);
      if (failure instanceof Refused) work.isAgain = failure.isChanged;
      if (!item || item.state === "paused") return;
      if (failure instanceof Refused) change(key, { state: "failed", problem: failure.message });
      else {
        change(key, { state: "offline" });
        setTimeout(() => again(key), patience);
      }
    } finally {
      next();
    }
  }

  function again(key: number) {
    const state = find(key)?.state;
    if (state === "offline" || state === "paused" || state === "failed") change(key, { state: "waiting" });
    next();
  }

  return {
    items,
    add(files: Iterable<File>) {
      for (const file of files) {
        last += 1;
        works.set(last, { file });
        const { name, size } = file;
        setItems(items.length, { key: last, name, size, sent: 0, state: "waiting", problem: null, outcome: null });
      }
      next();
    },
    pause(key: number) {
      change(key, { state: "paused" });
      works.get(key)?.stop?.();
      next();
    },
    resume: again,
    /** The browser has heard that the connection is back. */
    online() {
      for (const { key, state } of items) if (state === "offline") again(key);
    },
    remove(key: number) {
      const work = works.get(key);
      const isDone = find(key)?.state === "done";
      setItems((all) => all.filter((item) => item.key !== key));
      works.delete(key);
      work?.stop?.();
      if (work?.url && !isDone)
        void fetch(work.url, { method: "DELETE", headers: { "tus-resumable": "1.0.0" } }).catch(() => {});
      next();
    },
  };
}
