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
import { Pagination } from "../../ui/pagination.tsx";
import { RegisterTable } from "../../ui/register-table.tsx";
import { ElementPage, useElement } from "../elements/element-frame.tsx";
import { useRoleName } from "../people/role-names.ts";
import { type BoardMembers, getBoardMembers } from "./bodies-query.ts";

const element = elementByCode("II.5.2");

/** The register of members of all citizens’ boards: who, in which role, from when to when, how chosen. */
export default function BoardMembersPage(props: { match: PageMatch }) {
  const location = useLocation();
  const { locale } = usePage();
  const t = useT("people");
  const collections = useT("collections");
  const query = createMemo(() => canonicalQuery(props.match, new URLSearchParams(location.search)));
  const chosen = () => new URLSearchParams(query());
  const answer = createAsync(() => getBoardMembers(query(), locale));
  const description = useElement(() => element.code);
  const exports = useRegisterLinks();
  const path = element.path[locale];
  const narrowed = (page?: number) => {
    const wanted = chosen();
    wanted.delete("page");
    if (page && page > 1) wanted.set("page", String(page));
    return wanted.size > 0 ? `?${wanted}` : "";
  };
  return (
    <ElementPage
      element={element}
      description={description()}
      isFilled={(answer()?.list?.total ?? 0) > 0 || isFiltered(chosen())}
    >
      <Show when={answer()?.problem}>
        {(refusal) => (
          <>
            <FilterRefusal problem={refusal()} />
            <Filters chosen={chosen()} wrong={refusal().fields?.map((field) => field.path)} />
          </>
        )}
      </Show>
      <Show when={answer()?.list}>
        {(list) => (
          <Show when={list().total > 0 || isFiltered(chosen())}>
            <Filters chosen={chosen()} list={list()} />
            <div class="found">
              <h2 aria-live="polite">
                {list().total > 0 ? t("lines", { count: list().total }) : t("nothing_found_bodies")}
              </h2>
              <Show when={list().pages > 1}>
                <span class="count">{collections("page_of", { page: list().page, pages: list().pages })}</span>
              </Show>
            </div>
            <Show when={list().total > 0}>
              <Lines items={list().items} />
              <Pagination page={list().page} pages={list().pages} address={(page) => path + narrowed(page)} />
              <Exports links={exports(path, narrowed())} />
              <p>
                <a link href={elementByCode("II.5.1").path[locale]}>
                  {t("see_boards")}
                </a>
              </p>
            </Show>
          </Show>
        )}
      </Show>
    </ElementPage>
  );
}

function Filters(props: { chosen: URLSearchParams; list?: BoardMembers; wrong?: string[] }) {
  const t = useT("people");
  const { locale } = usePage();
  const { say } = useLocalized();
  const shared = () => ({ chosen: props.chosen, wrong: props.wrong });
  return (
    <FilterForm path={element.path[locale]} chosen={props.chosen}>
      <TextFilter name="q" label={t("filter_words")} {...shared()} />
      <ChoiceFilter
        name="body"
        label={t("filter_body")}
        {...shared()}
        options={props.list?.facets.bodies.map(({ label, ...option }) => ({ ...option, label: say(label) }))}
      />
      <ChoiceFilter
        name="when"
        label={t("filter_when")}
        {...shared()}
        options={props.list?.facets.when.map((option) => ({
          ...option,
          label: t(`when.${option.value as "now" | "past"}`),
        }))}
      />
    </FilterForm>
  );
}

type Line = BoardMembers["items"][number];

function Lines(props: { items: BoardMembers["items"] }) {
  const t = useT("people");
  const { locale } = usePage();
  const { say, lang } = useLocalized();
  const roleName = useRoleName();
  return (
    <RegisterTable
      caption={element.short[locale]}
      rows={props.items}
      columns={[
        {
          label: t("column_person"),
          cell: ({ person }) => (
            <a link href={person.href}>
              {person.name}
            </a>
          ),
        },
        {
          label: t("filter_body"),
          cell: ({ body }) => (
            <a link href={body.href} lang={lang(body.name)}>
              {say(body.name)}
            </a>
          ),
        },
        {
          label: t("column_role"),
          cell: ({ role, title }) =>
            title ? <span lang={lang(title)}>{say(title)}</span> : <span>{roleName(role, null)}</span>,
        },
        { label: t("column_from"), cell: ({ beginsOn }) => <time datetime={beginsOn}>{formatDay(beginsOn)}</time> },
        ...(props.items.some(({ endsOn }) => endsOn)
          ? [
              {
                label: t("column_to"),
                cell: ({ endsOn, endReason }: Line) =>
                  endsOn && (
                    <span>
                      <time datetime={endsOn}>{formatDay(endsOn)}</time>
                      <Show when={endReason}>{(reason) => `, ${t(`end.${reason()}`)}`}</Show>
                    </span>
                  ),
              },
            ]
          : []),
        ...(props.items.some(({ howChosen }) => howChosen)
          ? [
              {
                label: t("column_how"),
                cell: ({ howChosen }: Line) => howChosen && <span lang={lang(howChosen)}>{say(howChosen)}</span>,
              },
            ]
          : []),
      ]}
    />
  );
}
