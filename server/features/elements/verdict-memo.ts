import { LastAnswers } from "../../db/last-answers.ts";
import type { TenantTx } from "../../db/tenant-db.ts";
import { nextMidnight } from "../../local-time.ts";
import { nextScheduled } from "../schedule/schedule.queries.ts";
import type { ElementCode } from "./catalogue.shared.ts";
import type { ElementRule } from "./element-rule.ts";
import type { Verdict } from "./verdict.ts";

type Verdicts = ReadonlyMap<ElementCode, Verdict>;

/** Of every council, the last verdicts of each rule: a few hundred bytes each. */
const remembered = new WeakMap<ElementRule, LastAnswers<Verdicts>>();

function lastOf(rule: ElementRule): LastAnswers<Verdicts> {
  let last = remembered.get(rule);
  if (!last) {
    last = new LastAnswers(rule.areas);
    remembered.set(rule, last);
  }
  return last;
}

/**
 * What a rule says of all its elements. Verdicts rest on nothing but what its areas hold, the day and what is scheduled:
 * a page that shows all 81 elements asks only the rules of which one of these has changed.
 */
export const verdictsOf = (tx: TenantTx, rule: ElementRule, now: Date): Promise<Verdicts> =>
  lastOf(rule).of(
    tx,
    async () => {
      const [verdicts, scheduled] = await Promise.all([rule.judge(tx, rule.codes, now), nextScheduled(tx, now)]);
      const midnight = nextMidnight(now);
      const until = scheduled && scheduled < midnight ? scheduled : midnight;
      return { answer: verdicts, holds: { since: now, until } };
    },
    now,
  );
