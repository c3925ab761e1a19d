import { deeds } from "../../../web/i18n/en/deeds.ts";
import { phrases } from "../../http/phrases.ts";
import type { Locale } from "../../locale.shared.ts";
import { folded } from "./spellings.ts";

type Key = keyof typeof deeds;
const known = (key: string): key is Key => Object.hasOwn(deeds, key);

/** What a kind of thing is called; a kind that has no word yet, by its code. */
export function subjectInWords(locale: Locale, subject: string): string {
  const key = `subject.${folded(subject)}`;
  return known(key) ? phrases(locale, "deeds")(key) : subject;
}

/** The phrase for an action: its own, or the one that it shares with all of its kind. */
export function phraseOfAction(action: string): Key | null {
  const own = `did.${folded(action)}`;
  const shared = `did.${action.slice(action.lastIndexOf(".") + 1)}`;
  return [own, shared].find(known) ?? null;
}

/** `Act: published`; an action that has no words yet, by its code. */
export function actionInWords(locale: Locale, subject: string, action: string): string {
  const t = phrases(locale, "deeds");
  const key = phraseOfAction(action);
  return key ? t("deed", { subject: subjectInWords(locale, subject), did: t(key) }) : action;
}

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Some rules write a row down as the database has it. */
const camel = (name: string) => name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

function partInWords(locale: Locale, given: string): string {
  const name = camel(given);
  if (name === "sq" || name === "en") return phrases(locale, "deeds")(`in_${name}`);
  if (known(`field.${name}`)) return phrases(locale, "deeds")(`field.${name}` as Key);
  // As the form asks for it, or as the typed fields of a collection are called.
  for (const [namespace, key] of [
    ["forms", snake(name)],
    ["publications", `field.${name}`],
  ] as const) {
    const t = phrases(locale, namespace);
    const said = t(key as never, { defaultValue: "" }) as string;
    if (said && said !== key) return said;
  }
  return given;
}

/** `title.sq` as `Title, in Albanian`; what has no word, by its name. */
export const fieldInWords = (locale: Locale, field: string): string =>
  field
    .split(".")
    .map((part) => partInWords(locale, part))
    .join(", ");
