import * as v from "valibot";
import { type FieldProblem, InvalidInput } from "../http/problem.ts";
import type { TypedValues } from "./typed-values.ts";

/** The field in which a form carries what it showed when it was opened. */
export const stoodField = "stood";
/** What a form shows of something, by the names of its fields. */
export type Standing = Readonly<Record<string, string | readonly string[] | null | undefined>>;

const one = (text: string) => text.replaceAll("\r\n", "\n").trim();
/** The same for what means the same on a form: no value and an empty one, lines however they end, choices in any order. */
const plain = (value: Standing[string]): string =>
  JSON.stringify([value ?? ""].flat().map(one).filter(Boolean).toSorted());

/** A field's value as it travels; lists stay lists. */
export const stoodOf = (standing: Standing): string =>
  JSON.stringify(Object.fromEntries(Object.entries(standing).map(([name, value]) => [name, value ?? ""])));

const Stood = v.record(v.string(), v.union([v.string(), v.array(v.string())]));
function stoodIn(typed: TypedValues): v.InferOutput<typeof Stood> | null {
  const sent = typed[stoodField];
  if (typeof sent !== "string") return null;
  try {
    const stood = v.safeParse(Stood, JSON.parse(sent));
    return stood.success ? stood.output : null;
  } catch {
    return null;
  }
}

/** Fields that somebody else has changed to something else than was typed now. The form comes back as it would be merged. */
export class ChangedMeanwhile extends InvalidInput {
  readonly typed: TypedValues;
  constructor(fields: FieldProblem[], typed: TypedValues) {
    super(fields);
    this.typed = typed;
  }
}

/**
 * What was typed, with what somebody else has saved meanwhile in fields that were not touched. A form that does not say
 * what it showed goes through as it is.
 * @param standing how it stands now, as the form would show it
 * @param told a value in words, for whoever has to choose
 * @throws {ChangedMeanwhile} once: whoever sends it again has seen what the other wrote, and their own is kept
 */
export async function withOthersChanges(
  typed: TypedValues,
  standing: Standing,
  told: (name: string, value: string) => Promise<string>,
): Promise<TypedValues> {
  const stood = stoodIn(typed);
  if (!stood) return typed;
  const merged: Record<string, string | readonly string[]> = { ...typed, [stoodField]: stoodOf(standing) };
  const problems: FieldProblem[] = [];
  for (const [name, now] of Object.entries(standing)) {
    if (plain(now) === plain(stood[name])) continue;
    if (plain(typed[name]) === plain(stood[name])) merged[name] = now ?? "";
    else if (plain(typed[name]) !== plain(now)) {
      const words = await Promise.all(
        [now ?? ""]
          .flat()
          .filter(Boolean)
          .map((value) => told(name, value)),
      );
      if (words.length === 0) problems.push({ path: name, code: "meanwhile.emptied" });
      else problems.push({ path: name, code: "meanwhile.changed", params: { text: words.join("; ").slice(0, 300) } });
    }
  }
  if (problems.length > 0) throw new ChangedMeanwhile(problems, merged);
  return merged;
}
