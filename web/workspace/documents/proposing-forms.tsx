import { Show } from "solid-js";
import { documentsPaths } from "../../../server/features/documents/documents.paths.shared.ts";
import type { DocumentData } from "../../../server/features/documents/documents.workspace.ts";
import { fillPath } from "../../../server/workspace/home.shared.ts";
import { useT } from "../../lib/i18n.ts";
import { Hidden } from "../ui/form.tsx";
import { useWorkspace } from "../workspace.tsx";
import { FileForm } from "./file-form.tsx";

/** A file for a document that the public has, from somebody who may not put it there. */
export function ProposingForms(props: { data: DocumentData; takesRedacted: boolean }) {
  const t = useT("documents");
  return (
    <>
      <Show when={props.takesRedacted}>
        <Propose as="redacted" data={props.data} title={t("propose_redacted")} hint={t("redact_hint")} />
      </Show>
      <Propose
        as="version"
        data={props.data}
        title={t(props.data.proposal && !props.data.proposal.returned ? "propose_another" : "propose_file")}
        hint={t("replace_hint")}
      />
    </>
  );
}

function Propose(props: { as: "version" | "redacted"; data: DocumentData; title: string; hint: string }) {
  const t = useT("editing");
  const { page } = useWorkspace();
  const { document, proposal, once } = props.data;
  const name = `propose-${props.as}`;
  const noteId = `${name}-note`;
  const typed = page.form?.name === name ? page.form.values.note : undefined;
  return (
    <FileForm
      name={name}
      action={`${fillPath(documentsPaths.propose, { id: document.id })[page.locale]}?as=${props.as}`}
      title={props.title}
      hint={props.hint}
      once={once}
    >
      <Show when={proposal && !proposal.returned && proposal}>
        {(waiting) => <Hidden name="proposal" value={waiting().version} />}
      </Show>
      <div class="field">
        <label for={noteId}>{t("propose_note")}</label>
        <textarea id={noteId} name="note" rows={2} maxlength={1_000}>
          {String(typed ?? "")}
        </textarea>
      </div>
    </FileForm>
  );
}
