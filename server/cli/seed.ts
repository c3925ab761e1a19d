import { parseArgs } from "node:util";
import { systemClock } from "../clock.ts";
import { analyze } from "../db/analyze.ts";
import { dayIn } from "../local-time.ts";
import { mostCouncils, mostYears, seedCouncils } from "../seed/seed-councils.ts";
import { CommandRefused, runCommand, say, withDatabase } from "./command.ts";

function whole(name: string, text: string, most: number): number {
  const number = Number(text);
  if (Number.isInteger(number) && number >= 1 && number <= most) return number;
  throw new CommandRefused(`--${name} is a whole number from 1 to ${most}, not “${text}”.`);
}

/** `npm run seed -- --councils 61 --years 5`: example councils full of invented work, for load and measurement. */
runCommand(async (args) => {
  const { values } = parseArgs({
    args,
    options: { councils: { type: "string", default: "61" }, years: { type: "string", default: "5" } },
  });
  const councils = whole("councils", values.councils, mostCouncils);
  const years = whole("years", values.years, mostYears);
  await withDatabase({ migrate: true }, async ({ config, database }) => {
    const now = systemClock.now();
    const started = performance.now();
    const filled = await seedCouncils(database, {
      councils,
      years,
      baseDomain: config.baseDomain,
      now,
      today: config.demoDate ?? dayIn(now),
      onCouncil: (done) => say(`${done} of ${councils} filled`),
    });
    if (filled > 0 && database.ownerUrl) await analyze(database.ownerUrl);
    say(
      `${filled} councils were filled with ${years} years of work in ${Math.round((performance.now() - started) / 1000)} s.`,
    );
  });
});
