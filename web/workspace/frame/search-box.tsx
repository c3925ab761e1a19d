import { createSignal, For, onCleanup, onMount, Show } from "solid-js";
import { finderPath, type Hit } from "../../../server/features/finder/finder.paths.shared.ts";
import { useT } from "../../lib/i18n.ts";
import { useWorkspace } from "../workspace.tsx";

const pause = 180;
const shortest = 2;

/**
 * One field over everything that the account may see. Without script it leads to the page of what was found; with script
 * the first of it is offered while one types.
 */
export function SearchBox() {
  const t = useT("workspace");
  const { page } = useWorkspace();
  const [isLive, setLive] = createSignal(false);
  const [hits, setHits] = createSignal<readonly Hit[] | null>(null);
  const [active, setActive] = createSignal(-1);
  const [words, setWords] = createSignal("");
  let form!: HTMLFormElement;
  let field!: HTMLInputElement;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asking: AbortController | undefined;

  const close = () => {
    clearTimeout(timer);
    asking?.abort();
    setHits(null);
    setActive(-1);
  };
  const look = async (q: string) => {
    asking?.abort();
    asking = new AbortController();
    const { signal } = asking;
    const query = new URLSearchParams({ q, lang: page.locale });
    // What cannot be asked now is still found by sending the form.
    const answer = await fetch(`/api/v1/admin/search?${query}`, { signal }).catch(() => null);
    if (signal.aborted || !answer?.ok) return;
    setHits(((await answer.json()) as { hits: Hit[] }).hits);
    setActive(-1);
  };
  const onInput = () => {
    const q = field.value.trim();
    setWords(q);
    clearTimeout(timer);
    if (q.length < shortest) close();
    else timer = setTimeout(() => void look(q), pause);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const all = hits();
    if (event.key === "Escape" && all) {
      event.preventDefault();
      close();
    }
    if (!all?.length) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      // One place more than there are hits: the field itself, from which the form is sent.
      setActive(((active() + 1 + step + all.length + 1) % (all.length + 1)) - 1);
      document.getElementById(`hit-${active()}`)?.scrollIntoView({ block: "nearest" });
    } else if (event.key === "Enter" && active() >= 0) {
      event.preventDefault();
      location.assign(all[active()]!.href);
    }
  };
  const outside = (event: Event) => {
    if (!form.contains(event.target as Node)) close();
  };
  onMount(() => {
    setLive(true);
    document.addEventListener("pointerdown", outside);
    form.addEventListener("focusout", ({ relatedTarget }) => {
      if (!form.contains(relatedTarget as Node | null)) close();
    });
  });
  onCleanup(() => {
    close();
    if (isLive()) document.removeEventListener("pointerdown", outside);
  });

  return (
    <search class="desk-search">
      <form ref={form} method="get" action={finderPath[page.locale]}>
        <label class="hidden-visually" for="desk-search">
          {t("search")}
        </label>
        {/* biome-ignore lint/a11y/useAriaPropsSupportedByRole: a combobox has them, which it is once there is script */}
        <input
          ref={field}
          id="desk-search"
          name="q"
          type="search"
          maxlength="200"
          placeholder={t("search_link")}
          autocomplete="off"
          value={page.search}
          role={isLive() ? "combobox" : undefined}
          aria-expanded={isLive() ? Boolean(hits()?.length) : undefined}
          aria-controls={hits()?.length ? "desk-hits" : undefined}
          aria-autocomplete={isLive() ? "list" : undefined}
          aria-activedescendant={active() >= 0 ? `hit-${active()}` : undefined}
          aria-keyshortcuts={isLive() ? "Control+K" : undefined}
          onInput={onInput}
          onKeyDown={onKeyDown}
        />
        <Show when={hits()}>
          {(all) => (
            <div class="desk-hits">
              <Show when={all().length > 0} fallback={<p class="soft">{t("results_none")}</p>}>
                <div role="listbox" id="desk-hits" aria-label={t("search")}>
                  <For each={all()}>
                    {(hit, at) => (
                      <a
                        id={`hit-${at()}`}
                        role="option"
                        tabindex="-1"
                        aria-selected={at() === active()}
                        href={hit.href}
                      >
                        <span lang={hit.lang}>{hit.title}</span>
                        <small>
                          {hit.of}
                          <Show when={hit.beside}> · {hit.beside}</Show>
                        </small>
                        <Show when={hit.tag}>{(tag) => <span class={`tag ${tag().tone}`}>{tag().word}</span>}</Show>
                      </a>
                    )}
                  </For>
                </div>
                <p>
                  <a href={`${finderPath[page.locale]}?${new URLSearchParams({ q: words() })}`}>
                    {t("search_all", { words: words() })}
                  </a>
                </p>
              </Show>
            </div>
          )}
        </Show>
        <p class="hidden-visually" role="status">
          <Show when={hits()}>
            {(all) => (all().length > 0 ? t("results", { count: all().length }) : t("results_none"))}
          </Show>
        </p>
      </form>
    </search>
  );
}
