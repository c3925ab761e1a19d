import { spawn } from "node:child_process";
import { constants, setPriority } from "node:os";
import { oneReader } from "./one-reader.ts";

/** Reads pages that are pictures. */
export interface Recogniser {
  /**
   * The words on one page of a PDF, with the mistakes of a machine.
   * @param fd of the PDF, open for reading
   * @param page from 1
   * @returns `null` where the page could not be drawn or read within its limits
   */
  read(fd: number, page: number, signal?: AbortSignal): Promise<string | null>;
}

/** Pixels of a drawn page's longer side: about 250 to the inch on A4, whatever size the page says it has. */
const drawnSize = 2_900;

export interface RunLimits {
  /** Milliseconds. */
  time: number;
  /** Kilobytes of address space. */
  memory: number;
  /** Bytes of its answer. */
  output: number;
}

const drawing: RunLimits = { time: 20_000, memory: 1_500_000, output: 40 * 1024 ** 2 };
const reading: RunLimits = { time: 60_000, memory: 1_500_000, output: 2 * 1024 ** 2 };
const asking: RunLimits = { time: 5_000, memory: 1_500_000, output: 100_000 };

const asTold = 'ulimit -v "$0" && exec "$@"';

/** What a program answers; `null` where it is not there, fails, takes too long or says too much. */
export function runWithin(
  [name, ...parameters]: readonly [string, ...string[]],
  limits: RunLimits,
  given: { fd?: number; input?: Buffer; signal?: AbortSignal } = {},
): Promise<Buffer | null> {
  return new Promise((resolve) => {
    const { fd, input, signal } = given;
    const child = spawn("/bin/sh", ["-c", asTold, String(limits.memory), name, ...parameters], {
      stdio: ["pipe", "pipe", "ignore", ...(fd === undefined ? [] : [fd])],
      // It finds its programs and nothing else; one core is enough for what nobody waits for.
      env: { PATH: "/usr/local/bin:/usr/bin:/bin:/opt/homebrew/bin", OMP_THREAD_LIMIT: "1" },
      detached: true,
    });
    const end = () => {
      // The shell becomes the program: one process, in a group of its own with whatever it starts.
      if (child.pid) {
        try {
          process.kill(-child.pid, "SIGKILL");
        } catch {
          // It has ended by itself.
        }
      }
    };
    if (child.pid) setPriority(child.pid, constants.priority.PRIORITY_LOW);
    const pieces: Buffer[] = [];
    let said = 0;
    const timer = setTimeout(end, limits.time);
    signal?.addEventListener("abort", end, { once: true });
    child.stdout!.on("data", (piece: Buffer) => {
      said += piece.length;
      if (said > limits.output) end();
      else pieces.push(piece);
    });
    const finish = (answer: Buffer | null) => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", end);
      resolve(answer);
    };
    child.on("error", () => finish(null));
    child.on("close", (code) => finish(code === 0 ? Buffer.concat(pieces) : null));
    // A program that ends before it has read all has its reasons.
    child.stdin!.on("error", () => {});
    child.stdin!.end(input);
  });
}

/** Tesseract with Albanian and Poppler's drawing, where this machine has both; else `null`. */
export async function findRecogniser(): Promise<Recogniser | null> {
  const languages = await runWithin(["tesseract", "--list-langs"], asking);
  const draws = await runWithin(["pdftoppm", "-v"], asking);
  if (!languages || !draws || !/^sqi$/m.test(languages.toString())) return null;
  async function recognise(fd: number, page: number, signal?: AbortSignal): Promise<string | null> {
    const number = String(page);
    const picture = await runWithin(
      ["pdftoppm", "-f", number, "-l", number, "-scale-to", String(drawnSize), "-gray", "-png", "/dev/fd/3"],
      drawing,
      { fd, signal },
    );
    if (!picture || picture.length === 0) return null;
    const text = await runWithin(["tesseract", "stdin", "stdout", "-l", "sqi"], reading, { input: picture, signal });
    return text?.toString("utf8") ?? null;
  }
  return { read: (fd, page, signal) => oneReader(() => recognise(fd, page, signal)) };
}
