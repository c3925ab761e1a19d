import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { Channel, type Limits, type Updates } from "./channel.ts";
import { Crowd } from "./crowd.ts";
import { message, openStream } from "./open-stream.ts";

/** Numbered updates, of which the last few can be sent one by one. */
class Numbers implements Updates {
  newest = 0;
  #kept = 5;
  size: number;
  constructor(size = 0) {
    this.size = size;
  }
  #one = (number: number) => message("step", `${number}${"x".repeat(this.size)}`, number);
  after(number: number) {
    if (this.newest - number > this.#kept) return null;
    return Buffer.concat(Array.from({ length: this.newest - number }, (_, at) => this.#one(number + 1 + at)));
  }
  whole = () => message("whole", `${this.newest}`, this.newest);
  greeting = () => message("hello", `${this.newest}`, this.newest);
}

const open: { server: Server; sockets: Socket[] }[] = [];
afterEach(() => {
  for (const { server, sockets } of open.splice(0)) {
    for (const socket of sockets) socket.destroy();
    server.closeAllConnections();
    server.close();
  }
});

async function channelOf(updates: Numbers, limits?: Limits) {
  const channel = new Channel(updates, limits);
  const server = createServer((request, response) => {
    openStream(response, {});
    const seen = new URL(request.url!, "http://x").searchParams.get("since");
    channel.join(response, seen === null ? null : Number(seen), () => {});
  });
  const sockets: Socket[] = [];
  open.push({ server, sockets });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const watch = async (since?: number) => {
    const socket = connect(port, "127.0.0.1");
    sockets.push(socket);
    let text = "";
    socket.setEncoding("utf8").on("data", (part) => {
      text += part;
    });
    socket.on("error", () => {});
    socket.write(`GET /${since === undefined ? "" : `?since=${since}`} HTTP/1.1\r\nHost: x\r\n\r\n`);
    const before = channel.viewers;
    await expect.poll(() => channel.viewers).toBe(before + 1);
    return {
      socket,
      text: () => text,
      steps: () => [...text.matchAll(/event: step\ndata: (\d+)/g)].map((m) => Number(m[1])),
    };
  };
  const publish = (count = 1) => {
    updates.newest += count;
    channel.tell();
  };
  return { channel, watch, publish };
}

describe("A viewer", () => {
  it("who comes first gets everything, and then each update once and in order", async () => {
    const { watch, publish } = await channelOf(new Numbers());
    publish(3);
    const viewer = await watch();
    for (let count = 0; count < 20; count++) publish();
    await expect.poll(viewer.steps).toEqual(Array.from({ length: 20 }, (_, at) => at + 4));
    expect(viewer.text()).toMatch(/content-type: text\/event-stream/i);
    expect(viewer.text()).toMatch(/x-accel-buffering: no/i);
    expect(viewer.text()).not.toMatch(/content-encoding|transfer-encoding/i);
    expect(viewer.text()).toContain("event: whole\ndata: 3");
  });

  it("who comes back gets what was missed and nothing twice; who lacks too much gets everything", async () => {
    const { watch, publish } = await channelOf(new Numbers());
    publish(10);
    const back = await watch(7);
    await expect.poll(back.steps).toEqual([8, 9, 10]);
    expect(back.text()).not.toContain("event: whole");
    const late = await watch(2);
    await expect.poll(late.text).toContain("event: whole\ndata: 10");
    expect(late.steps()).toEqual([]);
    const ahead = await watch(99);
    await expect.poll(ahead.text).toContain("event: whole\ndata: 10");
  });

  it("is told when to come back, each at another moment", async () => {
    const { watch } = await channelOf(new Numbers());
    const viewers: Awaited<ReturnType<typeof watch>>[] = [];
    for (let count = 0; count < 8; count++) viewers.push(await watch());
    await expect.poll(() => viewers.every((viewer) => viewer.text().includes("retry: "))).toBe(true);
    const times = new Set(viewers.map((viewer) => /retry: (\d+)/.exec(viewer.text())![1]));
    expect(times.size).toBeGreaterThan(viewers.length / 2);
  });

  it("who joins while an update goes around gets it once", async () => {
    const { watch, publish, channel } = await channelOf(new Numbers(), { mostWaiting: 1e6, inOneTurn: 1 });
    const first = [await watch(0), await watch(0), await watch(0)];
    publish();
    const late = await watch(0);
    publish();
    await expect.poll(() => [...first, late].map((viewer) => viewer.steps())).toEqual(Array(4).fill([1, 2]));
    expect(channel.viewers).toBe(4);
  });
});

describe("Who does not read", () => {
  it("is let go when too much waits for them; the others get everything at once", async () => {
    const { watch, publish, channel } = await channelOf(new Numbers(100_000));
    const stuck = await watch(0);
    stuck.socket.pause();
    const reader = await watch(0);
    for (let count = 1; count <= 150; count++) {
      publish();
      await expect.poll(() => reader.text().includes(`id: ${count}\n`), { interval: 1 }).toBe(true);
    }
    expect(channel.dropped).toBe(1);
    expect(channel.viewers).toBe(1);
  });

  it("is let go when something waits from one heartbeat to the next", async () => {
    const { watch, publish, channel } = await channelOf(new Numbers(1_000_000), { mostWaiting: 1e9, inOneTurn: 500 });
    const stuck = await watch(0);
    stuck.socket.pause();
    for (let count = 0; count < 12; count++) publish();
    await new Promise((resolve) => setTimeout(resolve, 50));
    channel.beat();
    expect(channel.viewers).toBe(1);
    channel.beat();
    expect(channel.viewers).toBe(0);
  });
});

it("A stream ends when its process does", async () => {
  const { watch, channel } = await channelOf(new Numbers());
  const viewer = await watch();
  const ended = once(viewer.socket, "end");
  channel.end();
  await ended;
  await expect.poll(() => channel.viewers).toBe(0);
});

it("An address holds as many connections as it may, and its places are free again afterwards", () => {
  const crowd = new Crowd();
  expect([crowd.enter("a", 2), crowd.enter("a", 2), crowd.enter("a", 2), crowd.enter("b", 2)]).toEqual([
    true,
    true,
    false,
    true,
  ]);
  crowd.leave("a");
  expect(crowd.enter("a", 2)).toBe(true);
  for (const address of ["a", "a", "b"]) crowd.leave(address);
  expect(crowd.addresses).toBe(0);
});
