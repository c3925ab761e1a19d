import { createSignal, createUniqueId, For, onCleanup, onMount, Show } from "solid-js";
import type { FormChoice } from "../../../server/features/editing/form.shared.ts";
import { useT } from "../../lib/i18n.ts";
import { useField } from "../ui/form-context.ts";
import { describedBy, FieldFrame } from "../ui/form-fields.tsx";
import { useWorkspace } from "../workspace.tsx";

interface ChooseProps {
  name: string;
  label: string;
  hint?: string | undefined;
  required?: boolean | undefined;
  /** The list from which it is chosen, as the server calls it. */
  list: string;
  /** All that is known by its name, of what is chosen and what may be. */
  choices: readonly FormChoice[];
  /** What the list without script holds. */
  offered: readonly FormChoice[];
  /** What the choice is called that means nothing. */
  none?: string | undefined;
}

const pause = 200;

/**
 * One thing of a long list, found by typing: an editable combobox as the ARIA practices describe it. Without script it is
 * the list of the latest with a field beside it by which others are looked for.
 */
export function ChooseBySearch(props: ChooseProps) {
  const t = useT("editing");
  const { page } = useWorkspace();
  const field = useField(props.name);
  const [alive, setAlive] = createSignal(false);
  const [chosen, setChosen] = createSignal<FormChoice | null>(
    props.choices.find(({ value }) => value === field.value) ?? null,
  );
  const [found, setFound] = createSignal<readonly FormChoice[] | null>(null);
  const [at, setAt] = createSignal(-1);
  const [isAway, setAway] = createSignal(false);
  const listId = createUniqueId();
  let select: HTMLSelectElement | undefined;
  let typed!: HTMLInputElement;
  let sent!: HTMLInputElement;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asked: AbortController | undefined;

  onMount(() => {
    // What was chosen in the list before the script came.
    const value = select?.value;
    if (value !== undefined) setChosen(props.choices.find((one) => one.value === value) ?? null);
    setAlive(true);
  });
  onCleanup(() => {
    clearTimeout(timer);
    asked?.abort();
  });

  const text = () => chosen()?.label ?? "";
  const close = () => {
    clearTimeout(timer);
    asked?.abort();
    setFound(null);
    setAt(-1);
  };
  const choose = (one: FormChoice | null) => {
    setChosen(one);
    typed.value = one?.label ?? "";
    close();
    sent.value = one?.value ?? "";
    sent.dispatchEvent(new Event("input", { bubbles: true }));
  };
  async function search(words: string) {
    asked?.abort();
    asked = new AbortController();
    const query = new URLSearchParams({ q: words.slice(0, 200), lang: page.locale });
    try {
      const answer = await fetch(`/api/v1/admin/editing/choices/${props.list}?${query}`, { signal: asked.signal });
      if (!answer.ok) throw new Error(`The server answered ${answer.status}`);
      setFound(((await answer.json()) as { items: FormChoice[] }).items);
      setAway(false);
    } catch (failure) {
      if ((failure as Error).name === "AbortError") return;
      setFound(null);
      setAway(true);
    }
    setAt(-1);
  }
  const open = () => {
    clearTimeout(timer);
    void search(typed.value === text() ? "" : typed.value);
  };
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(() => search(typed.value), pause);
  };

  const optionId = (index: number) => `${listId}-${index}`;
  const go = (index: number) => {
    const all = found() ?? [];
    if (all.length === 0) return;
    setAt((index + all.length) % all.length);
    document.getElementById(optionId(at()))?.scrollIntoView({ block: "nearest" });
  };
  const key = (event: KeyboardEvent) => {
    const isOpen = found() !== null;
    switch (event.key) {
      case "ArrowDown":
        event.preventDefault();
        return isOpen ? go(at() + 1) : open();
      case "ArrowUp":
        event.preventDefault();
        return isOpen ? go(at() < 0 ? -1 : at() - 1) : open();
      case "Enter": {
        if (!isOpen) return;
        event.preventDefault();
        const one = found()![at()];
        if (one) choose(one);
        return;
      }
      case "Escape":
        if (isOpen) return close();
        return choose(null);
    }
  };
  /** Whoever leaves with half a word has chosen nothing else; whoever leaves it empty has chosen nothing. */
  const leave = () => {
    close();
    if (typed.value.trim() === "" && chosen()) choose(null);
    else typed.value = text();
  };

  return (
    <FieldFrame name={props.name} label={props.label} hint={props.hint} required={Boolean(props.required)}>
      <Show
        when={alive()}
        fallback={
          <>
            <select
              ref={select}
              id={field.id}
              name={props.name}
              required={props.required}
              aria-invalid={field.error ? "true" : undefined}
              aria-describedby={describedBy(field, props.hint)}
            >
              <option value="">{props.none ?? ""}</option>
              <For each={props.offered}>
                {({ value, label }) => (
                  <option value={value} selected={value === field.value}>
                    {label}
                  </option>
                )}
              </For>
            </select>
            <span class="find">
              <input type="search" name={`find.${props.name}`} aria-label={t("pick.words", { field: props.label })} />
              <button class="button plain" type="submit" name="do" value={`find:${props.name}`}>
                {t("pick.find")}
              </button>
            </span>
          </>
        }
      >
        <div class="combo">
          <input
            ref={typed}
            id={field.id}
            type="text"
            role="combobox"
            autocomplete="off"
            spellcheck={false}
            value={text()}
            placeholder={t("pick.type")}
            aria-expanded={found() !== null}
            aria-controls={listId}
            aria-autocomplete="list"
            aria-activedescendant={at() >= 0 ? optionId(at()) : undefined}
            aria-required={props.required ? "true" : undefined}
            aria-invalid={field.error ? "true" : undefined}
            aria-describedby={describedBy(field, props.hint)}
            onInput={(event) => {
              event.stopPropagation();
              later();
            }}
            onClick={() => found() === null && open()}
            onKeyDown={key}
            onBlur={leave}
          />
          <input ref={sent} type="hidden" name={props.name} value={chosen()?.value ?? ""} />
          <Show when={chosen()}>
            <button
              type="button"
              class="combo-clear"
              aria-label={t("pick.clear", { field: props.label })}
              onClick={() => {
                choose(null);
                typed.focus();
              }}
            >
              ×
            </button>
          </Show>
          <div
            id={listId}
            class="combo-list"
            role="listbox"
            aria-label={props.label}
            hidden={(found()?.length ?? 0) === 0}
          >
            <For each={found()}>
              {(one, index) => (
                <button
                  type="button"
                  id={optionId(index())}
                  role="option"
                  tabindex="-1"
                  aria-selected={at() === index()}
                  // The field keeps the focus, and does not close the list before the click is heard.
                  onPointerDown={(event) => event.preventDefault()}
                  onClick={() => choose(one)}
                >
                  {one.label}
                </button>
              )}
            </For>
          </div>
          <p class="hint" role="status">
            <Show when={found()?.length === 0}>{t("pick.nothing")}</Show>
            <Show when={isAway()}>{t("pick.away")}</Show>
            <Show when={(found()?.length ?? 0) > 0}>
              <span class="hidden-visually">{t("pick.found", { count: found()!.length })}</span>
            </Show>
          </p>
        </div>
      </Show>
      <Show when={chosen()?.warnings?.length}>
        <p class="tags">
          <For each={chosen()!.warnings}>{(warning) => <span class="tag warn">{warning}</span>}</For>
        </p>
      </Show>
    </FieldFrame>
  );
}
