import { createServer, type Server, type Socket } from "node:net";
import { Readable } from "node:stream";
import { afterEach, expect, it } from "vitest";
import { clamd } from "./virus-scanner.ts";

/** The test file that every virus scanner knows, in two parts so that none of them takes this one for it. */
const eicar = `X5O!P%@AP[4\\PZX54(P^)7CC)7}$${"EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"}`;

const servers: Server[] = [];
const sockets: Socket[] = [];
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  await Promise.all(servers.splice(0).map((server) => new Promise((done) => server.close(done))));
});

/** Speaks clamd's INSTREAM: reads pieces behind their lengths and answers about all of them. */
async function fakeClamd({ limit = 1e9, instead }: { limit?: number; instead?: (socket: Socket) => void } = {}) {
  const received: Buffer[] = [];
  const server = createServer((socket) => {
    sockets.push(socket);
    socket.on("error", () => {});
    if (instead) return instead(socket);
    let waiting: Buffer = Buffer.alloc(0);
    let begun = false;
    socket.on("data", (data: Buffer) => {
      waiting = Buffer.concat([waiting, data]);
      if (!begun) {
        if (waiting.length < 10) return;
        expect(waiting.subarray(0, 10).toString()).toBe("zINSTREAM\0");
        waiting = waiting.subarray(10);
        begun = true;
      }
      while (waiting.length >= 4) {
        const length = waiting.readUInt32BE(0);
        if (length === 0) {
          const found = Buffer.concat(received).includes(eicar);
          socket.end(found ? "stream: Eicar-Signature FOUND\0" : "stream: OK\0");
          return;
        }
        if (waiting.length < 4 + length) return;
        received.push(waiting.subarray(4, 4 + length));
        waiting = waiting.subarray(4 + length);
        if (received.reduce((sum, { length: more }) => sum + more, 0) > limit) {
          socket.end("INSTREAM size limit exceeded. ERROR\0");
          socket.destroySoon();
          return;
        }
      }
    });
  });
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as { port: number };
  return { url: `tcp://127.0.0.1:${port}`, received: () => Buffer.concat(received) };
}
const body = (...pieces: string[]) => Readable.from(pieces.map((piece) => Buffer.from(piece)));

it("A clean file goes to the scanner byte by byte as it is", async () => {
  const { url, received } = await fakeClamd();
  expect(await clamd(url).scan(body("një", "", " dy"))).toEqual({ state: "clean" });
  expect(received().toString()).toBe("një dy");
});

it("A virus is found by its name, also across two pieces", async () => {
  const { url } = await fakeClamd();
  expect(await clamd(url).scan(body("abc", eicar.slice(0, 20), eicar.slice(20)))).toEqual({
    state: "found",
    name: "Eicar-Signature",
  });
});

it("A file that is too large for the scanner is said to be so, though it hangs up in the middle", async () => {
  const { url } = await fakeClamd({ limit: 100_000 });
  const pieces = Readable.from(Array.from({ length: 400 }, () => Buffer.alloc(50_000)));
  expect(await clamd(url).scan(pieces)).toEqual({ state: "too_large" });
});

it("A scanner that is away, hangs up or talks nonsense has checked nothing", async () => {
  const unavailable = { code: "files.virus_check_unavailable", status: 503 };
  await expect(clamd("tcp://127.0.0.1:1").scan(body("a"))).rejects.toMatchObject(unavailable);
  await expect(clamd("unix:///nowhere/clamd.ctl").scan(body("a"))).rejects.toMatchObject(unavailable);
  const silent = await fakeClamd({ instead: (socket) => socket.destroy() });
  await expect(clamd(silent.url).scan(body("a"))).rejects.toMatchObject(unavailable);
  const odd = await fakeClamd({ instead: (socket) => socket.end("HTTP/1.1 400 Bad Request\r\n\0") });
  await expect(clamd(odd.url).scan(body("a"))).rejects.toMatchObject(unavailable);
});

it("Whoever asks may give up", async () => {
  const { url } = await fakeClamd({ instead: () => {} });
  const giveUp = new AbortController();
  const scanning = clamd(url).scan(Readable.from([Buffer.alloc(10)]), AbortSignal.any([giveUp.signal]));
  giveUp.abort(new Error("gone"));
  await expect(scanning).rejects.toThrow("gone");
});
