import type { DraftActList } from "../../../server/features/draft-acts/draft-acts.schema.ts";
import { useT } from "../../lib/i18n.ts";
import { ChoiceFilter, FilterForm, type FilterProps, TextFilter } from "../../ui/filters.tsx";

interface DraftFiltersProps extends FilterProps {
  path: string;
  /** What may be chosen and how much of it there is; unknown where the filters were refused. */
  facets: DraftActList["facets"] | undefined;
}

/** Narrows the register by words, by whether comments are awaited, stage, subject, proposer and year. */
export function DraftFilters(props: DraftFiltersProps) {
  const t = useT("drafts");
  const matters = useT("matters");
  const labelled = <T extends string>(
    options: readonly { value: T; count: number }[] | undefined,
    label: (value: T) => string,
  ) => options?.map(({ value, count }) => ({ value, count, label: label(value) }));
  const shared = () => ({ chosen: props.chosen, wrong: props.wrong });
  return (
    <FilterForm path={props.path} chosen={props.chosen}>
      <TextFilter name="q" label={t("words")} {...shared()} wide />
      <ChoiceFilter
        name="state"
        label={t("comments")}
        {...shared()}
        options={labelled(props.facets?.states, (value) => t(`state.${value}`))}
      />
      <ChoiceFilter
        name="stage"
        label={t("stage")}
        {...shared()}
        options={labelled(props.facets?.stages, (value) => t(`stage.${value}`))}
      />
      <ChoiceFilter
        name="subject"
        label={t("subject")}
        {...shared()}
        options={labelled(props.facets?.subjects, (value) => matters(`subject.${value}`))}
      />
      <ChoiceFilter
        name="proposer"
        label={t("proposer")}
        {...shared()}
        options={labelled(props.facets?.proposers, (value) => matters(`proposer.${value}`))}
      />
      <ChoiceFilter
        name="year"
        label={t("year")}
        {...shared()}
        options={props.facets?.years.map((option) => ({ ...option, label: String(option.value) }))}
      />
    </FilterForm>
  );
}
