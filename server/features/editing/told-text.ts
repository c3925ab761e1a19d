import { phrases } from "../../http/phrases.ts";
import { type Locale, type LocalizedText, locales } from "../../locale.shared.ts";
import { findPersonalData, type PersonalData } from "../inspection/find-personal-data.ts";

/** A text that is about to be public: the field in which it stands, what that is called, its words, and where else it is. */
export type ToldText = readonly [field: string, label: string, text: string, href?: string];

/** A file in which nobody could look: a scan, one with scanned pages, one that was read by a machine, or not at all. */
export const unseenKinds = ["text_none", "text_partly", "text_recognised", "text_unread"] as const;

/** Something about a person in what is about to be public, without the words themselves. */
export interface PersonPlace extends Pick<PersonalData, "need" | "hint"> {
  kind: PersonalData["kind"] | (typeof unseenKinds)[number];
  /** The field in which it stands, as the form names it. */
  field: string;
  label: string;
  /** Where it is changed, if that is no field of the form that was sent. */
  href?: string | undefined;
}

/** What texts seem to say of persons, in their order. */
export const placesIn = (texts: Iterable<ToldText>): PersonPlace[] =>
  [...texts].flatMap(([field, label, text, href]) =>
    findPersonalData(text).map(({ kind, need, hint }) => ({ field, label, href, kind, need, hint })),
  );

/** “Arsyeja (shqip)” */
export function inLanguage(locale: Locale, label: string, language: Locale): string {
  const t = phrases(locale, "editing");
  return `${label} (${t(language === "sq" ? "in_albanian" : "in_english")})`;
}

/** A text in both languages, for the page of one. @param field its name without the language */
export const toldInBoth = (
  locale: Locale,
  [field, label]: readonly [field: string, label: string],
  text: LocalizedText | null,
  href?: string,
): ToldText[] =>
  locales.flatMap((language): ToldText[] => {
    const said = text?.[language];
    return said ? [[`${field}.${language}`, inLanguage(locale, label, language), said, href]] : [];
  });
