import type { Doing } from "../../server/features/audit/audit.service.ts";
import { takeStep } from "../../server/features/live/live.service.ts";
import type { LiveStep } from "../../server/features/live/steps.schema.ts";
import { addItem } from "../../server/features/meetings/agenda.service.ts";
import { createMeeting } from "../../server/features/meetings/meetings.service.ts";
import { announceMeeting } from "../../server/features/meetings/stages.service.ts";
import { seatBody } from "./council-rows.ts";
import { type TestCouncil, testNow } from "./world.ts";

export interface LiveSession {
  id: string;
  slug: string;
  items: string[];
  members: { id: string; name: string }[];
  /** Takes a step as the secretary's console would, a second after the one before. */
  step(step: LiveStep | Record<string, unknown>): Promise<number>;
}

const titles = [
  { sq: "Tarifa e parkimit", en: "The parking fee" },
  { sq: "Buxheti i vitit 2026", en: "The budget of 2026" },
  { sq: "Zgjedhja e nënkryetarit", en: "Election of the deputy chair" },
];

/** An announced meeting of the council with seven members and three items, today at ten. */
export async function announcedMeeting(council: TestCouncil, members = 7): Promise<LiveSession> {
  const start = Date.parse(testNow);
  let seconds = 0;
  const by = (now = new Date(start + 1_000 * seconds++)): Doing => ({ actor: { kind: "system", name: "test" }, now });
  const earlier = by(new Date(start - 10 * 86_400_000));
  const body = await seatBody(council, "council", "keshilli", { sq: "Këshilli Bashkiak", en: "Council" }, members);
  const { id, slug, items } = await council.db.write(async (tx) => {
    const made = await createMeeting(tx, earlier, { bodyId: body.id, kind: "ordinary", startsAt: testNow });
    const items: string[] = [];
    for (const title of titles) items.push((await addItem(tx, earlier, made.id, { kind: "other", title })).id);
    await announceMeeting(tx, earlier, made.id);
    const { slug } = await tx.selectFrom("meetings").select("slug").where("id", "=", made.id).executeTakeFirstOrThrow();
    return { id: made.id, slug, items };
  });
  return {
    ...{ id, slug, items, members: body.members },
    step: async (step) => {
      const taken = await council.db.write((tx) => takeStep(tx, by(), id, { command: crypto.randomUUID(), step }));
      return taken.number;
    },
  };
}

/** Opens it, calls the roll with the last member absent, and begins the first item. */
export async function begin({ step, members, items }: LiveSession): Promise<void> {
  await step({ kind: "opened" });
  const last = members.length - 1;
  const roll = members.map(({ id }, at) => ({ personId: id, status: at === last ? "absent" : "present" }));
  await step({ kind: "roll_called", members: roll });
  await step({ kind: "item_started", itemId: items[0] });
}
