import { For } from "solid-js";
import type { FieldDefinition } from "../../../server/features/publications/kinds.shared.ts";
import type { PublicationList } from "../../../server/features/publications/publications.schema.ts";
import { useT } from "../../lib/i18n.ts";
import { ChoiceFilter, FilterForm, type FilterProps, TextFilter } from "../../ui/filters.tsx";

type Facets = PublicationList["facets"];

interface CollectionFiltersProps extends FilterProps {
  path: string;
  /** What may be chosen and how much of it there is; unknown where the filters were refused. */
  facets: Facets | undefined;
  choiceFields: readonly FieldDefinition[];
}

/** Narrows a collection by words, year, the choice fields of its kind, and tags. */
export function CollectionFilters(props: CollectionFiltersProps) {
  const t = useT("collections");
  const labels = useT("publications");
  const options = (field: FieldDefinition) =>
    (props.facets?.fields[field.name] ?? field.choices?.map((value) => ({ value })))?.map((option) => ({
      ...option,
      label: labels(`choice.${field.name}.${option.value}` as "choice.status.inForce"),
    }));
  const plain = (facet: readonly { value: string | number; count: number }[] | undefined) =>
    facet?.map((option) => ({ ...option, label: String(option.value) }));
  return (
    <FilterForm path={props.path} chosen={props.chosen}>
      <TextFilter name="q" label={t("filter_text")} chosen={props.chosen} wrong={props.wrong} wide />
      <ChoiceFilter
        name="year"
        label={t("filter_year")}
        chosen={props.chosen}
        wrong={props.wrong}
        options={plain(props.facets?.years)}
      />
      <For each={props.choiceFields}>
        {(field) => (
          <ChoiceFilter
            name={field.name}
            label={labels(`field.${field.name}` as "field.number")}
            chosen={props.chosen}
            wrong={props.wrong}
            options={options(field)}
          />
        )}
      </For>
      <ChoiceFilter
        name="tag"
        label={t("filter_tag")}
        chosen={props.chosen}
        wrong={props.wrong}
        options={plain(props.facets?.tags)}
      />
    </FilterForm>
  );
}
