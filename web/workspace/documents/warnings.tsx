import { For, Show } from "solid-js";
import type { DeskDocument } from "../../../server/features/documents/documents.desk.queries.ts";
import { useT } from "../../lib/i18n.ts";

/** What somebody should look at before a document is published, in a few words each. */
export function Warnings(props: {
  document: {
    text: Pick<NonNullable<DeskDocument["text"]>, "state" | "found"> | null;
    isMissing?: boolean;
    earlier?: DeskDocument["earlier"];
  };
}) {
  const t = useT("documents");
  const { text, isMissing } = props.document;
  return (
    <>
      <Show when={isMissing}>
        <span class="tag bad">{t("warn_missing")}</span>
      </Show>
      <Show when={text && text.found > 0}>
        <span class="tag warn">{t("warn_persons", { count: text!.found })}</span>
      </Show>
      <For each={props.document.earlier}>
        {({ version, found }) => (
          <span class="tag warn">
            {t("version", { version })}: {t("warn_persons", { count: found })}
          </span>
        )}
      </For>
      <Show when={text?.state === "none" || text?.state === "partly" || text?.state === "unread"}>
        <span class="tag warn">
          {text!.state === "none" ? t("warn_scanned") : text!.state === "partly" ? t("warn_partly") : t("warn_unread")}
        </span>
      </Show>
    </>
  );
}
