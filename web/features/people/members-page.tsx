import { createAsync, useLocation } from "@solidjs/router";
import { createMemo, Show } from "solid-js";
import { elementByCode } from "../../../server/features/elements/catalogue.shared.ts";
import { canonicalQuery, type PageMatch } from "../../../server/pages/page-routes.shared.ts";
import { useT } from "../../lib/i18n.ts";
import { useLocalized } from "../../lib/localized.ts";
import { usePage } from "../../lib/page-context.tsx";
import { Exports, useRegisterLinks } from "../../ui/exports.tsx";
import { ChoiceFilter, FilterForm, FilterRefusal, isFiltered, TextFilter } from "../../ui/filters.tsx";
import { formatDay } from "../../ui/format.ts";
import { termName } from "../../ui/term-name.ts";
import { ElementPage, useElement } from "../elements/element-frame.tsx";
import { Chamber } from "./chamber.tsx";
import { MandateChanges } from "./mandate-changes.tsx";
import { MemberCards } from "./member-card.tsx";
import { getMembers, type Members } from "./people-query.ts";

/** The members of the council in its own order, as they sit, of this term or of one before. */
export default function MembersPage(props: { match: PageMatch }) {
  const location = useLocation();
  const { locale } = usePage();
  const t = useT("people");
  const element = elementByCode("I.2.1");
  const path = element.path[locale];
  const query = createMemo(() => canonicalQuery(props.match, new URLSearchParams(location.search)));
  const chosen = () => new URLSearchParams(query());
  const answer = createAsync(() => getMembers(query(), locale));
  const description = useElement(() => element.code);
  const exports = useRegisterLinks();
  const list = () => answer()?.list;
  const isNarrowed = () => isFiltered(chosen(), ["term"]);
  return (
    <ElementPage element={element} description={description()} isFilled={Boolean(list()?.term) || isFiltered(chosen())}>
      <Show when={answer()?.problem}>
        {(refusal) => (
          <>
            <FilterRefusal problem={refusal()} />
            <MemberFilters path={path} chosen={chosen()} wrong={refusal().fields?.map((field) => field.path)} />
          </>
        )}
      </Show>
      <Show when={list()?.term && list()}>
        {(found) => (
          <div class="stack">
            <Show when={!found().term!.isCurrent}>
              <p class="note">{t("as_of", { date: formatDay(found().asOf) })}</p>
            </Show>
            <Show when={!isNarrowed()}>
              <Chamber list={found()} />
            </Show>
            <div>
              <MemberFilters path={path} chosen={chosen()} list={found()} />
              <Found list={found()} />
              <MemberCards members={found().members} />
              <Show when={isNarrowed() && found().former.length > 0}>
                <h2 class="group-title">{t("former")}</h2>
                <MemberCards members={found().former} />
              </Show>
              <Show when={found().members.length + found().former.length > 0}>
                <Exports links={exports(path, query() && `?${query()}`)} />
              </Show>
            </div>
            <Show when={!isNarrowed() && found().changes.length > 0}>
              <MandateChanges changes={found().changes} asOf={found().asOf} />
            </Show>
          </div>
        )}
      </Show>
    </ElementPage>
  );
}

function Found(props: { list: Members }) {
  const t = useT("people");
  const isEmpty = () => props.list.members.length + props.list.former.length === 0;
  return (
    <>
      <div class="found">
        <h2 aria-live="polite">{isEmpty() ? t("nobody_found") : t("members", { count: props.list.members.length })}</h2>
        <span class="count">{t("in_term", { term: termName(props.list.term!) })}</span>
      </div>
      <Show when={isEmpty()}>
        <p class="aside">{t("nobody_found_text")}</p>
      </Show>
    </>
  );
}

/** 2023–2027 */

function MemberFilters(props: { path: string; chosen: URLSearchParams; list?: Members; wrong?: string[] }) {
  const t = useT("people");
  const { say } = useLocalized();
  const shared = () => ({ chosen: props.chosen, wrong: props.wrong });
  const options = (facet: Members["facets"]["parties"] | undefined) =>
    facet?.map(({ value, label, count }) => ({ value, label: say(label), count }));
  const now = () => props.list?.terms.find(({ isCurrent }) => isCurrent);
  const earlier = () =>
    props.list?.terms
      .filter(({ isCurrent }) => !isCurrent)
      .map((term) => ({ value: term.slug, label: termName(term) }));
  return (
    <FilterForm path={props.path} chosen={props.chosen}>
      <TextFilter name="q" label={t("filter_name")} {...shared()} />
      <ChoiceFilter
        name="party"
        label={t("filter_party")}
        {...shared()}
        options={options(props.list?.facets.parties)}
      />
      <ChoiceFilter
        name="committee"
        label={t("filter_committee")}
        {...shared()}
        options={options(props.list?.facets.committees)}
      />
      <ChoiceFilter
        name="term"
        label={t("filter_term")}
        {...shared()}
        options={earlier()}
        any={now() && t("this_term", { term: termName(now()!) })}
      />
    </FilterForm>
  );
}
