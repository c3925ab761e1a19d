import { createInstance, type TFunction } from "i18next";
import { messages, type Namespace } from "../../web/i18n/messages.ts";
import { translator } from "../../web/i18n/translator.ts";
import type { Locale } from "../locale.shared.ts";

const instance = createInstance({
  resources: messages,
  ns: Object.keys(messages.sq),
  defaultNS: "common",
  fallbackLng: "sq",
  keySeparator: false,
  nsSeparator: false,
  interpolation: { escapeValue: false },
});
await instance.init();

const known = new Map<string, unknown>();

/** The translator of one language and namespace; a key that does not exist fails the type check. */
export function phrases<N extends Namespace>(locale: Locale, namespace: N): TFunction<N> {
  const name = `${locale} ${namespace}`;
  let found = known.get(name);
  if (!found) {
    found = translator(instance, locale, namespace);
    known.set(name, found);
  }
  return found as TFunction<N>;
}
