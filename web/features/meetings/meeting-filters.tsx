import type { MeetingList } from "../../../server/features/meetings/meeting-view.schema.ts";
import { meetingKinds, meetingStages } from "../../../server/features/meetings/meetings.shared.ts";
import { useT } from "../../lib/i18n.ts";
import { useLocalized } from "../../lib/localized.ts";
import { ChoiceFilter, FilterForm, type FilterProps, TextFilter } from "../../ui/filters.tsx";

/** Narrows a list of meetings. What would find nothing is not offered. */
export function MeetingFilters(props: FilterProps & { path: string; facets: MeetingList["facets"] | undefined }) {
  const t = useT("meetings");
  const collections = useT("collections");
  const { say } = useLocalized();
  const common = () => ({ chosen: props.chosen, wrong: props.wrong ?? [] });
  const kinds = () =>
    props.facets?.kinds
      .toSorted((one, other) => meetingKinds.indexOf(one.value) - meetingKinds.indexOf(other.value))
      .map(({ value, count }) => ({ value, count, label: t(`kind.${value}`) }));
  const stages = () =>
    props.facets?.stages
      .toSorted((one, other) => meetingStages.indexOf(one.value) - meetingStages.indexOf(other.value))
      .map(({ value, count }) => ({ value, count, label: t(`stage.${value}`) }));
  const bodies = () => props.facets?.bodies.map(({ value, count, name }) => ({ value, count, label: say(name) }));
  return (
    <FilterForm path={props.path} chosen={props.chosen}>
      <TextFilter name="q" label={t("filter_words")} wide {...common()} />
      <ChoiceFilter
        name="year"
        label={collections("filter_year")}
        options={props.facets?.years.map(({ value, count }) => ({ value, count, label: value }))}
        {...common()}
      />
      <ChoiceFilter name="body" label={t("filter_body")} options={bodies()} {...common()} />
      <ChoiceFilter name="kind" label={t("filter_kind")} options={kinds()} {...common()} />
      <ChoiceFilter name="stage" label={t("filter_stage")} options={stages()} {...common()} />
    </FilterForm>
  );
}
