import { For } from "solid-js";
import { useT } from "../../lib/i18n.ts";

/** The same rows in three forms. @param of whose rows, for those who hear one link at a time */
export function Downloads(props: { path: string; of: string; roomy?: boolean }) {
  const t = useT("registers");
  const forms = ["csv", "xlsx", "json"] as const;
  return (
    <span class="downloads" classList={{ roomy: props.roomy }}>
      <For each={forms}>
        {(form) => (
          <a href={`${props.path}.${form}`}>
            {t(`form_${form}`)}
            <span class="hidden-visually">: {props.of}</span>
          </a>
        )}
      </For>
    </span>
  );
}
