import { createAsync, useLocation } from "@solidjs/router";
import { createMemo, For, Show } from "solid-js";
import { elementByCode } from "../../../server/features/elements/catalogue.shared.ts";
import { type RegisterGroup, registerGroups } from "../../../server/features/registers/registers.shared.ts";
import { canonicalQuery, type PageMatch } from "../../../server/pages/page-routes.shared.ts";
import { useStructuredData } from "../../lib/head.ts";
import { useT } from "../../lib/i18n.ts";
import { usePage } from "../../lib/page-context.tsx";
import { FilterForm, FilterRefusal, isFiltered, TextFilter } from "../../ui/filters.tsx";
import { formatInstantDay, formatNumber } from "../../ui/format.ts";
import { RegisterTable } from "../../ui/register-table.tsx";
import { ElementPage, useElement } from "../elements/element-frame.tsx";
import { Downloads } from "./downloads.tsx";
import { getRegisters, type ListedRegister } from "./registers-query.ts";
import { Reuse } from "./reuse.tsx";

/** Everything that the council gives as data: what it is, how much, how fresh, and the rows themselves. */
export default function RegistersPage(props: { match: PageMatch }) {
  const t = useT("registers");
  const location = useLocation();
  const { locale } = usePage();
  const element = elementByCode("I.8.1");
  const description = useElement(() => element.code);
  const chosen = createMemo(
    () => new URLSearchParams(canonicalQuery(props.match, new URLSearchParams(location.search))),
  );
  const answer = createAsync(() => getRegisters(locale, chosen().get("q") ?? ""));
  const found = () => answer()?.registers;
  const filled = () => found()?.filter(({ total }) => total > 0) ?? [];
  const empty = () => found()?.filter(({ total }) => total === 0) ?? [];
  const ofGroup = (group: RegisterGroup) => filled().filter((register) => register.group === group);
  const rows = () => filled().reduce((sum, { total }) => sum + total, 0);
  if (import.meta.env.SSR)
    useStructuredData(
      (address) =>
        found() && {
          "@type": "DataCatalog",
          name: element.short[locale],
          url: address(element.path[locale]),
          license: answer()!.licence!.url,
        },
    );
  return (
    <ElementPage element={element} description={description()} isFilled>
      <div class="split">
        <div class="stack">
          <Show when={answer()?.problem}>{(problem) => <FilterRefusal problem={problem()} />}</Show>
          <FilterForm path={element.path[locale]} chosen={chosen()}>
            <TextFilter
              name="q"
              label={t("search")}
              chosen={chosen()}
              wrong={answer()?.problem?.fields?.map(({ path }) => path)}
              wide
            />
          </FilterForm>
          <Show when={found()}>
            <div class="found">
              <h2 aria-live="polite">
                <Show when={filled().length > 0} fallback={t("nothing_found")}>
                  {t("found", { count: filled().length })}
                </Show>
              </h2>
              <Show when={filled().length > 0}>
                <span class="count">{t("rows", { count: rows(), number: formatNumber(rows(), locale) })}</span>
              </Show>
            </div>
            <For each={registerGroups.filter((group) => ofGroup(group).length > 0)}>
              {(group) => (
                <section aria-labelledby={`group-${group}`}>
                  <div class="bar">
                    <h2 id={`group-${group}`}>{t(`group_${group}`)}</h2>
                    <span>{t("found", { count: ofGroup(group).length })}</span>
                  </div>
                  <Table registers={ofGroup(group)} caption={t(`group_${group}`)} />
                </section>
              )}
            </For>
            <Show when={empty().length > 0}>
              <Empty registers={empty()} isOpen={isFiltered(chosen())} />
            </Show>
          </Show>
        </div>
        <Show when={answer()?.licence}>{(licence) => <Reuse licence={licence()} />}</Show>
      </div>
    </ElementPage>
  );
}

function Table(props: { registers: readonly ListedRegister[]; caption: string }) {
  const t = useT("registers");
  const { locale } = usePage();
  return (
    <RegisterTable
      caption={props.caption}
      rows={props.registers}
      columns={[
        {
          label: t("column_register"),
          cell: (register: ListedRegister) => (
            <>
              <a link href={register.described}>
                {register.title}
              </a>
              <Show when={register.description !== `${register.title}.`}>
                <p>{register.description}</p>
              </Show>
            </>
          ),
        },
        { label: t("column_rows"), numeric: true, cell: ({ total }) => formatNumber(total, locale) },
        {
          label: t("column_changed"),
          cell: ({ changedAt }) => changedAt && <span class="figures">{formatInstantDay(changedAt)}</span>,
        },
        {
          label: t("column_downloads"),
          cell: (register) => <Downloads path={register.url} of={register.title} />,
        },
      ]}
    />
  );
}

/** Registers in which nothing stands yet; they have their addresses and their columns already. */
function Empty(props: { registers: readonly ListedRegister[]; isOpen: boolean }) {
  const t = useT("registers");
  return (
    <details class="empty-registers" open={props.isOpen}>
      <summary>{t("empty", { count: props.registers.length })}</summary>
      <p class="aside">{t("empty_text")}</p>
      <ul class="plain-list">
        <For each={props.registers}>
          {(register) => (
            <li>
              <a link href={register.described}>
                {register.title}
              </a>
            </li>
          )}
        </For>
      </ul>
    </details>
  );
}
