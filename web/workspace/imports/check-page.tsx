import { For, Show } from "solid-js";
import { importsPaths } from "../../../server/features/imports/imports.paths.shared.ts";
import type { CheckPageData } from "../../../server/features/imports/imports.view.ts";
import { useT } from "../../lib/i18n.ts";
import { Buttons, Form, SubmitButton } from "../ui/form.tsx";
import { Page } from "../ui/page.tsx";
import { useWorkspace } from "../workspace.tsx";
import { Letters, MadeList, RowTable } from "./report.tsx";

/** Rows that the summary leads to; all stand in the table below it. */
const inSummary = 10;

/** What would come of a table, or what is wrong in which row; nothing has been written yet. */
export default function CheckPage(props: { data: CheckPageData }) {
  const t = useT("imports");
  const { page } = useWorkspace();
  const isGood = () => props.data.problems.total === 0;
  return (
    <Page title={t("checked", { file: props.data.fileName })} lead={props.data.kind} wide>
      <Show
        when={isGood()}
        fallback={
          <div class="problem" role="alert">
            <h2>{t("problems", { count: props.data.problems.total })}</h2>
            <p>{t("checked_bad")}</p>
            <ul>
              <For each={props.data.problems.shown.slice(0, inSummary)}>
                {({ line, column, sentence, anchor }) => (
                  <li>
                    <a href={`#${anchor}`}>
                      {[t("row", { number: line }), column].filter(Boolean).join(", ")}: {sentence}
                    </a>
                  </li>
                )}
              </For>
            </ul>
          </div>
        }
      >
        <p class="done" role="status">
          {t("checked_good")}
        </p>
      </Show>
      <Show when={props.data.reading}>{(reading) => <Letters reading={reading()} />}</Show>
      <MadeList label={t("would_make")} rows={props.data.rows} made={props.data.made} />
      <Show when={isGood()} fallback={<RowTable caption={t("column_what")} told={props.data.problems} />}>
        <p>{props.data.publish ? t("as_public") : t("as_drafts")}</p>
        <Show when={props.data.replace}>
          <p>{t("as_replaced")}</p>
        </Show>
        <Show when={!props.data.waitsForAnother} fallback={<p class="note">{t("waits_for_another")}</p>}>
          <Form name="confirm" class="row-form" action={props.data.confirm} label={t("confirm")}>
            <Buttons>
              <SubmitButton>{t("confirm")}</SubmitButton>
            </Buttons>
          </Form>
        </Show>
      </Show>
      <Form name="discard" class="row-form" action={props.data.discard} label={t("discard")}>
        <Buttons>
          <SubmitButton plain>{t("discard")}</SubmitButton>
        </Buttons>
      </Form>
      <Show when={props.data.notes.total > 0}>
        <h2>{t("notes")}</h2>
        <RowTable caption={t("notes")} told={props.data.notes} />
      </Show>
      <p>
        <a href={importsPaths.all[page.locale]}>{t("again")}</a>
      </p>
    </Page>
  );
}
