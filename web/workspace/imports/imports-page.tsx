import { For, Show } from "solid-js";
import { importsPaths } from "../../../server/features/imports/imports.paths.shared.ts";
import type { ImportsPageData, KindView } from "../../../server/features/imports/imports.view.ts";
import { useT } from "../../lib/i18n.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { formatInstantDay } from "../../ui/format.ts";
import { RegisterTable } from "../../ui/register-table.tsx";
import { Buttons, Form, SubmitButton } from "../ui/form.tsx";
import { Choices, FileField, Select } from "../ui/form-fields.tsx";
import { Page } from "../ui/page.tsx";
import { useWorkspace } from "../workspace.tsx";

/** Where a table is sent, its samples are, and past imports stand. */
export default function ImportsPage(props: { data: ImportsPageData }) {
  const t = useT("imports");
  const { page } = useWorkspace();
  const options = () => [
    ...(props.data.mayPublish ? [{ value: "publish", label: t("publish"), hint: t("publish_hint") }] : []),
    { value: "replace", label: t("replace"), hint: t("replace_hint") },
  ];
  return (
    <Page title={t("title")} lead={t("lead")} wide done={{ discarded: t("done_discarded") }}>
      <section aria-labelledby="new">
        <h2 id="new">{t("new")}</h2>
        <Form name="import" action={importsPaths.all[page.locale]} files>
          <Select
            name="kind"
            label={t("kind")}
            empty={t("kind_choose")}
            required
            choices={props.data.kinds.map(({ name, title }) => ({ value: name, label: title }))}
          />
          <FileField name="table" label={t("table")} hint={t("table_hint")} accept=".xlsx,.csv,.txt" required />
          <FileField name="archive" label={t("archive")} hint={t("archive_hint")} accept=".zip" />
          <Choices kind="checkbox" name="options" label={t("options")} choices={options()} />
          <p class="hint">{t("check_hint")}</p>
          <Show when={props.data.needsApproval}>
            <p class="hint">{t("approval_hint")}</p>
          </Show>
          <Buttons>
            <SubmitButton>{t("check")}</SubmitButton>
          </Buttons>
        </Form>
      </section>

      <Show when={props.data.waiting.length > 0}>
        <section aria-labelledby="waiting">
          <h2 id="waiting">{t("waiting")}</h2>
          <RegisterTable
            caption={t("waiting")}
            rows={props.data.waiting}
            columns={[
              { label: t("column_file"), cell: (row) => <a href={row.href}>{row.fileName}</a> },
              { label: t("column_kind"), cell: (row) => <span>{row.kind}</span> },
              { label: t("column_when"), cell: (row) => <span>{formatInstantDay(row.at)}</span> },
              { label: t("column_who"), cell: (row) => <span>{row.by}</span> },
            ]}
          />
        </section>
      </Show>

      <section aria-labelledby="samples" class="samples">
        <h2 id="samples">{t("samples")}</h2>
        <p>{t("samples_lead")}</p>
        <For each={props.data.kinds}>{(kind) => <Kind kind={kind} />}</For>
      </section>

      <section aria-labelledby="past">
        <h2 id="past">{t("past")}</h2>
        <Show when={props.data.past.length > 0} fallback={<EmptyState title={t("no_past")} rank="h3" />}>
          <RegisterTable
            caption={t("past")}
            rows={props.data.past}
            columns={[
              { label: t("column_file"), cell: (row) => <a href={row.href}>{row.fileName}</a> },
              { label: t("column_kind"), cell: (row) => <span>{row.kind}</span> },
              { label: t("column_rows"), numeric: true, cell: (row) => row.rows },
              { label: t("column_when"), cell: (row) => <span>{formatInstantDay(row.at)}</span> },
              { label: t("column_who"), cell: (row) => <span>{row.by}</span> },
              {
                label: t("column_state"),
                cell: (row) => (
                  <span class="tag" classList={{ good: !row.isUndone, none: row.isUndone }}>
                    {row.isUndone ? t("state_undone") : t("state_done")}
                  </span>
                ),
              },
            ]}
          />
        </Show>
      </section>
    </Page>
  );
}

/** A register that can be brought in: its samples, and what each column means. */
function Kind(props: { kind: KindView }) {
  const t = useT("imports");
  return (
    <article class="sample">
      <h3>{props.kind.title}</h3>
      <p class="links">
        <a href={props.kind.samples.xlsx} download="">
          {t("sample_xlsx")}
        </a>{" "}
        ·{" "}
        <a href={props.kind.samples.csv} download="">
          {t("sample_csv")}
        </a>
      </p>
      <details>
        <summary>{t("columns")}</summary>
        <RegisterTable
          caption={props.kind.title}
          rows={props.kind.columns}
          columns={[
            {
              label: t("sample.column"),
              cell: (row) => (
                <>
                  <b>{row.label}</b> <Show when={row.isRequired}>*</Show>
                </>
              ),
            },
            { label: t("sample.meaning"), cell: (row) => <span>{row.meaning}</span> },
            { label: t("sample.values"), cell: (row) => <span>{row.values}</span> },
          ]}
        />
      </details>
    </article>
  );
}
