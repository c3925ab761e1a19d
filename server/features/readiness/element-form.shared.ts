import type { LocalizedText } from "../../locale.shared.ts";
import type { Horizon } from "./readiness.shared.ts";

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

/** The fields of one part, named as they travel. */
const within = (part: string, values: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [`${part}.${name}`, value]));

interface SaidOfElement {
  own: Parameters<typeof ownValues>[0];
  steps: Readonly<Record<Horizon, TypedStep | null>>;
}

/** All fields of the form as they stand for what was said of an element, but for the comment, which is always new. */
export const elementValues = ({ own, steps }: SaidOfElement): Record<string, string> => ({
  ...within("own", ownValues(own)),
  ...within("short", stepValues(steps.short)),
  ...within("mid", stepValues(steps.mid)),
});

/** Whether a part of the form says the same; a browser sends every new line as two signs. */
export const saysSame = (one: Readonly<Record<string, string>>, other: Readonly<Record<string, string>>): boolean =>
  Object.entries(one).every(([name, value]) => plain(value) === plain(other[name] ?? ""));
const plain = (value: string) => value.replaceAll("\r\n", "\n").trim();
