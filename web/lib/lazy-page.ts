import type { i18n } from "i18next";
import { type Component, lazy } from "solid-js";
import { isServer } from "solid-js/web";
import type { PageMatch } from "../../server/pages/page-routes.shared.ts";
import { namespacesOf, type PageNamespace, type View } from "../../server/pages/views.shared.ts";

const files = import.meta.env.SSR
  ? {}
  : import.meta.glob<Record<string, Record<string, string>>>(
      "../i18n/{sq,en}/{collections,directory,due,elements,matters,periods,home,publications,people,elections,pay,drafts,plan,meetings,calendar,acts,registers}.ts",
    );

/** The browser's one set of phrases; on the server every page has all of them from the start. */
let browserMessages: i18n | undefined;
export function setBrowserMessages(messages: i18n) {
  browserMessages = messages;
}

async function loadNamespace(namespace: PageNamespace) {
  const messages = browserMessages!;
  if (messages.hasResourceBundle(messages.language, namespace)) return;
  const file = await files[`../i18n/${messages.language}/${namespace}.ts`]!();
  messages.addResourceBundle(messages.language, namespace, file[namespace]!);
}

const pages: { preload(): Promise<unknown> }[] = [];

/** Loads every page, for the server: the first reader of one must get the same bytes as all others. */
export const preloadPages = () => Promise.all(pages.map((page) => page.preload()));

/** The page of a view in a file of its own, together with the phrases that it speaks. */
export function lazyPage<T extends Component<never>>(view: View, load: () => Promise<{ default: T }>) {
  const page = lazy(async () => {
    const namespaces = isServer ? [] : namespacesOf(view);
    const [page] = await Promise.all([load(), ...namespaces.map(loadNamespace)]);
    return page as unknown as { default: Component<{ match: PageMatch }> };
  });
  pages.push(page);
  return page;
}
