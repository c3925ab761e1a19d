import { stemmer } from "stemmer";
import { albanian, english, type Language } from "../albanian/albanian.ts";
import type { Locale } from "../locale.shared.ts";

/** How the words of each language are taken to their stems. */
export const languages: Readonly<Record<Locale, Language>> = { sq: albanian, en: english(stemmer) };

/** Makes the lists of the languages now rather than at the first question: some 0.2 s. */
export function warmLanguages(): void {
  for (const language of Object.values(languages)) language.stems("a");
}

/** A text that any engine takes: without the one character that no database keeps, and without halves of characters. */
export const clean = (text: string): string => text.replaceAll("\0", " ").toWellFormed();

/** A question longer than this says nothing new. */
const longest = 400;
export const cleanQuestion = (text: string): string => clean(text.slice(0, longest)).trim();
