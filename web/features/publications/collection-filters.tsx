import { For, type JSX, Show } from "solid-js";
import type { FieldDefinition } from "../../../server/features/publications/kinds.shared.ts";
import type { PublicationList } from "../../../server/features/publications/publications.schema.ts";
import { useT } from "../../lib/i18n.ts";

type Facets = PublicationList["facets"];

interface CollectionFiltersProps {
  path: string;
  /** What stands in the address. */
  chosen: URLSearchParams;
  /** What may be chosen and how much of it there is; unknown where the filters were refused. */
  facets: Facets | undefined;
  choiceFields: readonly FieldDefinition[];
  /** Names of filters that were refused. */
  wrong: readonly string[];
}

/** Narrows a collection by an ordinary form: its state is the address, and it needs no script. */
export function CollectionFilters(props: CollectionFiltersProps) {
  const t = useT("collections");
  const labels = useT("publications");
  const isFiltered = () => [...props.chosen.keys()].some((name) => name !== "page");
  const choiceLabel = (field: string, value: string) => labels(`choice.${field}.${value}` as "choice.status.inForce");
  return (
    <form class="filters" method="get" action={props.path} aria-label={t("filter")}>
      <div class="field wide">
        <label for="q">{t("filter_text")}</label>
        <input
          id="q"
          name="q"
          type="search"
          maxlength="200"
          value={props.chosen.get("q") ?? ""}
          aria-invalid={props.wrong.includes("q") || undefined}
          aria-describedby={props.wrong.includes("q") ? "wrong-q" : undefined}
        />
      </div>
      <Choice {...props} name="year" label={t("filter_year")} options={props.facets?.years} text={String} />
      <For each={props.choiceFields}>
        {(field) => (
          <Choice
            {...props}
            name={field.name}
            label={labels(`field.${field.name}` as "field.number")}
            options={props.facets?.fields[field.name] ?? field.choices?.map((value) => ({ value }))}
            text={(value) => choiceLabel(field.name, String(value))}
          />
        )}
      </For>
      <Choice {...props} name="tag" label={t("filter_tag")} options={props.facets?.tags} text={String} />
      <p class="send">
        <button class="button" type="submit">
          {t("filter_send")}
        </button>
        <Show when={isFiltered()}>
          <a link href={props.path}>
            {t("filter_clear")}
          </a>
        </Show>
      </p>
    </form>
  );
}

interface ChoiceProps extends CollectionFiltersProps {
  name: string;
  label: string;
  options: readonly { value: string | number; count?: number }[] | undefined;
  text: (value: string | number) => string;
}

/** A filter of which one value may be chosen. It is left out where it could not narrow anything. */
function Choice(props: ChoiceProps): JSX.Element {
  const t = useT("collections");
  const chosen = () => props.chosen.get(props.name);
  const isUseful = () => (props.options?.length ?? 0) > 1 || chosen() !== null;
  const isUnknown = () => chosen() !== null && !props.options?.some(({ value }) => String(value) === chosen());
  return (
    <Show when={isUseful()}>
      <div class="field">
        <label for={props.name}>{props.label}</label>
        <select
          id={props.name}
          name={props.name}
          aria-invalid={props.wrong.includes(props.name) || undefined}
          aria-describedby={props.wrong.includes(props.name) ? `wrong-${props.name}` : undefined}
        >
          <option value="">{t("filter_any")}</option>
          <Show when={isUnknown()}>
            <option value={chosen()!} selected>
              {chosen()}
            </option>
          </Show>
          <For each={props.options}>
            {({ value, count }) => (
              <option value={String(value)} selected={String(value) === chosen()}>
                {count === undefined ? props.text(value) : `${props.text(value)} (${count})`}
              </option>
            )}
          </For>
        </select>
      </div>
    </Show>
  );
}
