import { For, type JSX, Show } from "solid-js";
import type { FoundHit } from "../../../server/features/search/search.schema.ts";
import { useT } from "../../lib/i18n.ts";
import { useLocalized } from "../../lib/localized.ts";
import { usePage } from "../../lib/page-context.tsx";
import { formatDay } from "../../ui/format.ts";
import { Marked } from "./marked.tsx";

type Hit = Omit<FoundHit, "url"> & { url: string };

/** What was found, each with the words in their place. */
export function Hits(props: { hits: readonly Hit[]; start: number; whose?: (at: number) => JSX.Element }) {
  return (
    <ol class="hits" start={props.start}>
      <For each={props.hits}>{(hit, at) => <OneHit hit={hit} whose={props.whose?.(at())} />}</For>
    </ol>
  );
}

function OneHit(props: { hit: Hit; whose?: JSX.Element }) {
  const t = useT("search");
  const { locale } = usePage();
  const { say, lang } = useLocalized();
  /** An act's own name says its day, and so does that of an item's meeting. */
  const isUndated = () => {
    const { kind, beside, date } = props.hit;
    return kind !== "act" && !(date && beside && say(beside).includes(formatDay(date)));
  };
  const language = () => (props.hit.language === locale ? undefined : props.hit.language);
  return (
    <li>
      <p class="stamp">
        <span class="sort-of">{t(`one.${props.hit.kind}`)}</span>
        {props.whose}
        <Show when={props.hit.beside}>{(beside) => <span lang={lang(beside())}>{say(beside())}</span>}</Show>
        <Show when={isUndated() && props.hit.date}>{(date) => <time datetime={date()}>{formatDay(date())}</time>}</Show>
      </p>
      <h3>
        <a href={props.hit.url} lang={language()}>
          <Marked text={props.hit.title} ranges={props.hit.titleRanges} />
        </a>
      </h3>
      <Show when={props.hit.excerpt}>
        {(excerpt) => (
          <p class="excerpt" lang={language()}>
            {excerpt().isCutBefore ? "… " : ""}
            <Marked text={excerpt().text} ranges={excerpt().ranges} />
            {excerpt().isCutAfter ? " …" : ""}
          </p>
        )}
      </Show>
      <Show when={props.hit.page}>
        {(page) => (
          <p class="where">
            <a href={props.hit.url}>{t("opens_at", { page: page() })}</a>
            <Show when={props.hit.isMachineRead}>
              <span class="tag warn">{t("machine_read")}</span>
            </Show>
          </p>
        )}
      </Show>
    </li>
  );
}
