import { For, Show } from "solid-js";
import { finderPath } from "../../../server/features/finder/finder.paths.shared.ts";
import type { FoundGroup } from "../../../server/features/finder/finder.ts";
import { useT } from "../../lib/i18n.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Page } from "../ui/page.tsx";
import { useWorkspace } from "../workspace.tsx";

/** What was found, by kind; each kind's own list has all of it. */
export default function FinderPage(props: { data: { words: string; groups: readonly FoundGroup[] } }) {
  const t = useT("finder");
  const { page } = useWorkspace();
  const { words, groups } = props.data;
  const total = groups.reduce((sum, group) => sum + group.total, 0);
  return (
    <Page title={t("title")} lead={words ? undefined : t("lead")} wide>
      <form class="filters" method="get" action={finderPath[page.locale]} aria-label={t("title")}>
        <div class="field wide">
          <label for="words">{t("words")}</label>
          <input id="words" name="q" type="search" maxlength="200" value={words} autocomplete="off" />
        </div>
        <p class="send">
          <button class="button" type="submit">
            {t("send")}
          </button>
        </p>
      </form>
      <Show when={words}>
        <Show
          when={total > 0}
          fallback={
            <EmptyState title={t("nothing", { words })} rank="h2">
              <p>{t("nothing_hint")}</p>
            </EmptyState>
          }
        >
          <p class="soft" role="status">
            {t("found", { count: total, words })}
          </p>
          <For each={groups}>{(group) => <Group group={group} />}</For>
        </Show>
      </Show>
    </Page>
  );
}

function Group(props: { group: FoundGroup }) {
  const t = useT("finder");
  const { kind, title, total, hits, all } = props.group;
  return (
    <section aria-labelledby={`found-${kind}`} class="found-kind">
      <h2 id={`found-${kind}`}>
        {title} <small>{total}</small>
      </h2>
      <ul>
        <For each={hits}>
          {(hit) => (
            <li>
              <a href={hit.href} lang={hit.lang}>
                {hit.title}
              </a>
              <Show when={hit.beside}>{(beside) => <span class="soft"> {beside()}</span>}</Show>
              <Show when={hit.tag}>{(tag) => <span class={`tag ${tag().tone}`}>{tag().word}</span>}</Show>
            </li>
          )}
        </For>
      </ul>
      <Show when={all}>
        {(href) => (
          <p>
            <a href={href()}>{t("all_of_kind", { number: total })}</a>
          </p>
        )}
      </Show>
    </section>
  );
}
