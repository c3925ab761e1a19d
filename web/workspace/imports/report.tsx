import { For, Show } from "solid-js";
import type { Made, RowSentences } from "../../../server/features/imports/imports.view.ts";
import type { Reading } from "../../../server/import/read-text.ts";
import { useT } from "../../lib/i18n.ts";
import { RegisterTable } from "../../ui/register-table.tsx";

/** How many of what. */
export function MadeList(props: { label: string; rows: number; made: readonly Made[] }) {
  const t = useT("imports");
  return (
    <dl class="facts-desk">
      <dt>{t("rows")}</dt>
      <dd>{props.rows}</dd>
      <For each={props.made}>
        {({ noun, count }) => (
          <>
            <dt>
              {props.label}: {t(`made.${noun as "acts"}`)}
            </dt>
            <dd>{count}</dd>
          </>
        )}
      </For>
    </dl>
  );
}

/** As what a table's letters were read, and a line by which a person sees whether that is right. */
export function Letters(props: { reading: Reading }) {
  const t = useT("imports");
  const { encoding } = props.reading;
  return (
    <div class="note">
      <p>{t(`read_as.${encoding}`)}</p>
      <Show when={props.reading.sample}>
        {(sample) => (
          <>
            <p>{t("check_letters", { number: sample().line })}</p>
            <blockquote lang="sq">{sample().text}</blockquote>
          </>
        )}
      </Show>
    </div>
  );
}

/** What is said of rows, each under an anchor that a summary can lead to. */
export function RowTable(props: { caption: string; told: RowSentences }) {
  const t = useT("imports");
  return (
    <>
      <RegisterTable
        caption={props.caption}
        rows={props.told.shown}
        columns={[
          { label: t("column_row"), numeric: true, cell: (row) => <span id={row.anchor}>{row.line}</span> },
          { label: t("column_column"), cell: (row) => <span>{row.column ?? t("whole_row")}</span> },
          { label: t("column_what"), cell: (row) => <span>{row.sentence}</span> },
        ]}
      />
      <Show when={props.told.total > props.told.shown.length}>
        <p>{t("more", { number: props.told.total - props.told.shown.length })}</p>
      </Show>
    </>
  );
}
