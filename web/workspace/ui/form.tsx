import { children, type JSX, type ParentProps, Show, useContext } from "solid-js";
import { type Standing, stoodOf } from "../../../server/workspace/changed-meanwhile.shared.ts";
import type { FormState } from "../../../server/workspace/page-data.ts";
import { useT } from "../../lib/i18n.ts";
import { formatInstantDay, formatTime } from "../../ui/format.ts";
import { createKeeping } from "../forms/keep-typed.ts";
import type { Typed } from "../forms/typed-values.ts";
import { useWorkspace } from "../workspace.tsx";
import { FormContext, type FormValue } from "./form-context.ts";
import { ErrorSummary } from "./form-errors.tsx";
import { useReading, Writing } from "./reading.tsx";

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
