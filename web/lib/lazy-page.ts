import type { i18n } from "i18next";
import { type Component, lazy } from "solid-js";
import { isServer } from "solid-js/web";
import type { PageMatch } from "../../server/pages/page-routes.shared.ts";
import { namespaceOf, type PhraseFile, phrasesOf, type View } from "../../server/pages/views.shared.ts";

/** The browser's one set of phrases; on the server every page has all of them from the start. */
let browserMessages: i18n | undefined;
/** Files of further phrases in the language of the page alone. */
let files: Record<string, () => Promise<Record<string, Record<string, string>>>>;
export function setBrowserMessages(messages: i18n, later: typeof files) {
  browserMessages = messages;
  files = later;
}

const loaded = new Set<PhraseFile>();

/** Adds a file's phrases to what is there of its namespace. */
async function loadPhrases(file: PhraseFile) {
  if (loaded.has(file)) return;
  const messages = browserMessages!;
  const [phrases] = Object.values(await files[`./${file}.ts`]!());
  messages.addResourceBundle(messages.language, namespaceOf(file), phrases);
  loaded.add(file);
}

const pages: { preload(): Promise<unknown> }[] = [];

/** Loads every page, for the server: the first reader of one must get the same bytes as all others. */
export const preloadPages = () => Promise.all(pages.map((page) => page.preload()));

/** The page of a view in a file of its own, together with the phrases that it speaks. */
export const lazyPage = (view: View, load: () => Promise<{ default: Component<never> }>) =>
  lazyPart<{ match: PageMatch }>(view, load as () => Promise<{ default: Component<{ match: PageMatch }> }>);

/** Likewise a part of pages that most do not show. */
export function lazyPart<Props extends Record<string, unknown>>(
  view: View,
  load: () => Promise<{ default: Component<Props> }>,
) {
  const part = lazy<Component<Props>>(async () => {
    const phrases = isServer ? [] : phrasesOf(view);
    const [part] = await Promise.all([load(), ...phrases.map(loadPhrases)]);
    return part as { default: Component<Props> };
  });
  pages.push(part);
  return part;
}
