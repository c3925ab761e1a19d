import type { TenantTx } from "../db/tenant-db.ts";
import { addActs } from "./add-acts.ts";
import { addDrafts } from "./add-drafts.ts";
import { addMeetings } from "./add-meetings.ts";
import { addPay } from "./add-pay.ts";
import { addPeople } from "./add-people.ts";
import type { Dice } from "./dice.ts";

/** One council to be filled. */
export interface Seeding {
  tx: TenantTx;
  dice: Dice;
  /** The day on which its world ends, `YYYY-MM-DD`, and how many years before it began. */
  today: string;
  years: number;
  seats: number;
}

/** Fills one council with believable years of work, in one transaction. */
export async function seedCouncil(seeding: Seeding): Promise<void> {
  const people = await addPeople(seeding);
  const drafts = await addDrafts(seeding, people);
  const meetings = await addMeetings(seeding, people, drafts);
  await addActs(seeding, people, meetings);
  await addPay(seeding, people);
}
