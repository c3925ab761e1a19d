import type { LocalizedText } from "../../locale.shared.ts";

/** A text in both languages as two fields have it. */
type Typed = Partial<Record<"sq" | "en", string | null | undefined>>;

interface TypedStep {
  text?: LocalizedText | Typed | null;
  dueOn?: string | null;
  responsible?: string | null;
  doneOn?: string | null;
}

const both = (name: string, text: Typed | null | undefined) => ({
  [`${name}.sq`]: text?.sq ?? "",
  [`${name}.en`]: text?.en ?? "",
});

/** The fields of the council's own judgement; without one they are empty. */
export const ownValues = (own: { level?: string | null; note?: Typed | null } | null): Record<string, string> => ({
  level: own?.level ?? "",
  ...both("note", own?.note),
});

/** The fields of a planned step; without one they are empty. */
export const stepValues = (step: TypedStep | null): Record<string, string> => ({
  ...both("text", step?.text),
  dueOn: step?.dueOn ?? "",
  responsible: step?.responsible ?? "",
  doneOn: step?.doneOn ?? "",
});

/** By which a part of the form is known again; a browser sends every new line as two signs. */
export const markOf = (values: Readonly<Record<string, string>>): string =>
  JSON.stringify(Object.values(values).map((value) => value.replaceAll("\r\n", "\n").trim()));
