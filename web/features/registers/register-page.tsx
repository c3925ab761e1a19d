import { createAsync } from "@solidjs/router";
import { For, Show } from "solid-js";
import { elementByCode } from "../../../server/features/elements/catalogue.shared.ts";
import { nameAtSlug } from "../../../server/features/open-data/register-paths.shared.ts";
import type { PageMatch } from "../../../server/pages/page-routes.shared.ts";
import { usePageAddress, useStructuredData } from "../../lib/head.ts";
import { useT } from "../../lib/i18n.ts";
import { useLocalized } from "../../lib/localized.ts";
import { usePage } from "../../lib/page-context.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { formatInstantDay, formatNumber } from "../../ui/format.ts";
import { Page } from "../../ui/page.tsx";
import { RegisterTable } from "../../ui/register-table.tsx";
import { crumbsTo } from "../elements/element-crumbs.ts";
import NotFoundPage from "../errors/not-found-page.tsx";
import { getCouncil } from "../site/council-query.ts";
import { Downloads } from "./downloads.tsx";
import { Preview } from "./preview.tsx";
import { getRegister, type ShownColumn, type ShownRegister } from "./registers-query.ts";

/** One register as a set of data: its first rows, what its columns mean, and all of it to take away. */
export default function RegisterPage(props: { match: PageMatch }) {
  const { locale } = usePage();
  const register = createAsync(() => getRegister(nameAtSlug(props.match.slug!) ?? "", locale));
  return (
    <>
      <Show when={register()}>{(found) => <Described register={found()} />}</Show>
      <Show when={register() === null}>
        <NotFoundPage />
      </Show>
    </>
  );
}

function Described(props: { register: ShownRegister }) {
  const t = useT("registers");
  const { locale } = usePage();
  const { say } = useLocalized();
  const council = createAsync(() => getCouncil());
  if (import.meta.env.SSR)
    useStructuredData((address) => {
      if (!council()) return;
      const { title, description, url, described, changedAt, licence } = props.register;
      const download = (ending: string, encodingFormat: string) => ({
        "@type": "DataDownload",
        encodingFormat,
        contentUrl: address(`${url}.${ending}`),
      });
      return {
        "@type": "Dataset",
        name: title,
        description,
        url: address(described),
        license: licence.url,
        isAccessibleForFree: true,
        inLanguage: ["sq", "en"],
        dateModified: changedAt ?? undefined,
        creator: { "@type": "GovernmentOrganization", name: say(council()?.names.council), url: address("/") },
        distribution: [
          download("csv", "text/csv"),
          download("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
          download("json", "application/json"),
        ],
      };
    });
  return (
    <Page
      title={props.register.title}
      description={props.register.description}
      crumbs={crumbsTo(elementByCode("I.8.1"), locale)}
      kicker={t("kicker")}
      lead={<p>{props.register.description}</p>}
    >
      <div class="split">
        <Facts register={props.register} council={say(council()?.names.council)} />
        <div class="stack">
          <Show
            when={props.register.sample.length > 0}
            fallback={
              <EmptyState title={t("register_empty")}>
                <p>{t("register_empty_text")}</p>
              </EmptyState>
            }
          >
            <Preview register={props.register} />
          </Show>
          <Columns columns={props.register.columns} />
          <Show when={props.register.filters.length > 0}>
            <Filters register={props.register} />
          </Show>
        </div>
      </div>
    </Page>
  );
}

function Facts(props: { register: ShownRegister; council: string }) {
  const t = useT("registers");
  const { locale } = usePage();
  const address = usePageAddress();
  return (
    <aside class="details" aria-label={t("facts")}>
      <dl class="defs">
        <div>
          <dt>{t("column_downloads")}</dt>
          <dd>
            <Downloads path={props.register.url} of={props.register.title} roomy />
          </dd>
        </div>
        <Show when={props.register.url !== props.register.described}>
          <div>
            <dt>{t("its_page")}</dt>
            <dd>
              <a link href={props.register.url}>
                {t("its_page_link")}
              </a>
            </dd>
          </div>
        </Show>
        <div>
          <dt>{t("column_rows")}</dt>
          <dd>{formatNumber(props.register.total, locale)}</dd>
        </div>
        <Show when={props.register.changedAt}>
          {(changedAt) => (
            <div>
              <dt>{t("column_changed")}</dt>
              <dd>{formatInstantDay(changedAt())}</dd>
            </div>
          )}
        </Show>
        <div>
          <dt>{t("licence_title")}</dt>
          <dd>
            <a rel="license" href={props.register.licence.url}>
              {props.register.licence.name}
            </a>
          </dd>
        </div>
        <div>
          <dt>{t("schema")}</dt>
          <dd>
            <a href={`${props.register.url}.schema.json`}>Table Schema</a>
          </dd>
        </div>
        <div>
          <dt>{t("cite")}</dt>
          <dd class="cite">
            {t("cite_as", {
              council: props.council,
              title: props.register.title,
              address: address(),
              licence: props.register.licence.name,
            })}
          </dd>
        </div>
      </dl>
    </aside>
  );
}

function Columns(props: { columns: readonly ShownColumn[] }) {
  const t = useT("registers");
  return (
    <section aria-labelledby="columns">
      <div class="bar">
        <h2 id="columns">{t("columns")}</h2>
        <span>{t("columns_count", { count: props.columns.length })}</span>
      </div>
      <RegisterTable
        caption={t("columns")}
        rows={props.columns}
        columns={[
          { label: t("column_name"), cell: (column: ShownColumn) => <code>{column.name}</code> },
          { label: t("column_meaning"), cell: ({ label }) => label },
          { label: t("column_kind"), cell: ({ kind }) => t(`kind_${kind}`) },
          { label: t("column_values"), cell: ({ choices }) => choices && <Values choices={choices} /> },
        ]}
      />
    </section>
  );
}

function Values(props: { choices: NonNullable<ShownColumn["choices"]> }) {
  return (
    <ul class="values">
      <For each={props.choices}>
        {({ value, label }) => (
          <li>
            <code>{value}</code> {label}
          </li>
        )}
      </For>
    </ul>
  );
}

function Filters(props: { register: ShownRegister }) {
  const t = useT("registers");
  return (
    <section aria-labelledby="filters">
      <div class="bar">
        <h2 id="filters">{t("filters")}</h2>
      </div>
      <p class="measure">{t("filters_text")}</p>
      <p class="filter-names">
        <For each={props.register.filters}>{(name) => <code>{name}=</code>}</For>
      </p>
    </section>
  );
}
