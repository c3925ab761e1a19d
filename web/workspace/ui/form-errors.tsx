import { For, onMount, Show, useContext } from "solid-js";
import type { AskedPlace } from "../../../server/http/asks-first.ts";
import type { FormState } from "../../../server/workspace/page-data.ts";
import { useT } from "../../lib/i18n.ts";
import { useTelling } from "../workspace.tsx";
import { FormContext } from "./form-context.ts";

/** All that was wrong, first of all; each leads to its field. It has the focus when the page opens, and is read out. */
export function ErrorSummary() {
  const t = useT("workspace");
  const form = useContext(FormContext)!;
  useTelling(form.state !== null);
  const idOf = (path: string) => `${form.id}-${path.replaceAll(".", "-")}`;
  const heading = ({ fields, title, isMeanwhile }: FormState) =>
    isMeanwhile ? t("form_meanwhile") : fields.length > 0 ? t("form_refused") : title;
  /** Of the field, or of the one that it is a part of. */
  const called = (path: string) => {
    const own = [...form.labels.keys()].filter((name) => path === name || path.startsWith(`${name}.`));
    return form.labels.get(own.toSorted((one, other) => other.length - one.length)[0] ?? "");
  };
  let summary: HTMLDivElement | undefined;
  // Without script the attribute brings the focus here, where a browser knows it for more than fields.
  onMount(() => summary?.focus());
  return (
    <Show
      when={!form.state?.asks && form.state?.title ? form.state : null}
      fallback={<Show when={form.state?.asks}>{(asks) => <AskedFirst {...asks()} idOf={idOf} of={form.of} />}</Show>}
    >
      {(state) => (
        <div class="problem" role="alert" tabindex="-1" autofocus ref={summary}>
          <h2>{heading(state())}</h2>
          <Show when={state().fields.length > 0}>
            <ul>
              <For each={state().fields}>
                {({ path, message }) => (
                  <li>
                    <a href={`#${idOf(path)}`}>{[called(path), message].filter(Boolean).join(": ")}</a>
                  </li>
                )}
              </For>
            </ul>
          </Show>
        </div>
      )}
    </Show>
  );
}

interface AskedFirstProps {
  places: readonly AskedPlace[];
  /** What is sent back by whoever has looked. */
  mark: string;
  /** The id of a field by its name, where the places are fields of a form on the page. */
  idOf?: (path: string) => string;
  /** The form that the answer belongs to, where it stands outside of it. */
  of?: string | undefined;
}

/** What seems to be said about persons, place by place: whoever has looked says so, or goes back and takes it out. */
export function AskedFirst(props: AskedFirstProps) {
  const t = useT("editing");
  const isUnseen = props.places.every((place) => place.isUnseen);
  let section: HTMLElement | undefined;
  onMount(() => section?.focus());
  return (
    <section class="problem persons" role="alert" tabindex="-1" autofocus ref={section}>
      <h2>{t(isUnseen ? "unseen" : "persons")}</h2>
      <p>{t(isUnseen ? "unseen_lead" : "persons_lead")}</p>
      <ul>
        <For each={props.places}>
          {({ field, label, href, what }) => (
            <li>
              <Show when={href ?? (props.idOf && `#${props.idOf(field)}`)} fallback={<b>{label}</b>}>
                {(place) => <a href={place()}>{label}</a>}
              </Show>
              : {what}
            </li>
          )}
        </For>
      </ul>
      <label class="choice">
        <input type="checkbox" form={props.of} name="persons" value={props.mark} />
        <span>{t("persons_confirm")}</span>
      </label>
    </section>
  );
}
