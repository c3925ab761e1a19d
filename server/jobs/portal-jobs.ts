import type { Logger } from "pino";
import type { Clock } from "../clock.ts";
import type { Config } from "../config.ts";
import type { Pool } from "../db/pool.ts";
import type { TenantDb } from "../db/tenant-db.ts";
import { forgetCouncilEntries, forgetOperatorEntries } from "../features/accounts/forgetting.ts";
import { bringAboutDue } from "../features/acts/becoming-public.service.ts";
import { textsNightly, textsTask } from "../features/document-texts/document-texts.jobs.ts";
import { readingParts } from "../features/document-texts/reading-parts.ts";
import { emptyBins } from "../features/editing/editing.jobs.ts";
import { deliverMailing } from "../features/mailings/deliver-mailing.ts";
import { forgetMisses } from "../features/search/misses.service.ts";
import { fillEmptyIndex, searchTask, searchWeekly, takeUpBody } from "../features/search/search.jobs.ts";
import { type UpkeepParts, upkeepTask } from "../features/upkeep/check-council.ts";
import { forgetUploads } from "../features/uploads/uploads.service.ts";
import { keepingAlone, lettersGoOut, openMailer } from "../mail/mailer.ts";
import { deliverMail, maskMails } from "../mail/mails.service.ts";
import type { SearchEngine } from "../search/search-engine.ts";
import { openStorage } from "../storage/open-storage.ts";
import type { Storage } from "../storage/storage.ts";
import { type CouncilSchedule, createJobs, type Jobs } from "./jobs.ts";
import { forgetDone } from "./outbox.ts";

const rememberedDays = 30;

/** Night by night, what was sent is forgotten: whom a council wrote to is nobody's business for longer. */
const forgetSent: CouncilSchedule = {
  name: "forget-sent",
  cron: "20 3 * * *",
  work: (db, now) => {
    const before = new Date(now.getTime() - rememberedDays * 86_400_000);
    return db.write(async (tx) => {
      await maskMails(tx, before, now);
      await forgetDone(tx, before);
    });
  },
};

/** Every quarter of an hour, what was left half-uploaded a day ago is removed. */
const forgetFiles = (storage: Storage): CouncilSchedule => ({
  name: "forget-uploads",
  cron: "*/15 * * * *",
  async work(db, now) {
    await forgetUploads(db, storage, now);
  },
});

/** A search engine that is away is looked for again after so many milliseconds. */
const fillAgain = 60_000;

export interface PortalJobsOptions {
  config: Config;
  /** The application's login. */
  databaseUrl: string;
  pool: Pool;
  clock: Clock;
  logger: Logger;
  operators: TenantDb;
  /** What looks after the councils' sites. */
  upkeep: UpkeepParts;
  search: SearchEngine;
}

/** All that the portal does beside answering requests, for processes whose ROLE is `jobs` or `all`. */
export function portalJobs(options: PortalJobsOptions): Jobs {
  const { config, databaseUrl, pool, operators, clock, logger, upkeep, search } = options;
  let filling: NodeJS.Timeout | undefined;
  const mailer = openMailer(config, clock);
  const looksAfter = upkeepTask(upkeep);
  const reads = textsTask(readingParts(upkeep));
  const jobs = createJobs({
    ...{ databaseUrl, pool, clock, logger },
    effects: {
      mail: deliverMail(lettersGoOut(config) ? mailer : keepingAlone(mailer), clock),
      "act-effects": bringAboutDue(clock),
      "body-found": takeUpBody,
      "meeting-mailing": deliverMailing({ registry: upkeep.registry, origins: upkeep.origins, config, clock }),
    },
    tasks: { upkeep: looksAfter, "document-texts": reads, search: searchTask(search) },
    schedules: [
      forgetSent,
      emptyBins,
      forgetCouncilEntries,
      forgetFiles(openStorage(config)),
      { name: "upkeep-nightly", cron: "40 2 * * *", ...looksAfter },
      textsNightly(reads),
      searchWeekly(search),
      forgetMisses,
    ],
    ofPortal: [forgetOperatorEntries(operators)],
  });
  return {
    async start() {
      if (!lettersGoOut(config)) logger.warn("SMTP_URL is missing: mail is kept under DATA_DIR and sent to nobody");
      await jobs.start();
      const fill = async () => {
        if (await fillEmptyIndex(search, pool, upkeep.registry, logger)) clearInterval(filling);
      };
      filling = setInterval(fill, fillAgain);
      await fill();
    },
    async stop() {
      clearInterval(filling);
      await jobs.stop();
      mailer.close();
    },
    deadLetters: () => jobs.deadLetters(),
  };
}
