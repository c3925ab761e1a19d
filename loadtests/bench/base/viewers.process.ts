import { connect, type Socket } from "node:net";
import { performance } from "node:perf_hooks";
import type { Joining, Seen, ViewersQuestion } from "./viewers.ts";

/**
 * The process that holds the viewers, each a plain socket from an address of its own within 127.0.0.0/8. It reads of a
 * stream the numbers alone, and comes back after a loss as a browser does: after the time it was told, as often as it
 * takes, with the number it saw last.
 */
interface Viewer {
  socket: Socket | null;
  address: string;
  last: number;
  retry: number;
  rest: string;
}

const instant = () => performance.timeOrigin + performance.now();
/** When each update reached how many, by its number. */
const arrivals = new Map<number, number[]>();
const viewers: Viewer[] = [];
const counts = { refused: 0, gaps: 0, wholes: 0 };
/** When streams were opened again. */
const returns: number[] = [];
let plan: Joining | undefined;
let isLeaving = false;
const waiting: { number: number; answer: () => void }[] = [];

const header = (name: string, value: string) => `${name}: ${value}\r\n`;
const allSaw = (number: number) => (arrivals.get(number)?.length ?? 0) >= viewers.length;

function read(viewer: Viewer, text: string) {
  for (const message of text.split("\n\n")) {
    const retry = /^retry: (\d+)/m.exec(message);
    if (retry) viewer.retry = Number(retry[1]);
    const id = /^id: (\d+)$/m.exec(message);
    if (!id) continue;
    const number = Number(id[1]);
    if (message.includes("event: step")) {
      if (number !== viewer.last + 1) counts.gaps += 1;
      if (!arrivals.has(number)) arrivals.set(number, []);
      arrivals.get(number)!.push(instant());
      for (const one of waiting) if (one.number === number && allSaw(number)) one.answer();
    } else if (message.includes("event: whole")) counts.wholes += 1;
    viewer.last = number;
  }
}

function join(viewer: Viewer, isBack: boolean, onOpen: () => void, onRefused: () => void) {
  const { port, host, path } = plan!;
  const socket = connect({ port, host: "127.0.0.1", localAddress: viewer.address });
  viewer.socket = socket;
  let isOpen = false;
  socket.setNoDelay(true);
  socket.on("connect", () => {
    const back = isBack ? header("Last-Event-ID", String(viewer.last)) : "";
    socket.write(`GET ${path} HTTP/1.1\r\n${header("Host", host)}${header("Accept", "text/event-stream")}${back}\r\n`);
  });
  socket.on("data", (bytes) => {
    let text = viewer.rest + (bytes as Buffer).toString("latin1");
    viewer.rest = "";
    if (!isOpen) {
      const end = text.indexOf("\r\n\r\n");
      if (end === -1) {
        viewer.rest = text;
        return;
      }
      if (!text.startsWith("HTTP/1.1 200")) return void socket.destroy();
      isOpen = true;
      text = text.slice(end + 4);
      onOpen();
    }
    const last = text.lastIndexOf("\n\n");
    viewer.rest = text.slice(last + 2);
    if (last !== -1) read(viewer, text.slice(0, last));
  });
  socket.on("error", () => {});
  socket.on("close", () => {
    viewer.rest = "";
    if (isLeaving) return;
    if (!isOpen) onRefused();
    setTimeout(() => join(viewer, viewer.last >= 0, onOpen, onRefused), viewer.retry);
  });
}

async function joinAll(given: Joining) {
  plan = given;
  isLeaving = false;
  const began = performance.now();
  let opened = 0;
  for (let at = 0; at < given.viewers; at++)
    viewers.push({
      socket: null,
      address: `127.${1 + (at >> 16)}.${(at >> 8) & 255}.${at & 255 || 1}`,
      ...{ last: given.since, retry: 3_000, rest: "" },
    });
  await new Promise<void>((resolve) => {
    const onOpen = () => {
      opened += 1;
      if (opened > given.viewers) returns.push(instant());
      if (opened === given.viewers) resolve();
      else next();
    };
    let begun = 0;
    const next = () => {
      if (begun < given.viewers) join(viewers[begun++]!, false, onOpen, () => (counts.refused += 1));
    };
    for (let atOnce = 0; atOnce < 100; atOnce++) next();
  });
  return (performance.now() - began) / 1_000;
}

const stuck: Socket[] = [];
/** Somebody whose device sleeps, or whose network is gone without a word: connected, and reading nothing. */
const stick = (at: number) =>
  new Promise<void>((resolve) => {
    const { port, host, path } = plan!;
    const socket = connect({ port, host: "127.0.0.1", localAddress: `127.200.0.${1 + (at % 250)}` });
    socket.on("connect", () => socket.write(`GET ${path} HTTP/1.1\r\n${header("Host", host)}\r\n`));
    socket.once("data", () => {
      socket.pause();
      resolve();
    });
    socket.on("error", () => {});
    stuck.push(socket);
  });

/** Of moments in their order. */
function mostInOneSecond(moments: readonly number[]): number {
  let most = 0;
  let from = 0;
  for (const [at, moment] of moments.entries()) {
    while (moment - moments[from]! > 1_000) from += 1;
    most = Math.max(most, at - from + 1);
  }
  return most;
}

function seen(number: number, patience: number): Promise<Seen> {
  return new Promise((resolve) => {
    const answer = () => {
      clearTimeout(late);
      waiting.splice(0);
      resolve({ times: (arrivals.get(number) ?? []).sort((one, other) => one - other) });
      arrivals.delete(number);
    };
    const late = setTimeout(answer, patience);
    waiting.push({ number, answer });
    if (allSaw(number)) answer();
  });
}

process.on("message", async (question: ViewersQuestion) => {
  if (question.kind === "join") process.send!(await joinAll(question));
  else if (question.kind === "stick") {
    await Promise.all(Array.from({ length: question.viewers }, (_, at) => stick(at)));
    process.send!(null);
  } else if (question.kind === "seen") process.send!(await seen(question.number, question.patience));
  else if (question.kind === "counts")
    process.send!({ ...counts, returned: returns.length, returnedInOneSecond: mostInOneSecond(returns) });
  else {
    isLeaving = true;
    for (const { socket } of viewers.splice(0)) socket?.destroy();
    for (const socket of stuck.splice(0)) socket.destroy();
    arrivals.clear();
    setTimeout(() => process.send!(null), 1_000);
  }
});
process.on("disconnect", () => process.exit());
