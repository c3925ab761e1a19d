import { createAsync, useLocation } from "@solidjs/router";
import { createMemo, Show } from "solid-js";
import { elementByCode } from "../../../server/features/elements/catalogue.shared.ts";
import { canonicalQuery, type PageMatch } from "../../../server/pages/page-routes.shared.ts";
import { useT } from "../../lib/i18n.ts";
import { useLocalized } from "../../lib/localized.ts";
import { usePage } from "../../lib/page-context.tsx";
import { Exports, useRegisterLinks } from "../../ui/exports.tsx";
import { ChoiceFilter, FilterForm, FilterRefusal, isFiltered, TextFilter } from "../../ui/filters.tsx";
import { formatDay, formatInstantDay, formatTime } from "../../ui/format.ts";
import { Pagination } from "../../ui/pagination.tsx";
import { type Column, RegisterTable } from "../../ui/register-table.tsx";
import { ElementPage, useElement } from "../elements/element-frame.tsx";
import { ContactLine } from "../people/person-contacts.tsx";
import { type Bodies, getBodies } from "./bodies-query.ts";
import { kindAt } from "./body-kinds.ts";

/** A handful needs no filters. */
const fewest = 12;

/** Bodies of one kind: who leads each, how many are in it, when it meets, how it is reached. */
export default function BodiesPage(props: { match: PageMatch }) {
  const location = useLocation();
  const { locale } = usePage();
  const t = useT("people");
  const collections = useT("collections");
  const element = () => elementByCode(props.match.code as "I.2.2");
  const kind = () => kindAt(props.match.code);
  const query = createMemo(() => canonicalQuery(props.match, new URLSearchParams(location.search)));
  const chosen = () => new URLSearchParams(query());
  const answer = createAsync(() => getBodies(kind(), query(), locale));
  const description = useElement(() => element().code);
  const exports = useRegisterLinks();
  const path = () => element().path[locale];
  const address = (page: number) => {
    const wanted = chosen();
    wanted.delete("page");
    if (page > 1) wanted.set("page", String(page));
    return `${path()}${wanted.size > 0 ? `?${wanted}` : ""}`;
  };
  const narrowing = () => {
    const wanted = chosen();
    wanted.delete("page");
    return wanted.size > 0 ? `?${wanted}` : "";
  };
  const filters = (list?: Bodies, wrong?: string[]) => (
    <FilterForm path={path()} chosen={chosen()}>
      <TextFilter name="q" label={t("filter_words")} chosen={chosen()} wrong={wrong} />
      <ChoiceFilter
        name="unit"
        label={t("filter_unit")}
        chosen={chosen()}
        wrong={wrong}
        options={list?.facets.units.map((option) => ({ ...option, label: option.value }))}
      />
    </FilterForm>
  );
  return (
    <ElementPage
      element={element()}
      description={description()}
      isFilled={(answer()?.list?.total ?? 0) > 0 || isFiltered(chosen())}
    >
      <Show when={answer()?.problem}>
        {(refusal) => (
          <>
            <FilterRefusal problem={refusal()} />
            {filters(
              undefined,
              refusal().fields?.map((field) => field.path),
            )}
          </>
        )}
      </Show>
      <Show when={answer()?.list}>
        {(list) => (
          <Show when={list().total > 0 || isFiltered(chosen())}>
            <Show when={list().total > fewest || isFiltered(chosen())}>{filters(list())}</Show>
            <div class="found">
              <h2 aria-live="polite">
                {list().total > 0 ? t(`noun.${kind()}`, { count: list().total }) : t("nothing_found_bodies")}
              </h2>
              <Show when={list().pages > 1}>
                <span class="count">{collections("page_of", { page: list().page, pages: list().pages })}</span>
              </Show>
            </div>
            <Show when={list().total > 0}>
              <BodyTable kind={kind()} items={list().items} caption={element().short[locale]} />
              <Pagination page={list().page} pages={list().pages} address={address} />
              <Exports links={exports(path(), narrowing())} />
              <Show when={kind() === "board"}>
                <p>
                  <a link href={elementByCode("II.5.2").path[locale]}>
                    {t("see_register")}
                  </a>
                </p>
              </Show>
            </Show>
          </Show>
        )}
      </Show>
    </ElementPage>
  );
}

type Item = Bodies["items"][number];

const isReached = ({ phone, email }: Item["contacts"]) => Boolean(phone ?? email);

/** How a body is reached: itself, or through who leads it. */
const contactsOf = ({ contacts, leader }: Item) => (isReached(contacts) ? contacts : (leader?.contacts ?? contacts));

function BodyTable(props: { kind: ReturnType<typeof kindAt>; items: Bodies["items"]; caption: string }) {
  const t = useT("people");
  const { say, lang } = useLocalized();
  const columns = (): Column<Item>[] => [
    {
      label: t("column_name"),
      cell: (item) => (
        <>
          <a link href={item.href} lang={lang(item.name)}>
            {say(item.name)}
          </a>
          <Show when={!item.isNow}>
            <p>
              <span class="tag none">{t("over", { date: formatDay(item.endsOn!) })}</span>
            </p>
          </Show>
        </>
      ),
    },
    ...(props.items.some(({ unit }) => unit) ? [{ label: t("unit"), cell: (item: Item) => item.unit }] : []),
    {
      label: t(`leader.${props.kind}`),
      cell: ({ leader }) =>
        leader && (
          <a link href={leader.href}>
            {leader.name}
          </a>
        ),
    },
    { label: t("column_members"), numeric: true, cell: ({ members }) => (members > 0 ? String(members) : undefined) },
    ...(props.items.some(({ next }) => next)
      ? [
          {
            label: t("column_next"),
            cell: ({ next }: Item) =>
              next && (
                <a link href={next.href}>
                  <time datetime={next.startsAt}>
                    {`${formatInstantDay(next.startsAt)}, ${t("at_time", { time: formatTime(next.startsAt) })}`}
                  </time>
                </a>
              ),
          },
        ]
      : []),
    ...(props.items.some((item) => isReached(contactsOf(item)))
      ? [{ label: t("column_contacts"), cell: (item: Item) => <ContactLine contacts={contactsOf(item)} /> }]
      : []),
  ];
  return <RegisterTable caption={props.caption} columns={columns()} rows={props.items} />;
}
