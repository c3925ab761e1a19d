import { Show } from "solid-js";
import { importsPaths } from "../../../server/features/imports/imports.paths.shared.ts";
import type { ImportPageData } from "../../../server/features/imports/imports.view.ts";
import { useT } from "../../lib/i18n.ts";
import { formatInstantDay } from "../../ui/format.ts";
import { Buttons, Form, SubmitButton } from "../ui/form.tsx";
import { Page } from "../ui/page.tsx";
import { useWorkspace } from "../workspace.tsx";
import { MadeList, RowTable } from "./report.tsx";

/** A past import: what it made, and how it is, or was, taken back. */
export default function ImportPage(props: { data: ImportPageData }) {
  const t = useT("imports");
  const { page } = useWorkspace();
  return (
    <Page
      title={t("done", { file: props.data.fileName })}
      lead={`${props.data.kind} · ${formatInstantDay(props.data.at)} · ${props.data.by}`}
      done={{ brought: t("done_brought"), undone: t("done_undone") }}
    >
      <MadeList label={t("has_made")} rows={props.data.rows} made={props.data.made} />
      <p>{props.data.isPublished ? t("as_public") : t("as_drafts")}</p>
      <Show when={props.data.undo}>
        {(undo) => (
          <section aria-labelledby="undo">
            <h2 id="undo">{t("undo")}</h2>
            <p>{t("undo_lead")}</p>
            <Form name="take-back" class="row-form" action={undo()} label={t("undo")}>
              <Buttons>
                <SubmitButton danger>{t("undo")}</SubmitButton>
              </Buttons>
            </Form>
          </section>
        )}
      </Show>
      <Show when={props.data.undone}>
        {(undone) => (
          <section aria-labelledby="undone">
            <h2 id="undone">{t("state_undone")}</h2>
            <p>
              {formatInstantDay(undone().at)} · {undone().by}
            </p>
            <dl class="facts-desk">
              <dt>{t("deleted")}</dt>
              <dd>{undone().deleted}</dd>
              <dt>{t("withdrawn")}</dt>
              <dd>{undone().withdrawn}</dd>
            </dl>
            <Show when={undone().left.total > 0} fallback={<p>{t("nothing_left")}</p>}>
              <h3>{t("left")}</h3>
              <RowTable caption={t("left")} told={undone().left} />
            </Show>
          </section>
        )}
      </Show>
      <p>
        <a href={importsPaths.all[page.locale]}>{t("title")}</a>
      </p>
    </Page>
  );
}
