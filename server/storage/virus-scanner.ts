import { createConnection, type Socket } from "node:net";
import { addAbortSignal, Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { abortable } from "./body.ts";
import { virusCheckUnavailable } from "./errors.ts";

/** `too_large` for the scanner, which then says nothing about the file. */
export type VirusVerdict = { state: "clean" } | { state: "found"; name: string } | { state: "too_large" };

export interface VirusScanner {
  /** @throws `files.virus_check_unavailable` when the scanner cannot be asked or does not answer */
  scan(body: AsyncIterable<Uint8Array>, signal?: AbortSignal): Promise<VirusVerdict>;
}

/** Milliseconds without a byte in either direction. */
const patience = 60_000;

/** INSTREAM wants each piece behind its length in four bytes, and a length of zero at the end. */
async function* framed(body: AsyncIterable<Uint8Array>, signal?: AbortSignal): AsyncGenerator<Uint8Array> {
  yield Buffer.from("zINSTREAM\0");
  for await (const piece of abortable(body, signal)) {
    if (piece.byteLength === 0) continue;
    const length = Buffer.alloc(4);
    length.writeUInt32BE(piece.byteLength);
    yield length;
    yield piece;
  }
  yield Buffer.alloc(4);
}

/** All that the scanner says; it closes behind its answer, or breaks the line while it is still being sent to. */
function answerOf(socket: Socket): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = "";
    socket.setEncoding("utf8");
    socket.on("data", (text: string) => {
      answer += text;
      if (answer.includes("\0")) resolve(answer);
    });
    socket.on("timeout", () => socket.destroy(new Error("The virus scanner is silent")));
    socket.on("error", reject);
    socket.on("close", () => (answer ? resolve(answer) : reject(new Error("The virus scanner closed without a word"))));
  });
}

function verdictOf(answer: string): VirusVerdict {
  const [line = ""] = answer.split("\0");
  if (/^stream: OK$/.test(line.trim())) return { state: "clean" };
  const [, name] = /^stream: (.+) FOUND$/.exec(line.trim()) ?? [];
  if (name) return { state: "found", name };
  if (/size limit exceeded/i.test(line)) return { state: "too_large" };
  throw new Error(`The virus scanner answered ${JSON.stringify(line.slice(0, 200))}`);
}

/**
 * ClamAV's daemon, asked over its own line (`INSTREAM`); no file is written for it.
 * @param url `tcp://host:3310` or `unix:///run/clamav/clamd.ctl`
 */
export function clamd(url: string): VirusScanner {
  const { protocol, hostname, port, pathname } = new URL(url);
  const place = protocol === "unix:" ? { path: pathname } : { host: hostname, port: Number(port || 3310) };
  return {
    async scan(body, signal) {
      const socket = createConnection({ ...place, timeout: patience });
      if (signal) addAbortSignal(signal, socket);
      try {
        const answer = answerOf(socket);
        // Whoever has heard enough breaks the line: what counts then is the answer.
        const sending = pipeline(Readable.from(framed(body, signal)), socket, { end: false }).catch((error) => error);
        const failure = await Promise.race([sending, answer.then(() => null)]);
        const said = await answer.catch((error) => {
          throw failure ?? error;
        });
        return verdictOf(said);
      } catch (error) {
        signal?.throwIfAborted();
        throw virusCheckUnavailable(error);
      } finally {
        socket.destroy();
      }
    },
  };
}
