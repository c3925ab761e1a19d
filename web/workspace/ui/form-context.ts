import { createContext, useContext } from "solid-js";
import type { FormState } from "../../../server/workspace/page-data.ts";

/** What a form tells the fields that stand in it. */
export interface FormValue {
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
export const FormContext = createContext<FormValue>();

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
