import type { Policy } from "../features/accounts/policies.ts";
import type { InBoth } from "../features/elements/catalogue.shared.ts";
import { fold } from "../fold.shared.ts";
import type { Actor } from "../http/scope.ts";
import type { Locale } from "../locale.shared.ts";

/** Somewhere in the workspace, by the words of whoever looks for it. */
export interface Place {
  path: InBoth;
  label(locale: Locale): string;
  /** Whoever may not open it does not see it. */
  policy: Policy;
  /** A part of the page. */
  anchor?: string;
  /** Where it belongs, said beside it. */
  within?(locale: Locale): string;
}

/** The places that somebody may open and that have all the words, without marks and capitals. */
export const placesFor = (places: readonly Place[], actor: Actor, locale: Locale, words: string) => {
  const asked = fold(words).split(" ").filter(Boolean);
  return places
    .filter(({ policy }) => policy(actor))
    .map(({ path, anchor, label, within }) => ({
      href: path[locale] + (anchor ? `#${anchor}` : ""),
      label: label(locale),
      within: within?.(locale) ?? null,
    }))
    .filter(({ label, within }) => {
      const said = fold(`${label} ${within ?? ""}`);
      return asked.every((word) => said.includes(word));
    });
};
