import { For } from "solid-js";
import type { ActList } from "../../../server/features/acts/acts.schema.ts";
import {
  actNatures,
  actSorts,
  actTypes,
  forces,
  prefectStates,
  proposerKinds,
  subjects,
} from "../../../server/features/acts/acts.shared.ts";
import { useT } from "../../lib/i18n.ts";
import { useLocalized } from "../../lib/localized.ts";
import { ChoiceFilter, FilterForm, type FilterProps, TextFilter } from "../../ui/filters.tsx";

type Facets = ActList["facets"];

interface ActsFiltersProps extends FilterProps {
  path: string;
  /** What may be chosen and how many there are of it; unknown where the filters were refused. */
  facets: Facets | undefined;
}

const further = ["nature", "proposer", "body", "sort"];

/** Narrows the register: what most look for at once, the rest on request. */
export function ActsFilters(props: ActsFiltersProps) {
  const t = useT("acts");
  const matters = useT("matters");
  const { say } = useLocalized();
  const isFurther = () => further.some((name) => props.chosen.has(name) || props.wrong?.includes(name));
  const labelled = <T extends string>(
    counted: readonly { value: T; count: number }[] | undefined,
    choices: readonly T[],
    label: (value: T) => string,
  ) => (counted ?? choices.map((value) => ({ value }))).map((option) => ({ ...option, label: label(option.value) }));
  const years = () => props.facets?.year.map((option) => ({ ...option, label: String(option.value) }));
  const bodies = () => props.facets?.body.map((option) => ({ ...option, label: say(option.name) }));
  const common = () => ({ chosen: props.chosen, wrong: props.wrong });
  return (
    <FilterForm path={props.path} chosen={props.chosen}>
      <TextFilter name="q" label={t("filter_text")} {...common()} wide />
      <ChoiceFilter name="year" label={useT("collections")("filter_year")} {...common()} options={years()} />
      <ChoiceFilter
        name="subject"
        label={t("filter_subject")}
        {...common()}
        options={labelled(props.facets?.subject, subjects, (value) => matters(`subject.${value}`))}
      />
      <ChoiceFilter
        name="type"
        label={t("filter_type")}
        {...common()}
        options={labelled(props.facets?.type, actTypes, (value) => matters(`type.${value}`))}
      />
      <ChoiceFilter
        name="force"
        label={t("filter_force")}
        {...common()}
        options={labelled(props.facets?.force, forces, (value) => t(`force.${value}`))}
      />
      <ChoiceFilter
        name="prefect"
        label={t("filter_prefect")}
        {...common()}
        options={labelled(props.facets?.prefect, prefectStates, (value) => t(`prefect.${value}`))}
      />
      <details class="further" open={isFurther() || undefined}>
        <summary>{t("more_filters")}</summary>
        <div class="fields">
          <ChoiceFilter
            name="nature"
            label={t("filter_nature")}
            {...common()}
            options={labelled(props.facets?.nature, actNatures, (value) => matters(`nature.${value}`))}
          />
          <ChoiceFilter
            name="proposer"
            label={t("filter_proposer")}
            {...common()}
            options={labelled(props.facets?.proposer, proposerKinds, (value) => matters(`proposer.${value}`))}
          />
          <ChoiceFilter name="body" label={t("filter_body")} {...common()} options={bodies()} />
          <div class="field">
            <label for="sort">{t("sort")}</label>
            <select id="sort" name="sort">
              <For each={actSorts}>
                {(sort, at) => (
                  <option value={at() === 0 ? "" : sort} selected={sort === props.chosen.get("sort")}>
                    {t(`sort.${sort}`)}
                  </option>
                )}
              </For>
            </select>
          </div>
        </div>
      </details>
    </FilterForm>
  );
}
