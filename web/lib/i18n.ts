import { createInstance, type i18n, type TFunction } from "i18next";
import { type Accessor, createContext, useContext } from "solid-js";
import type { Locale } from "../../server/locale.shared.ts";
import type { Messages, Namespace } from "../i18n/messages.ts";
import { translator } from "../i18n/translator.ts";

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

/** The translator of one namespace in the page's language. A page names its namespaces where it is loaded. */
export function useT<N extends Namespace = "common">(namespace?: N): TFunction<N> {
  const messages = useContext(MessagesContext);
  if (!messages) throw new Error("Outside of a page.");
  return translator(messages(), messages().language, namespace ?? "common") as unknown as TFunction<N>;
}
