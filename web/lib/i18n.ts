import { createInstance, type i18n, type TFunction } from "i18next";
import { type Accessor, createContext, useContext } from "solid-js";
import type { Locale } from "../../server/locale.shared.ts";
import type { Messages, Namespace } from "../i18n/messages.ts";

/** Phrases of one language. Never changes its language: that would race between requests. */
export function createMessages(locale: Locale, messages: { [N in Namespace]?: Partial<Messages[N]> }): i18n {
  const instance = createInstance({
    lng: locale,
    resources: { [locale]: messages },
    ns: Object.keys(messages),
    defaultNS: "common",
    fallbackLng: false,
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
    initAsync: false,
  });
  instance.init();
  return instance;
}

const MessagesContext = createContext<Accessor<i18n>>();
export const MessagesProvider = MessagesContext.Provider;

/** Phrases, cut at what is filled in: text, name, text, name … Where more is asked for than that, `null`. */
const cut = new Map<string, readonly string[] | null>();
function partsOf(phrase: string): readonly string[] | null {
  let parts = cut.get(phrase);
  if (parts === undefined) {
    const isPlain = !/\$t\(|\{\{[^}]*[^\w}][^}]*\}\}/.test(phrase);
    parts = isPlain ? phrase.split(/\{\{(\w+)\}\}/) : null;
    cut.set(phrase, parts);
  }
  return parts;
}

/** What i18next itself understands by these. */
const ofLibrary = ["context", "ordinal", "defaultValue", "returnObjects", "replace", "lng", "ns"];

/** A phrase with its values; `null` where the library is needed for it. */
function filledIn(phrase: string, values: Record<string, unknown>): string | null {
  const parts = partsOf(phrase);
  if (!parts) return null;
  let text = "";
  for (const [at, part] of parts.entries()) {
    const value = at % 2 === 0 ? part : values[part];
    if (typeof value !== "string" && typeof value !== "number") return null;
    text += value;
  }
  return text;
}

const plurals = new Map<string, Intl.PluralRules>();
function pluralOf(language: string, count: number): string {
  let rules = plurals.get(language);
  if (!rules) {
    rules = new Intl.PluralRules(language);
    plurals.set(language, rules);
  }
  return rules.select(count);
}

/**
 * The translator of one namespace in the page's language. A page names its namespaces where it is loaded. A phrase in
 * which nothing or only texts and numbers are filled in is put together here, to the letter as i18next does it: on a page
 * of a register that spares the server a quarter of its work.
 */
export function useT<N extends Namespace = "common">(namespace?: N): TFunction<N> {
  const messages = useContext(MessagesContext);
  if (!messages) throw new Error("Outside of a page.");
  return translator(messages(), namespace ?? "common") as unknown as TFunction<N>;
}

/** As `useT`, of phrases that are there already. */
export function translator(instance: i18n, namespace: string) {
  const { language } = instance;
  const phrases: Record<string, string> = instance.getResourceBundle(language, namespace) ?? {};
  const ofKey = (key: string, count: unknown) => {
    if (count === undefined) return phrases[key];
    if (typeof count !== "number" || (count === 0 && phrases[`${key}_zero`])) return undefined;
    return phrases[`${key}_${pluralOf(language, count)}`];
  };
  return (key: string, values?: Record<string, unknown>): string => {
    if (values === undefined) {
      const phrase = phrases[key];
      if (phrase) return phrase;
    } else if (!ofLibrary.some((name) => name in values)) {
      const phrase = ofKey(key, values.count);
      const text = phrase ? filledIn(phrase, values) : null;
      if (text !== null) return text;
    }
    return instance.getFixedT(null, namespace as never)(key as never, values as never) as unknown as string;
  };
}
