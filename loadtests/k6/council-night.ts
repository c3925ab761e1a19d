import { setTimeout as sleep } from "node:timers/promises";
import { systemClock } from "../../server/clock.ts";
import { seedSlug } from "../../server/seed/seed-councils.ts";
import { attachPaper, storePaper } from "../add-paper.ts";
import { sittingMeeting } from "../sitting-meeting.ts";
import type { Inside } from "./portal.ts";
import type { Load } from "./scenario.ts";

const paperBytes = 100_000;

async function announced(inside: Inside, slug: string) {
  const { id, db } = await inside.council(slug);
  const meeting = await sittingMeeting(db);
  for (const [at, item] of meeting.items.slice(0, 5).entries()) {
    const paper = await storePaper(inside.storage, id, at, paperBytes);
    await db.write((tx) => attachPaper(tx, item, 0, paper, systemClock.now()));
  }
  return { council: slug, ...meeting };
}

/** Five councils sit; all viewers hear of a vote each second from the moment that it is called. */
export async function councilNight(inside: Inside, { councils, isSmoke }: { councils: number; isSmoke: boolean }) {
  const sitting = Math.min(5, councils);
  const timetable = isSmoke ? [3, 8, 16] : [30, 90, 180];
  const [opening, vote, end] = timetable as [number, number, number];
  const meetings: Awaited<ReturnType<typeof announced>>[] = [];
  for (let number = 1; number <= sitting; number++) meetings.push(await announced(inside, seedSlug(number)));
  const all = (step: (meeting: (typeof meetings)[number]) => Promise<unknown>) => Promise.all(meetings.map(step));
  return {
    environment: {
      SITTINGS: JSON.stringify(meetings.map(({ council, slug }) => ({ council, slug }))),
      TIMETABLE: JSON.stringify(timetable),
      VIEWERS: isSmoke ? "30" : "1000",
      SCALE: isSmoke ? "0.1" : "1",
    },
    async meanwhile() {
      const began = performance.now();
      const until = (second: number) => sleep(Math.max(0, second * 1_000 - (performance.now() - began)));
      await until(opening);
      await all((meeting) => meeting.open());
      await until(vote);
      await all((meeting) => meeting.openVote());
      for (let second = vote + 1; second < end - 1; second++) {
        await until(second);
        await all((meeting) => meeting.castNext());
      }
      await all((meeting) => meeting.closeVote());
      // The last word, after which viewers go home.
      await until(end + 2);
      await all((meeting) => meeting.step({ kind: "break_began" }));
      return {};
    },
  } satisfies Load;
}
