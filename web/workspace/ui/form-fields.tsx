import { For, type JSX, type ParentProps, Show } from "solid-js";
import { useT } from "../../lib/i18n.ts";
import { useField, useNamed } from "./form-context.ts";
import { ReadField, useReading } from "./reading.tsx";

interface FieldProps {
  name: string;
  label: JSX.Element;
  hint?: JSX.Element;
  required?: boolean;
  /** The label as plain text, where it is more than that. */
  called?: string;
}

/** Label, hint, error and whatever is typed into: the frame of every kind of field. */
export function FieldFrame(props: ParentProps<FieldProps>) {
  const t = useT("workspace");
  const { id, error, hintId, errorId } = useField(props.name);
  useNamed(props.name, props.called ?? props.label);
  return (
    <div class="field" classList={{ wrong: Boolean(error) }}>
      <label for={id}>
        {props.label}
        <Show when={!props.required}>
          <span class="optional"> {t("optional")}</span>
        </Show>
      </label>
      <Show when={props.hint}>
        <p class="hint" id={hintId}>
          {props.hint}
        </p>
      </Show>
      <Show when={error}>
        <p class="error" id={errorId}>
          {error}
        </p>
      </Show>
      {props.children}
      <WhoseStays name={props.name} />
    </div>
  );
}

/**
 * Where somebody else has changed the same field since the form was opened: whose stays, one's own unless the other's is
 * chosen, and the whole of what they wrote where the message has no room for it.
 */
export function WhoseStays(props: { name: string }) {
  const t = useT("workspace");
  const { form, others, isChoice, chosen } = useField(props.name);
  const Side = (side: { value: "mine" | "theirs"; label: string }) => (
    <label class="choice">
      <input
        type="radio"
        form={form}
        name={`choose.${props.name}`}
        value={side.value}
        checked={side.value === chosen}
      />
      <span>{side.label}</span>
    </label>
  );
  return (
    <Show when={isChoice || others}>
      <div class="whose">
        <Show when={others}>
          <details class="more">
            <summary>{t("form_others_text")}</summary>
            <p class="as-typed">{others}</p>
          </details>
        </Show>
        <Show when={isChoice}>
          <fieldset class="choices inline">
            <legend>{t("form_whose")}</legend>
            <Side value="mine" label={t("form_mine")} />
            <Side value="theirs" label={t("form_theirs")} />
          </fieldset>
        </Show>
      </div>
    </Show>
  );
}

/** For `aria-describedby`: the hint and the error, as far as they are there. */
export const describedBy = ({ hintId, errorId, error }: ReturnType<typeof useField>, hint: unknown) =>
  [hint ? hintId : "", error ? errorId : ""].filter(Boolean).join(" ") || undefined;

export interface TextFieldProps extends FieldProps {
  type?: "text" | "email" | "password" | "url" | "tel" | "date" | "datetime-local" | "time" | "number" | "search";
  autocomplete?: string;
  inputmode?: "numeric" | "text" | "email";
  maxlength?: number;
  autofocus?: boolean;
}

/** One line of text. A password is never filled in again. */
export function Field(props: TextFieldProps) {
  const field = useField(props.name);
  if (useReading()) return <ReadField label={props.label} value={field.value} />;
  return (
    <FieldFrame {...props}>
      <input
        id={field.id}
        form={field.form}
        name={props.name}
        type={props.type ?? "text"}
        value={props.type === "password" ? "" : field.value}
        required={props.required}
        autocomplete={props.autocomplete ?? "off"}
        inputmode={props.inputmode}
        maxlength={props.maxlength}
        autofocus={props.autofocus}
        spellcheck={props.type === "email" || props.type === "password" ? false : undefined}
        aria-invalid={field.error ? "true" : undefined}
        aria-describedby={describedBy(field, props.hint)}
      />
    </FieldFrame>
  );
}

/** Several lines of plain text. */
export function TextArea(props: FieldProps & { rows?: number; maxlength?: number }) {
  const field = useField(props.name);
  if (useReading()) return <ReadField label={props.label} value={field.value} />;
  return (
    <FieldFrame {...props}>
      <textarea
        id={field.id}
        form={field.form}
        name={props.name}
        rows={props.rows ?? 4}
        maxlength={props.maxlength}
        required={props.required}
        aria-invalid={field.error ? "true" : undefined}
        aria-describedby={describedBy(field, props.hint)}
      >
        {field.value}
      </textarea>
    </FieldFrame>
  );
}

export interface Choice {
  value: string;
  label: string;
  hint?: string;
}

/** One of several, in a list that opens. `empty` is said while nothing is chosen. */
export function Select(props: FieldProps & { choices: readonly Choice[]; empty?: string }) {
  const field = useField(props.name);
  return (
    <FieldFrame {...props}>
      <select
        id={field.id}
        name={props.name}
        required={props.required}
        aria-invalid={field.error ? "true" : undefined}
        aria-describedby={describedBy(field, props.hint)}
      >
        <Show when={props.empty !== undefined}>
          <option value="">{props.empty}</option>
        </Show>
        <For each={props.choices}>
          {({ value, label }) => (
            <option value={value} selected={value === field.value}>
              {label}
            </option>
          )}
        </For>
      </select>
    </FieldFrame>
  );
}

/** Any number of several (`checkbox`), or one of few that are all seen (`radio`). */
export function Choices(
  props: FieldProps & { kind: "checkbox" | "radio"; choices: readonly Choice[]; inline?: boolean },
) {
  const t = useT("workspace");
  const field = useField(props.name);
  useNamed(props.name, props.label);
  if (useReading()) {
    const chosen = props.choices.filter(({ value }) => field.values.includes(value)).map(({ label }) => label);
    return <ReadField label={props.label} value={chosen.join(", ")} />;
  }
  return (
    <fieldset
      class="choices"
      classList={{ wrong: Boolean(field.error), inline: props.inline }}
      id={field.id}
      tabindex="-1"
      aria-describedby={describedBy(field, props.hint)}
    >
      <legend>
        {props.label}
        <Show when={!props.required}>
          <span class="optional"> {t("optional")}</span>
        </Show>
      </legend>
      <Show when={props.hint}>
        <p class="hint" id={field.hintId}>
          {props.hint}
        </p>
      </Show>
      <Show when={field.error}>
        <p class="error" id={field.errorId}>
          {field.error}
        </p>
      </Show>
      <For each={props.choices}>
        {({ value, label, hint }) => (
          <label class="choice">
            <input type={props.kind} name={props.name} value={value} checked={field.values.includes(value)} />
            <span>
              {label}
              <Show when={hint}>
                <small>{hint}</small>
              </Show>
            </span>
          </label>
        )}
      </For>
      <WhoseStays name={props.name} />
    </fieldset>
  );
}

/** A file from the disk. A browser never fills it in again. */
export function FileField(props: FieldProps & { accept: string }) {
  const field = useField(props.name);
  return (
    <FieldFrame {...props}>
      <input
        id={field.id}
        name={props.name}
        type="file"
        accept={props.accept}
        required={props.required}
        aria-invalid={field.error ? "true" : undefined}
        aria-describedby={describedBy(field, props.hint)}
      />
    </FieldFrame>
  );
}
