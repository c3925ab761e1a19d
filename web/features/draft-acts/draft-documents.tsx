import { For, Show } from "solid-js";
import type { DraftAct } from "../../../server/features/draft-acts/draft-acts.schema.ts";
import { useT } from "../../lib/i18n.ts";
import { FileList } from "../../ui/file-list.tsx";

/** In the order in which readers look for them; all else is among the others. */
const roles = ["draft_act", "explanatory_report", "initiative", "notice", "annex", "other"] as const;
type Role = (typeof roles)[number];
const roleOf = (role: string): Role => (role === "text" ? "draft_act" : (roles.find((one) => one === role) ?? "other"));

/** The papers of a draft act by what they are to it, each with its versions. */
export function DraftDocuments(props: { documents: DraftAct["documents"] }) {
  const t = useT("drafts");
  const groups = () =>
    roles
      .map((role) => ({ role, documents: props.documents.filter((document) => roleOf(document.role) === role) }))
      .filter(({ documents }) => documents.length > 0);
  return (
    <section aria-labelledby="files">
      <div class="bar">
        <h2 id="files">{t("documents", { count: props.documents.length })}</h2>
      </div>
      <Show when={props.documents.length > 0} fallback={<p class="aside">{t("documents_none")}</p>}>
        <For each={groups()}>
          {({ role, documents }) => (
            <>
              <h3 class="group">{t(`role.${role}`)}</h3>
              <FileList documents={documents} />
            </>
          )}
        </For>
      </Show>
    </section>
  );
}
