import type { JSX } from "solid-js";
import { renderToString } from "solid-js/web";
import type { Locale } from "../../server/locale.shared.ts";
import { messages } from "../i18n/messages.ts";
import { createMessages, MessagesProvider } from "../lib/i18n.ts";
import { PageProvider } from "../lib/page-context.tsx";

/** A component as the server sends it, in one language. */
export function rendered(locale: Locale, component: () => JSX.Element): string {
  const instance = createMessages(locale, messages[locale]);
  return renderToString(() => (
    <PageProvider value={{ locale, site: "council" }}>
      <MessagesProvider value={() => instance}>{component()}</MessagesProvider>
    </PageProvider>
  ));
}
