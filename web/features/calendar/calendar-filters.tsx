import { Show } from "solid-js";
import { useT } from "../../lib/i18n.ts";
import { useLocalized } from "../../lib/localized.ts";
import { ChoiceFilter, FilterForm, type FilterProps } from "../../ui/filters.tsx";
import type { ShownSheet } from "./calendar-query.ts";

interface CalendarFiltersProps extends FilterProps {
  path: string;
  /** What may be chosen; unknown where the filters were refused. */
  options: ShownSheet["options"] | undefined;
  /** A month is reached by turning pages. */
  hasMonths: boolean;
}

/** Narrows the calendar to a body, a kind, in a list also to a year. What is shown stays as it is. */
export function CalendarFilters(props: CalendarFiltersProps) {
  const t = useT("calendar");
  const kinds = useT("meetings");
  const { say } = useLocalized();
  const view = () => props.chosen.get("view");
  const narrowed = () =>
    new URLSearchParams([...props.chosen].filter(([name]) => name === "body" || name === "kind" || name === "year"));
  const isUseful = () => {
    const { bodies = [], kinds = [], years = [] } = props.options ?? {};
    const choices = [bodies.length, kinds.length, props.hasMonths ? 0 : years.length];
    return choices.some((count) => count > 1) || narrowed().size > 0;
  };
  return (
    <Show when={isUseful()}>
      <FilterForm path={props.path} chosen={narrowed()}>
        <Show when={view()}>{(value) => <input type="hidden" name="view" value={value()} />}</Show>
        <Show when={props.chosen.get("month")}>{(value) => <input type="hidden" name="month" value={value()} />}</Show>
        <ChoiceFilter
          name="body"
          label={t("filter_body")}
          chosen={props.chosen}
          wrong={props.wrong}
          options={props.options?.bodies.map(({ slug, name, count }) => ({ value: slug, label: say(name), count }))}
        />
        <ChoiceFilter
          name="kind"
          label={t("filter_kind")}
          chosen={props.chosen}
          wrong={props.wrong}
          options={props.options?.kinds.map(({ value, count }) => ({ value, label: kinds(`kind.${value}`), count }))}
        />
        <Show when={!props.hasMonths}>
          <ChoiceFilter
            name="year"
            label={t("filter_year")}
            chosen={props.chosen}
            wrong={props.wrong}
            options={props.options?.years.map(({ value, count }) => ({ value, label: String(value), count }))}
          />
        </Show>
      </FilterForm>
    </Show>
  );
}
