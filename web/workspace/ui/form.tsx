import { children, createContext, For, type JSX, onMount, type ParentProps, Show, useContext } from "solid-js";
import type { AskedPlace } from "../../../server/http/asks-first.ts";
import { type Standing, stoodOf } from "../../../server/workspace/changed-meanwhile.shared.ts";
import type { FormState } from "../../../server/workspace/page-data.ts";
import { useT } from "../../lib/i18n.ts";
import { formatInstantDay, formatTime } from "../../ui/format.ts";
import { createKeeping } from "../forms/keep-typed.ts";
import type { Typed } from "../forms/typed-values.ts";
import { useTelling, useWorkspace } from "../workspace.tsx";
import { ReadField, useReading, Writing } from "./reading.tsx";

interface FormValue {
  /** By which its fields are told from those of other forms on the page. */
  id: string;
  state: FormState | null;
  given: Readonly<Record<string, string | readonly string[] | null | undefined>>;
  /** The form to which the fields belong, where they stand outside of it. */
  of?: string;
  /** What came into the form while it is open, such as the id of a file that was dropped. */
  added?: Readonly<Record<string, string>>;
  /** What its fields are called, by their names, once they are drawn. */
  labels: Map<string, string>;
}
const FormContext = createContext<FormValue>();

export interface FormProps {
  /** Tells several forms on a page apart; as in the server's `form({ name })`. */
  name: string;
  /** Of several forms with the same name on a page; else the name. */
  id?: string;
  /** Values that travel with it and by which it is told from others with the same name and address. */
  only?: Readonly<Record<string, string>>;
  action: string;
  /** What stands in the fields before anything is typed. */
  values?: FormValue["given"];
  /** What the form is for, where no heading beside it says so. */
  label?: string;
  class?: string;
  /** The form by whose name the places on the page are called that it may be refused for, of one without fields. */
  places?: string;
  /** It also sends files. */
  files?: boolean;
  /** The page itself keeps what is typed until it is saved. */
  keptByPage?: boolean;
  /** The answer is opened in another tab: what is on this page is still needed. */
  beside?: boolean;
  /** Draws the fields anew with what was typed before the page was left, where a script adds rows to them or orders them. */
  redraw?(values: Typed): void;
  /** Of a form that a script completes before it goes. */
  onSubmit?: JSX.EventHandler<HTMLFormElement, SubmitEvent>;
}

/**
 * A form that works without script. Refused, it comes back with a summary that leads to each field, and with what was
 * typed. It needs no token: the server refuses what another site sends.
 *
 * @example
 * <Form name="invite" action={accountsPaths.invite[locale]}>
 *   <Field name="email" label={t("email")} type="email" hint={t("email_hint")} required />
 *   <Buttons><SubmitButton>{t("invite")}</SubmitButton></Buttons>
 * </Form>
 */
export function Form(props: ParentProps<FormProps>) {
  return useReading() ? <ReadForm {...props} /> : <WrittenForm {...props} />;
}

/** What is set, for whoever reads and changes nothing; nothing at all of a form that shows nothing that is set. */
function ReadForm(props: ParentProps<FormProps>) {
  const value: FormValue = { id: props.id ?? props.name, state: null, given: props.values ?? {}, labels: new Map() };
  return (
    <Show when={props.values}>
      <FormContext.Provider value={value}>
        <div class="read-form">{props.children}</div>
      </FormContext.Provider>
    </Show>
  );
}

function WrittenForm(props: ParentProps<FormProps>) {
  const { page } = useWorkspace();
  const isRefused = ({ name, sentTo, values }: FormState) =>
    name === props.name &&
    (props.id === undefined || sentTo === undefined || sentTo === props.action) &&
    Object.entries(props.only ?? {}).every(([field, value]) => values[field] === value);
  const state = page.form && isRefused(page.form) ? page.form : null;
  let form: HTMLFormElement | undefined;
  const kept = props.keptByPage
    ? null
    : createKeeping({
        ...{ page, form: () => form!, action: props.action, isRefused: state !== null, redraw: props.redraw },
        name: [props.id ?? props.name, ...Object.values(props.only ?? {})].join(":"),
      });
  const value: FormValue = {
    ...{ id: props.places ?? props.id ?? props.name, state },
    labels: new Map(),
    get given() {
      return props.values ?? {};
    },
  };
  return (
    <FormContext.Provider value={value}>
      <Drawn fields={props.children}>
        {(fields) => (
          <form
            ref={form}
            id={props.id ?? props.name}
            class={props.class ?? "sheet-form"}
            method="post"
            action={props.action}
            target={props.beside ? "_blank" : undefined}
            enctype={props.files ? "multipart/form-data" : undefined}
            aria-label={props.label}
            onSubmit={(event) => props.onSubmit?.(event)}
            novalidate
          >
            <ErrorSummary />
            <Show when={kept?.backFrom()}>{(at) => <TypedIsBack at={at()} drop={kept!.drop} />}</Show>
            {fields()}
          </form>
        )}
      </Drawn>
    </FormContext.Provider>
  );
}

/** Draws the fields before what stands above them, which calls them by their labels. */
function Drawn(props: { fields: JSX.Element; children: (fields: () => JSX.Element) => JSX.Element }) {
  const fields = children(() => props.fields);
  fields();
  return <>{props.children(fields)}</>;
}

/** Said where a form has on it what was typed before the page was left. */
function TypedIsBack(props: { at: string; drop(): void }) {
  const t = useT("workspace");
  return (
    <p class="note warn" role="status">
      {t("typed_back", { day: formatInstantDay(props.at), time: formatTime(props.at) })}{" "}
      <button type="button" onClick={() => props.drop()}>
        {t("typed_drop")}
      </button>
    </p>
  );
}

/**
 * Fields and buttons beside a form that send it along to an address of their own: nothing that was typed is lost, with
 * script or without. Refused, it says why like a form.
 *
 * @example
 * <FormPart name="step-submit" of="thing" label={t("submit")}>
 *   <TextArea name="note" label={t("submit_note")} />
 *   <Buttons><SubmitButton action={steps.submit}>{t("submit")}</SubmitButton></Buttons>
 * </FormPart>
 */
export function FormPart(props: ParentProps<{ name: string; of: string; label: string; values?: FormValue["given"] }>) {
  const { page } = useWorkspace();
  const state = page.form?.name === props.name ? page.form : null;
  return (
    <FormContext.Provider value={{ id: props.name, state, given: props.values ?? {}, of: props.of, labels: new Map() }}>
      <Drawn fields={props.children}>
        {(fields) => (
          <section id={props.name} class="sheet-form" aria-label={props.label}>
            <ErrorSummary />
            {fields()}
          </section>
        )}
      </Drawn>
    </FormContext.Provider>
  );
}

/** Fields that begin with what came into the form while it is open. */
export function Added(props: ParentProps<{ values: Readonly<Record<string, string>> }>) {
  const form = useContext(FormContext)!;
  return <FormContext.Provider value={{ ...form, added: props.values }}>{props.children}</FormContext.Provider>;
}

/** What the form around knows of a field: its id, what stands in it, what is wrong with it. */
export function useField(name: string) {
  const form = useContext(FormContext);
  if (!form) throw new Error("A field stands in a form.");
  const { state, given, added } = form;
  const id = `${form.id}-${name.replaceAll(".", "-")}`;
  const values = added?.[name] ?? (state ? state.values[name] : given[name]);
  const all = values === null || values === undefined ? [] : [values].flat();
  return {
    id,
    /** For the attribute of that name. */
    form: form.of,
    value: all[0] ?? "",
    /** Of a field that may be chosen several times. */
    values: all as readonly string[],
    error: state?.fields.find(({ path }) => path === name || path.startsWith(`${name}.`))?.message,
    /** What is wrong with it as a whole, and not with a part of it. */
    ownError: state?.fields.find(({ path }) => path === name)?.message,
    hintId: `${id}-hint`,
    errorId: `${id}-error`,
    /** What somebody else has written there meanwhile, where the message has no room for all of it. */
    others: state?.others?.[name] ?? null,
    /** Whether that can be taken instead of what was typed. */
    isChoice: state?.takes?.includes(name) ?? false,
    /** Which of the two was chosen before the form came back. */
    chosen: state?.values[`choose.${name}`] ?? "mine",
  };
}

/** What the summary calls a field by, where it does not stand in its label as plain text. */
export function useNamed(name: string, label: unknown): void {
  if (typeof label === "string") useContext(FormContext)?.labels.set(name, label);
}

/** All that was wrong, first of all; each leads to its field. It has the focus when the page opens, and is read out. */
function ErrorSummary() {
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

/** A value that travels with the form and is not seen. */
export const Hidden = (props: { name: string; value: string; of?: string }) => (
  <input type="hidden" form={props.of} name={props.name} value={props.value} />
);

/** By which a form for something new is known: sent twice, it makes one thing. */
export function Once() {
  const { state, given } = useContext(FormContext)!;
  return <Hidden name="form" value={String(state?.values.form || given.form || "")} />;
}

/**
 * What the form showed when it was opened travels with it: who changed something meanwhile is not gone over.
 * @param props.shown where the fields begin with something else than what is saved
 */
export function Stood(props: { shown?: Standing }) {
  const { state, given } = useContext(FormContext)!;
  const { stood = stoodOf(props.shown ?? given) } = { ...given, ...state?.values };
  return (
    <Writing>
      <input type="hidden" name="stood" value={String(stood)} />
    </Writing>
  );
}

/** The row in which a form ends. */
export const Buttons = (props: ParentProps) => (
  <Writing>
    <p class="buttons">{props.children}</p>
  </Writing>
);

/** Shows, beside the form that goes on being typed in, what it would make. */
export const PreviewButton = (props: ParentProps) => (
  <button class="button plain" type="submit" name="step" value="preview" formtarget="_blank">
    {props.children}
  </button>
);

/** Sends the form. `plain` is for what is not the first thing to do, `danger` for what ends something. */
export function SubmitButton(
  props: ParentProps<{
    plain?: boolean;
    danger?: boolean;
    name?: string;
    value?: string;
    /** Where the form is sent by this button. */
    action?: string;
  }>,
) {
  const form = useContext(FormContext);
  return (
    <button
      class="button"
      classList={{ plain: props.plain || props.danger, danger: props.danger }}
      type="submit"
      form={form?.of}
      formaction={props.action}
      name={props.name}
      value={props.value}
    >
      {props.children}
    </button>
  );
}
