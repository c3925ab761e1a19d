import { systemClock } from "../server/clock.ts";
import type { TenantDb } from "../server/db/tenant-db.ts";
import { chamberOf } from "../server/features/live/live.queries.ts";
import { takeStep } from "../server/features/live/live.service.ts";
import { setAgenda } from "../server/features/meetings/agenda.service.ts";
import { holdMeeting } from "../server/features/meetings/held-meeting.ts";
import { createMeeting } from "../server/features/meetings/meetings.service.ts";
import { announceMeeting } from "../server/features/meetings/stages.service.ts";

const day = 86_400_000;
const by = (ahead = 0) => ({
  actor: { kind: "system" as const, name: "loadtests" },
  now: new Date(systemClock.now().getTime() + ahead),
});

/** A meeting of twenty items that was announced ten days ago and begins at this hour; its secretary takes steps. */
export async function sittingMeeting(db: TenantDb) {
  const meeting = await db.write(async (tx) => {
    const earlier = by(-10 * day);
    const { id: bodyId } = await tx
      .selectFrom("bodies")
      .select("id")
      .where("kind", "=", "council")
      .executeTakeFirstOrThrow();
    const { id } = await createMeeting(tx, earlier, { bodyId, kind: "extraordinary", startsAt: by().now });
    const agenda = Array.from({ length: 20 }, (_, at) => ({
      ...{ path: [at + 1], kind: "other" as const },
      title: { sq: `Pika ${at + 1} e mbledhjes`, en: `Item ${at + 1}` },
    }));
    await setAgenda(tx, earlier, id, agenda);
    await announceMeeting(tx, earlier, id);
    const { members, items } = await chamberOf(tx, await holdMeeting(tx, id));
    const { slug } = await tx.selectFrom("meetings").select("slug").where("id", "=", id).executeTakeFirstOrThrow();
    return { id, slug, members, items };
  });
  /** Takes a step and returns its number. */
  const step = async (given: object): Promise<number> =>
    (await db.write((tx) => takeStep(tx, by(), meeting.id, { command: crypto.randomUUID(), step: given }))).number;
  let vote: string | undefined;
  let cast = 0;
  return {
    slug: meeting.slug,
    items: meeting.items,
    step,
    /** The meeting opens, everybody is there, the first item begins. */
    async open() {
      await step({ kind: "opened" });
      await step({
        kind: "roll_called",
        members: meeting.members.map((personId) => ({ personId, status: "present" })),
      });
      return step({ kind: "item_started", itemId: meeting.items[0] });
    },
    async openVote() {
      vote = crypto.randomUUID();
      return step({ kind: "vote_opened", vote, itemId: meeting.items[0], method: "by_name", majority: "voting" });
    },
    /** One member votes, whoever is next. */
    async castNext() {
      const personId = meeting.members[cast % meeting.members.length]!;
      const choice = cast++ % 3 === 2 ? "against" : "for";
      return step({ kind: "ballots_cast", vote, ballots: [{ personId, choice }] });
    },
    closeVote: () => step({ kind: "vote_closed", vote }),
  };
}
