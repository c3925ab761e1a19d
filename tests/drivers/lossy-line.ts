import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";

export interface LossyLine {
  /** The same address as the server's, through this line. */
  endpoint: string;
  /** Bytes that came back from the server so far. */
  received(): number;
  /** How many connections `breakNext` broke so far. */
  broken(): number;
  /** How many are open now towards the server. */
  open(): number;
  /** Breaks each connection once so many bytes have come back over it; `null` mends the line. */
  cutAfter(bytes: number | null): void;
  /** Breaks the next so many connections before anything comes back. */
  breakNext(connections: number): void;
  close(): Promise<void>;
}

/** A line to a server on this machine that breaks when told to. */
export async function lossyLine(to: string): Promise<LossyLine> {
  const target = new URL(to);
  let received = 0;
  let limit: number | null = null;
  let toBreak = 0;
  let broken = 0;
  const sockets = new Set<Socket>();
  const outward = new Set<Socket>();

  const server = createServer((reader) => {
    const source = connect(Number(target.port), target.hostname);
    let passed = 0;
    const end = () => {
      reader.destroy();
      source.destroy();
    };
    for (const socket of [reader, source]) {
      sockets.add(socket);
      socket.on("error", end).on("close", () => {
        end();
        sockets.delete(socket);
        outward.delete(socket);
      });
    }
    outward.add(source);
    const breaks = toBreak > 0;
    if (breaks) toBreak -= 1;
    reader.on("data", (chunk: Buffer) => {
      if (!breaks) return source.write(chunk);
      broken += 1;
      end();
    });
    source.on("data", (chunk: Buffer) => {
      received += chunk.byteLength;
      passed += chunk.byteLength;
      if (limit !== null && passed > limit) return end();
      if (!reader.write(chunk)) source.pause();
    });
    reader.on("drain", () => source.resume());
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");

  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received: () => received,
    broken: () => broken,
    open: () => outward.size,
    cutAfter: (bytes) => {
      limit = bytes;
    },
    breakNext: (connections) => {
      toBreak = connections;
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}
