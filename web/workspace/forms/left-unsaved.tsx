import { For } from "solid-js";
import type { LeftForm } from "../../../server/features/editing/editing.view.ts";
import { useT } from "../../lib/i18n.ts";
import { formatInstantDay, formatTime } from "../../ui/format.ts";
import { Form } from "../ui/form.tsx";
import type { createAutosave } from "./autosave.ts";

const when = (instant: string) => `${formatInstantDay(instant)}, ${formatTime(instant)}`;

/** What somebody has left unsaved, with the server and on this device: opened again, or dropped. */
export function LeftUnsaved(
  props: { forms: readonly LeftForm[] } & Pick<ReturnType<typeof createAutosave>, "copies" | "useCopy" | "dropCopy">,
) {
  const t = useT("editing");
  return (
    <>
      <For each={props.forms}>
        {({ at, href, drop }) => (
          <div class="note warn left-unsaved">
            <p>
              {t("unsaved", { time: when(at) })} <a href={href}>{t("unsaved_open")}</a>
            </p>
            <Form name="unsaved" id={`unsaved-${drop.split("/").at(-2)}`} class="one-button" action={drop} keptByPage>
              <button type="submit">{t("unsaved_drop")}</button>
            </Form>
          </div>
        )}
      </For>
      <For each={props.copies()}>
        {(copy) => (
          <p class="note warn">
            {t("kept_here")} (<time datetime={copy.at}>{when(copy.at)}</time>){" "}
            <button type="button" onClick={() => props.useCopy(copy)}>
              {t("kept_here_use")}
            </button>{" "}
            <button type="button" onClick={() => props.dropCopy(copy)}>
              {t("kept_here_drop")}
            </button>
          </p>
        )}
      </For>
    </>
  );
}
