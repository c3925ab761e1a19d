import { phrases } from "../../http/phrases.ts";
import { numericDay } from "../../local-time.ts";
import type { LocalizedText } from "../../locale.shared.ts";
import { modules as all, type ModuleName } from "../settings/modules.shared.ts";
import type { Modules } from "../settings/settings.schema.ts";
import type { ElementCode, InBoth } from "./catalogue.shared.ts";

/** What a council says that it does not have. */
export interface Declined {
  module: ModuleName;
  /** `YYYY-MM-DD` */
  since: string;
  reason: LocalizedText;
}

/** By element, what the council has said that it does not have. */
export const declinedElements = (modules: Modules): ReadonlyMap<ElementCode, Declined> =>
  new Map(
    Object.entries(modules).flatMap(([name, said]) =>
      all[name as ModuleName].map((code) => [code, { module: name as ModuleName, ...said }] as const),
    ),
  );

/** The same in sentences: what there is none of, and since when and why the Council says so. */
export function declinedInWords({ module, since, reason }: Declined): { title: InBoth; text: InBoth } {
  const inBoth = (say: (locale: "sq" | "en") => string): InBoth => ({ sq: say("sq"), en: say("en") });
  return {
    title: inBoth((locale) => phrases(locale, "readiness")(`declined.${module}`)),
    text: inBoth((locale) =>
      phrases(locale, "readiness")("declined.text", {
        since: numericDay(since),
        reason: reason[locale] || reason.sq,
      }),
    ),
  };
}
