import { createInstance } from "i18next";
import { messages, type Namespace } from "../../web/i18n/messages.ts";
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

/** The translator of one language and namespace; a key that does not exist fails the type check. */
export const phrases = <N extends Namespace>(locale: Locale, namespace: N) => instance.getFixedT(locale, namespace);
