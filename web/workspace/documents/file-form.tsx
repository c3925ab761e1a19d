import { type ParentProps, Show } from "solid-js";
import { acceptedEndings } from "../../../server/storage/file-kinds.shared.ts";
import { useT } from "../../lib/i18n.ts";
import { Buttons, Hidden, SubmitButton } from "../ui/form.tsx";
import { AskedFirst } from "../ui/form-errors.tsx";
import { useTelling, useWorkspace } from "../workspace.tsx";

/** A form for one file, which works with and without script alike. */
export function FileForm(
  props: ParentProps<{ name: string; action: string; title: string; hint: string; once: string }>,
) {
  const t = useT("documents");
  const { page } = useWorkspace();
  const state = page.form?.name === props.name ? page.form : null;
  const refused = state && !state.asks ? state.title : null;
  useTelling(state !== null);
  const id = `file-${props.name}`;
  return (
    <section aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{props.title}</h2>
      <form id={props.name} class="sheet-form" method="post" enctype="multipart/form-data" action={props.action}>
        <Hidden name="form" value={props.once} />
        <Show when={refused}>
          <p class="error" role="alert" id={`${id}-error`}>
            {refused}
          </p>
        </Show>
        <Show when={state?.asks}>
          {(asks) => (
            <>
              <Hidden name="held" value={String(state!.values.held)} />
              <AskedFirst {...asks()} />
              <p class="note">{t("version_held")}</p>
            </>
          )}
        </Show>
        <div class="field" classList={{ wrong: Boolean(refused) }}>
          <label for={id}>{t("file")}</label>
          <p class="hint" id={`${id}-hint`}>
            {props.hint}
          </p>
          <input
            id={id}
            name="files"
            type="file"
            accept={acceptedEndings}
            required={!state?.asks}
            aria-describedby={refused ? `${id}-error ${id}-hint` : `${id}-hint`}
          />
        </div>
        {props.children}
        <Buttons>
          <SubmitButton plain>{props.title}</SubmitButton>
        </Buttons>
      </form>
    </section>
  );
}
