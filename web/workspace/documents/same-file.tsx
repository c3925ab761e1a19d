import { createSignal, type JSX, Show } from "solid-js";
import type { SameFile as Same } from "../../../server/features/documents/documents.desk.queries.ts";
import { documentsPaths } from "../../../server/features/documents/documents.paths.shared.ts";
import { fillPath } from "../../../server/workspace/home.shared.ts";
import { useT } from "../../lib/i18n.ts";
import { useLocalized } from "../../lib/localized.ts";
import { useWorkspace } from "../workspace.tsx";

/** “This is the same file as …”, with the way to it; what can be done about it stands behind. */
export function SameFile(props: { same: Same; children?: JSX.Element }) {
  const t = useT("documents");
  const { page } = useWorkspace();
  const { say, lang } = useLocalized();
  return (
    <p class="same-file">
      <span class="tag warn">{t("same_file")}</span>{" "}
      <a href={fillPath(documentsPaths.one, { id: props.same.id })[page.locale]} lang={lang(props.same.title)}>
        {say(props.same.title)}
      </a>{" "}
      {props.children}
    </p>
  );
}

/** Removes a document that nothing carries. @returns whether it is gone */
export async function removeDocument(id: string): Promise<boolean> {
  const answer = await fetch(fillPath(documentsPaths.remove, { id }).sq, {
    method: "POST",
    body: new URLSearchParams(),
    redirect: "manual",
  }).catch(() => null);
  // The form leads on with 303, which a script is not shown.
  return answer?.type === "opaqueredirect";
}

interface AskedProps {
  same: Same;
  /** What has just come, by its name. */
  name: string;
  /** What keeping is called. */
  keep: string;
  onKeep(): void;
  /** Takes it away; answers whether that was done. */
  onRemove(): Promise<boolean>;
}

/** Whoever has just sent a file that was there keeps both, or takes this one away again. */
export function SameFileAsked(props: AskedProps) {
  const t = useT("documents");
  const [isRefused, setRefused] = createSignal(false);
  const named = (act: string) => t("act_on", { act, name: props.name });
  const remove = async () => setRefused(!(await props.onRemove()));
  return (
    <div class="same-asked" role="status">
      <SameFile same={props.same}>
        <button type="button" class="quiet" aria-label={named(props.keep)} onClick={() => props.onKeep()}>
          {props.keep}
        </button>{" "}
        <button type="button" class="quiet" aria-label={named(t("same_remove"))} onClick={remove}>
          {t("same_remove")}
        </button>
      </SameFile>
      <Show when={isRefused()}>
        <p class="error">{t("same_not_removed")}</p>
      </Show>
    </div>
  );
}
