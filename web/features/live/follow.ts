import type { LiveChange, LiveMeeting } from "../../../server/features/following/following.schema.ts";
import { afterChange } from "./after-change.ts";

/** `following` by the stream, `lost` while it is tried again, `polling` where there is no stream, `gone` for good. */
export type Connection = "following" | "lost" | "polling" | "gone";

interface Follower {
  onMeeting(meeting: LiveMeeting): void;
  onConnection(connection: Connection): void;
}

/** Somewhere between half of it and one and a half, so that not everybody asks in the same moment. */
const about = (milliseconds: number) => milliseconds * (0.5 + Math.random());
/** How often one asks who gets no stream, and how often that one tries for a stream again. */
const pollEvery = 6_000;
const tryAgainAfter = 60_000;

/** Keeps a meeting up to date as it is told, and where that cannot be, by asking. Returns what ends it. */
export function follow(start: LiveMeeting, { onMeeting, onConnection }: Follower): () => void {
  const address = `/api/v1/live/${start.meeting.slug}`;
  let meeting = start;
  let stream: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let triedAt = 0;
  let isOver = false;

  const take = (next: LiveMeeting) => {
    meeting = next;
    onMeeting(next);
  };
  const end = (connection?: Connection) => {
    isOver = true;
    stream?.close();
    clearTimeout(timer);
    if (connection) onConnection(connection);
  };

  const ask = async () => {
    const answer = await fetch(address);
    if (answer.status === 404) return end("gone");
    if (answer.ok && !isOver) {
      const next = (await answer.json()) as LiveMeeting;
      if (next.number >= meeting.number) take(next);
    }
  };
  const askSoon = () => {
    clearTimeout(timer);
    timer = setTimeout(() => void ask().catch(() => {}), about(800));
  };

  const poll = async () => {
    onConnection("polling");
    await ask().catch(() => onConnection("lost"));
    if (isOver) return;
    timer = setTimeout(performance.now() - triedAt > tryAgainAfter ? connect : poll, about(pollEvery));
  };

  const step = ({ data }: MessageEvent<string>) => {
    const change = JSON.parse(data) as LiveChange;
    if (change.number <= meeting.number) return;
    if (change.number === meeting.number + 1) take(afterChange(meeting, change));
    else askSoon();
  };
  const hello = ({ data }: MessageEvent<string>) => {
    onConnection("following");
    const { frame, number, phase } = JSON.parse(data) as { frame: string; number: number; phase: string };
    if (frame !== meeting.frame || number !== meeting.number || phase !== meeting.now.phase) askSoon();
  };

  function connect() {
    triedAt = performance.now();
    stream = new EventSource(`${address}/stream?since=${meeting.number}`);
    stream.addEventListener("step", step);
    stream.addEventListener("hello", hello);
    stream.addEventListener("whole", ({ data }) => take(JSON.parse(data)));
    stream.addEventListener("gone", () => end("gone"));
    stream.addEventListener("error", () => {
      // A browser that was refused does not try again by itself.
      if (stream!.readyState !== EventSource.CLOSED) return onConnection("lost");
      stream!.close();
      void poll();
    });
  }
  connect();
  return () => end();
}
