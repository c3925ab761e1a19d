import * as v from "valibot";
import { merge } from "../features/editing/merging.ts";
import { type FieldProblem, InvalidInput } from "../http/problem.ts";
import { type Standing, stoodField, stoodOf } from "./changed-meanwhile.shared.ts";
import { isFieldName, mostFields, type TypedValues } from "./typed-values.ts";

const one = (text: string) => text.replaceAll("\r\n", "\n").trim();
/** The same for what means the same on a form: no value and an empty one, lines however they end, choices in any order. */
const alike = (values: Standing): Record<string, string[]> =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, [value ?? ""].flat().map(one).filter(Boolean).toSorted()]),
  );

const Stood = v.record(v.string(), v.union([v.string(), v.array(v.string())]));
/** What a form said that it showed; `null` of one that does not say, or that says more than a form has. */
export function stoodIn(typed: TypedValues): v.InferOutput<typeof Stood> | null {
  const sent = typed[stoodField];
  if (typeof sent !== "string") return null;
  try {
    const stood = v.safeParse(Stood, JSON.parse(sent));
    if (!stood.success) return null;
    const names = Object.keys(stood.output);
    return names.length <= mostFields && names.every(isFieldName) ? stood.output : null;
  } catch {
    return null;
  }
}

/** As much as a message holds; the whole of a longer text stands below its field. */
const inMessage = 300;
export const beginning = (text: string) => (text.length > inMessage ? `${text.slice(0, inMessage).trimEnd()}…` : text);

/** Before the name of a field in which somebody chooses whose text stays. */
export const choice = "choose.";
/** Whether something of another's was chosen at all. */
export const hasChosen = (typed: TypedValues): boolean => Object.keys(typed).some((name) => name.startsWith(choice));

/** Whether it is one of the fields, or below one that is a list: `items` and `items.r0.title`. */
function isWithin(fields: ReadonlySet<string>, name: string): boolean {
  for (let end = name.length; end > 0; end = name.lastIndexOf(".", end - 1))
    if (fields.has(name.slice(0, end))) return true;
  return false;
}

/**
 * What is meant by a form that came back with what another wrote: in the fields in which the other's was chosen stands what
 * the form showed of it. The choices themselves are no fields and go.
 * @param shown what the form showed, by its fields
 */
export function withChosen(typed: TypedValues, shown: Standing): TypedValues {
  const chosen = new Set(
    Object.keys(typed)
      .filter((name) => name.startsWith(choice) && typed[name] === "theirs")
      .map((name) => name.slice(choice.length)),
  );
  const isTheirs = (name: string) => isWithin(chosen, name);
  const own = Object.entries(typed).filter(([name]) => !name.startsWith(choice) && !isTheirs(name));
  const theirs = Object.entries(shown).filter(([name]) => isTheirs(name));
  return Object.fromEntries([...own, ...theirs.map(([name, value]) => [name, value ?? ""] as const)]);
}

/** Fields that somebody else has changed to something else than was typed now. The form comes back as it would be merged. */
export class ChangedMeanwhile extends InvalidInput {
  readonly typed: TypedValues;
  /** What the other wrote, in words, by fields; longer ones stand below their field, where the message has no room. */
  readonly others: Readonly<Record<string, string>>;
  /** Fields in which the other's can be taken, as `withChosen` does. */
  readonly takes: readonly string[];
  constructor(
    fields: FieldProblem[],
    typed: TypedValues,
    { others = {}, takes = [] }: Partial<Pick<ChangedMeanwhile, "others" | "takes">> = {},
  ) {
    super(fields);
    this.typed = typed;
    this.others = others;
    this.takes = takes;
  }
}

/** What a form showed beside its fields and is not so any more, by its name there; nothing of a form that does not say. */
export function changedSince(
  typed: TypedValues,
  standing: Standing,
): { name: string; was: readonly string[]; is: readonly string[] }[] {
  const stood = stoodIn(typed);
  if (!stood) return [];
  const lines = (value: Standing[string]) => [value ?? ""].flat().map(one).filter(Boolean);
  return Object.entries(standing).flatMap(([name, value]) => {
    const [was, is] = [lines(stood[name]), lines(value)];
    return was.join("\n") === is.join("\n") ? [] : [{ name, was, is }];
  });
}

/**
 * What was typed, with what somebody else has saved meanwhile in fields that were not touched. A form that does not say
 * what it showed goes through as it is.
 * @param standing how it stands now, as the form would show it
 * @param told a value in words, for whoever has to choose
 * @throws {ChangedMeanwhile} once: whoever sends it again has seen what the other wrote, and their own is kept unless they
 *   choose the other's
 */
export async function withOthersChanges(
  typed: TypedValues,
  standing: Standing,
  told: (name: string, value: string) => Promise<string>,
): Promise<TypedValues> {
  const stood = stoodIn(typed);
  if (!stood) return typed;
  const [theirs, mine] = [alike(standing), alike({ ...typed, [stoodField]: undefined })];
  const asked = Object.fromEntries(Object.keys(theirs).map((name) => [name, mine[name] ?? []]));
  const { clashes, taken } = merge(alike(stood), theirs, asked);
  const merged: Record<string, string | readonly string[]> = { ...typed, [stoodField]: stoodOf(standing) };
  for (const name of taken) merged[name] = standing[name] ?? "";
  const problems: FieldProblem[] = [];
  const others: Record<string, string> = {};
  for (const { name } of clashes) {
    const words = await Promise.all(
      [standing[name] ?? ""]
        .flat()
        .filter(Boolean)
        .map((value) => told(name, value)),
    );
    const all = words.join("; ");
    if (all.length > inMessage) others[name] = all;
    if (words.length === 0) problems.push({ path: name, code: "meanwhile.emptied" });
    else problems.push({ path: name, code: "meanwhile.both", params: { text: beginning(all) } });
  }
  if (problems.length > 0)
    throw new ChangedMeanwhile(problems, merged, { others, takes: clashes.map(({ name }) => name) });
  return merged;
}
