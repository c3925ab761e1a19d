import type { CouncilSchedule } from "../../jobs/jobs.ts";
import { forgetEdits, forgetSaved, keptDays, savedFor } from "./autosave.service.ts";
import { binnedDays, emptyBin } from "./bin.service.ts";
import { editables } from "./editables.ts";
import { forgetSent } from "./made-once.ts";

const day = 86_400_000;

/** Night by night, what has lain in the bin for a month is gone for good, and so are forms that nobody came back to. */
export const emptyBins: CouncilSchedule = {
  name: "empty-bins",
  cron: "40 3 * * *",
  work: (db, now) =>
    db.write(async (tx) => {
      const by = { actor: { kind: "system", name: "jobs" }, now } as const;
      await emptyBin(tx, by, editables, new Date(now.getTime() - binnedDays * day));
      await forgetEdits(tx, new Date(now.getTime() - keptDays * day));
      await forgetSaved(tx, new Date(now.getTime() - savedFor));
      await forgetSent(tx, new Date(now.getTime() - keptDays * day));
    }),
};
