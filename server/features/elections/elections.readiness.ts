import { sql } from "kysely";
import type { TenantTx } from "../../db/tenant-db.ts";
import { dayIn } from "../../local-time.ts";
import type { ElementRule } from "../elements/element-rule.ts";
import { full, none, partial, type Reason } from "../elements/verdict.ts";
import { publicElections } from "./elections.queries.ts";

/** The last ordinary election that the public sees, with what it lacks and how many terms have begun since. */
const lastElection = (tx: TenantTx, now: Date) =>
  publicElections(tx, now)
    .where("e.kind", "=", "ordinary")
    .select(["e.held_on", "e.electorate", "e.voters", "e.valid_ballots", "e.source", "e.source_url"])
    .select((eb) => [
      eb
        .selectFrom("terms as t")
        .where("t.begins_on", "<=", dayIn(now))
        .whereRef("t.begins_on", ">", "e.held_on")
        .select((count) => count.fn.countAll<number>().as("terms"))
        .as("terms_since"),
      eb
        .exists(
          eb
            .selectFrom("election_lists as l")
            .whereRef("l.election_id", "=", "e.id")
            .where(sql<boolean>`coalesce(l.name ->> 'en', '') = ''`)
            .select(sql.lit(1).as("one")),
        )
        .as("lacks_english"),
      eb
        .exists(eb.selectFrom("attachments as a").whereRef("a.election_id", "=", "e.id").select(sql.lit(1).as("one")))
        .as("has_paper"),
    ])
    .orderBy("e.held_on", "desc")
    .limit(1)
    .executeTakeFirst();

const judge: ElementRule["judge"] = async (tx, asked, now) => {
  const code = "I.2.4";
  if (!asked.includes(code)) return new Map();
  const last = await lastElection(tx, now);
  if (!last) return new Map([[code, none("elections.empty")]]);
  const reasons: Reason[] = [];
  if ((last.terms_since ?? 0) > 1) reasons.push({ key: "elections.of_an_earlier_term" });
  if (last.electorate === null || last.voters === null) reasons.push({ key: "elections.without_turnout" });
  if (last.valid_ballots === null) reasons.push({ key: "elections.without_ballots" });
  if (!last.source || !(last.source_url || last.has_paper)) reasons.push({ key: "elections.without_source" });
  if (last.lacks_english || (last.source && !last.source.en)) reasons.push({ key: "elections.without_english" });
  const year = last.held_on.slice(0, 4);
  return new Map([[code, reasons.length > 0 ? partial(...reasons) : full("elections.full", { year })]]);
};

export const electionsRules: readonly ElementRule[] = [{ codes: ["I.2.4"], areas: ["elections", "people"], judge }];
