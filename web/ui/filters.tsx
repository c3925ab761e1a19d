import { For, type JSX, type ParentProps, Show } from "solid-js";
import type { Problem } from "../../server/http/problem.schema.ts";
import { useStatus } from "../lib/head.ts";
import { useT } from "../lib/i18n.ts";

export interface FilterProps {
  /** What stands in the address. */
  chosen: URLSearchParams;
  /** Names of filters that were refused. */
  wrong?: readonly string[];
}

export interface FilterOption {
  value: string | number;
  label: JSX.Element;
  /** How many there would be. */
  count?: number;
}

const isWrong = (props: FilterProps, name: string) => props.wrong?.includes(name) || undefined;
const explained = (props: FilterProps, name: string) => (isWrong(props, name) ? `wrong-${name}` : undefined);

/** Whether the address narrows the list; turning its pages does not. */
export const isFiltered = (chosen: URLSearchParams, besides: readonly string[] = ["page", "sort"]) =>
  [...chosen.keys()].some((name) => !besides.includes(name));

/**
 * Narrows a list by an ordinary form: its state is the address, and it needs no script.
 *
 * @example
 * <FilterForm path={path} chosen={chosen()}>
 *   <TextFilter name="q" label={t("words")} chosen={chosen()} wide />
 *   <ChoiceFilter name="year" label={t("year")} chosen={chosen()} options={years()} />
 * </FilterForm>
 */
export function FilterForm(props: ParentProps<FilterProps & { path: string }>) {
  const t = useT("collections");
  return (
    <form class="filters" method="get" action={props.path} aria-label={t("filter")}>
      {props.children}
      <p class="send">
        <button class="button" type="submit">
          {t("filter_send")}
        </button>
        <Show when={isFiltered(props.chosen)}>
          <a link href={props.path}>
            {t("filter_clear")}
          </a>
        </Show>
      </p>
    </form>
  );
}

export function TextFilter(props: FilterProps & { name: string; label: string; wide?: boolean }) {
  return (
    <div class="field" classList={{ wide: props.wide }}>
      <label for={props.name}>{props.label}</label>
      <input
        id={props.name}
        name={props.name}
        type="search"
        maxlength="200"
        value={props.chosen.get(props.name) ?? ""}
        aria-invalid={isWrong(props, props.name)}
        aria-describedby={explained(props, props.name)}
      />
    </div>
  );
}

/** A filter of which one value may be chosen. It is left out where it could not narrow anything. */
export function ChoiceFilter(
  props: FilterProps & {
    name: string;
    label: string;
    options: readonly FilterOption[] | undefined;
    /** What is shown while nothing is chosen, where that is not everything. */
    any?: string;
  },
) {
  const t = useT("collections");
  const chosen = () => props.chosen.get(props.name);
  const isUseful = () => (props.options?.length ?? 0) > (props.any ? 0 : 1) || chosen() !== null;
  const isUnknown = () => chosen() !== null && !props.options?.some(({ value }) => String(value) === chosen());
  return (
    <Show when={isUseful()}>
      <div class="field">
        <label for={props.name}>{props.label}</label>
        <select
          id={props.name}
          name={props.name}
          aria-invalid={isWrong(props, props.name)}
          aria-describedby={explained(props, props.name)}
        >
          <option value="">{props.any ?? t("filter_any")}</option>
          <Show when={isUnknown()}>
            <option value={chosen()!} selected>
              {chosen()}
            </option>
          </Show>
          <For each={props.options}>
            {({ value, label, count }) => (
              <option value={String(value)} selected={String(value) === chosen()}>
                {count === undefined ? label : `${label} (${count})`}
              </option>
            )}
          </For>
        </select>
      </div>
    </Show>
  );
}

/** What was wrong with the filters, each with a link to its field. */
export function FilterRefusal(props: { problem: Problem }) {
  useStatus(props.problem.status);
  return (
    <div class="problem" role="alert">
      <h2>{props.problem.title}</h2>
      <ul>
        <For each={props.problem.fields}>
          {({ path, message }) => (
            <li>
              <a id={`wrong-${path}`} href={`#${path}`}>
                {message}
              </a>
            </li>
          )}
        </For>
      </ul>
    </div>
  );
}
