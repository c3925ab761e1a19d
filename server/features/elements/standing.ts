import type { TenantTx } from "../../db/tenant-db.ts";
import { phrases } from "../../http/phrases.ts";
import type { PageNotes } from "../../http/scope.ts";
import { nextMidnight } from "../../local-time.ts";
import type { Locale } from "../../locale.shared.ts";
import { nextScheduled } from "../schedule/schedule.queries.ts";
import { type CatalogueElement, partOf } from "./catalogue.shared.ts";
import { declinedInWords } from "./declined.ts";
import { elementRules } from "./element-rules.ts";
import type { ElementStanding } from "./elements.schema.ts";
import { readinessFacts } from "./readiness.queries.ts";
import { type Facts, readinessOf } from "./readiness.ts";
import { titleOf } from "./titles.ts";
import type { Reason } from "./verdict.ts";

const sentences = (locale: Locale, reasons: readonly Reason[]) => {
  const t = phrases(locale, "readiness");
  return reasons.map(({ key, values }) => t(key, values ?? {})).join(" ");
};

/** An element as it is answered. @param origin `https://host`, before its paths */
export function standing(element: CatalogueElement, facts: Facts, origin: string): ElementStanding {
  const { code, section, kind, short, path } = element;
  const { readiness, reasons } = readinessOf(element, facts);
  const said = facts.declined.get(code);
  const declined = said ? declinedInWords(said) : null;
  const reasonIn = (locale: Locale) =>
    declined ? `${declined.title[locale]}. ${declined.text[locale]}` : sentences(locale, reasons);
  return {
    code,
    part: partOf(element).code,
    section,
    kind,
    title: titleOf(code),
    short,
    url: { sq: origin + path.sq, en: origin + path.en },
    path,
    readiness,
    reason: { sq: reasonIn("sq"), en: reasonIn("en") },
    declined,
  };
}

/** Readiness is judged from everything that is published, and anew each day. */
export async function judge(tx: TenantTx, codes: readonly string[], notes: PageNotes, now: Date): Promise<Facts> {
  for (const area of ["publications", "pages", "albums", "settings", "readiness"] as const) notes.shows(area);
  for (const { areas, codes: ofRule } of elementRules)
    if (ofRule.some((code) => codes.includes(code))) for (const area of areas) notes.shows(area);
  notes.holdsUntil(nextMidnight(now));
  const [facts, scheduled] = await Promise.all([readinessFacts(tx, codes, now), nextScheduled(tx, now)]);
  notes.holdsUntil(scheduled);
  return facts;
}
