import { contentVersionsIn } from "../../db/content-versions.ts";
import type { TenantId, TenantTx } from "../../db/tenant-db.ts";
import { nextMidnight } from "../../local-time.ts";
import { nextScheduled } from "../schedule/schedule.queries.ts";
import type { ElementCode } from "./catalogue.shared.ts";
import type { ElementRule } from "./element-rule.ts";
import type { Verdict } from "./verdict.ts";

type Verdicts = ReadonlyMap<ElementCode, Verdict>;
interface Remembered {
  /** The versions of the rule's areas that the verdicts were read with. */
  versions: string;
  /** From when to when they hold, in milliseconds; a clock that is set back finds nothing. */
  since: number;
  until: number;
  verdicts: Verdicts;
}

/** Of every council, the last verdicts of each rule: a few hundred bytes each. */
const remembered = new WeakMap<ElementRule, Map<TenantId, Remembered>>();

/**
 * What a rule says of all its elements. Verdicts rest on nothing but what its areas hold, the day and what is scheduled,
 * so they are read again only when one of these has changed: a page that shows all 81 elements asks for those alone.
 * The versions are read in the same transaction, so that nothing newer or older is ever taken for it.
 */
export async function verdictsOf(tx: TenantTx, tenant: TenantId, rule: ElementRule, now: Date): Promise<Verdicts> {
  const [all, scheduled] = await Promise.all([contentVersionsIn(tx), nextScheduled(tx, now)]);
  const versions = rule.areas.map((area) => all.get(area) ?? 0).join(" ");
  const time = now.getTime();
  let ofRule = remembered.get(rule);
  if (!ofRule) {
    ofRule = new Map();
    remembered.set(rule, ofRule);
  }
  const known = ofRule.get(tenant);
  if (known && known.versions === versions && known.since <= time && time < known.until) return known.verdicts;
  const verdicts = await rule.judge(tx, rule.codes, now);
  const until = Math.min(nextMidnight(now).getTime(), scheduled?.getTime() ?? Number.POSITIVE_INFINITY);
  ofRule.set(tenant, { versions, since: time, until, verdicts });
  return verdicts;
}
