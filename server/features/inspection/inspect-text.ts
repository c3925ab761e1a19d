import { spawn } from "node:child_process";
import { buffer } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { inTurn } from "../../in-turn.ts";
import { lockedExit, type TextCheck, type UnreadReason } from "./inspection.shared.ts";

export interface InspectionLimits {
  /** Milliseconds. */
  time: number;
  /** Of the process that reads, in bytes; the file's own size comes on top, three times. */
  memory: number;
  pages: number;
}

export const inspectionLimits: InspectionLimits = { time: 15_000, memory: 400 * 1024 ** 2, pages: 400 };

const reader = fileURLToPath(new URL("./read-text.process.ts", import.meta.url));
const readable = new Set(["pdf", "docx", "xlsx", "pptx", "odt", "ods", "txt", "csv"]);

const without = (state: TextCheck["state"], reason: UnreadReason | null): TextCheck => ({
  ...{ state, reason, pages: null, pagesRead: null, language: null, findings: [], found: 0 },
});

/** Papers are read one at a time, so that a core stays free for whoever reads the site. */
const oneAtATime = inTurn();

/**
 * Reads the text of a file in a process of its own and says what was found: whether there is text at all, in which
 * language, and what may be about persons. A file that keeps its reader busy, fills its memory or ends it is `unread`
 * with the reason; the server goes on. Nothing of the text leaves that process.
 * @param fd of a file that is open for reading and stays so until the answer
 * @param extension without the dot, as it was recognised by content
 */
export function inspectText(
  fd: number,
  size: number,
  extension: string,
  limits: InspectionLimits = inspectionLimits,
): Promise<TextCheck> {
  if (!readable.has(extension)) return Promise.resolve(without("not_asked", null));
  return oneAtATime(async () => {
    const memory = limits.memory + 3 * size;
    const child = spawn(
      process.execPath,
      [
        `--max-old-space-size=${Math.ceil(memory / 1024 ** 2)}`,
        ...["--no-warnings", reader, String(size), extension, String(limits.pages), String(memory)],
      ],
      { stdio: ["ignore", "pipe", "ignore", fd], env: {}, serialization: "json" },
    );
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      child.kill("SIGKILL");
    }, limits.time);
    try {
      const ended = new Promise<number | null>((resolve, reject) => child.once("exit", resolve).once("error", reject));
      const [answer, code] = await Promise.all([buffer(child.stdout!), ended]);
      // What was told before the closer look came to its limits holds.
      const told = answer.toString().split("\n").at(-2);
      if (told !== undefined) return JSON.parse(told) as TextCheck;
      if (late) return without("unread", "time");
      if (code === lockedExit) return without("unread", "encrypted");
      // Whoever ran out of memory was ended by a signal or by the engine itself (134); all else is the file's fault.
      return without("unread", code === null || code === 134 ? "memory" : "damaged");
    } finally {
      clearTimeout(timer);
    }
  });
}
