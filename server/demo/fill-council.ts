import type { TenantTx } from "../db/tenant-db.ts";
import type { DemoCouncil } from "./demo-content.ts";
import { fillActs } from "./filling/acts.ts";
import { fillDrafts } from "./filling/drafts.ts";
import { type Filling, noIds } from "./filling/filling.ts";
import { fillMeetings } from "./filling/meetings.ts";
import { fillMinutes } from "./filling/minutes.ts";
import { fillPay } from "./filling/pay.ts";
import { fillPeople } from "./filling/people.ts";
import { fillPlans } from "./filling/plans.ts";
import { fillRecordings } from "./filling/recordings.ts";

/**
 * Stores a council's people and work through the services that its secretariat uses, each thing on its day.
 */
export async function fillWork(
  tx: TenantTx,
  council: DemoCouncil,
  making: Pick<Filling, "documents" | "print">,
): Promise<void> {
  const { work, papers, lateItem } = council;
  const byCarrier = Map.groupBy(papers, ({ carrier, key, isLate }) => `${carrier} ${key} ${isLate}`);
  const filling: Filling = {
    ...{ tx, work, ...making, ids: noIds() },
    papersOf: (carrier, key, isLate = false) => byCarrier.get(`${carrier} ${key} ${isLate}`) ?? [],
  };
  await fillPeople(filling);
  await fillDrafts(filling);
  await fillMeetings(filling, lateItem);
  await fillActs(filling);
  await fillPlans(filling);
  await fillPay(filling);
  await fillRecordings(filling, council.demoDate);
  await fillMinutes(filling, council);
}
