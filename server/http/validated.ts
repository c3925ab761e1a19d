import type { ValidationTargets } from "hono";
import { validator } from "hono-openapi";
import { type GenericSchema, type InferOutput, safeParse } from "valibot";
import { type FieldProblem, InvalidInput } from "./problem.ts";

interface Issue {
  readonly message: string;
  readonly path?: readonly (PropertyKey | { readonly key: unknown })[] | undefined;
}

/** `fields.lines.0.planned` */
const placeOf = ({ path = [] }: Issue) =>
  path.map((part) => String(typeof part === "object" ? part.key : part)).join(".");

const phraseKey = /^[a-z]+(\.[a-z_]+)+$/;

/**
 * What a schema found wrong, once for each field: a text that is no date at all need not be told that it is no day of the
 * year either. An issue that has no phrase of its own is `input.wrong`.
 */
export function fieldProblems(issues: readonly Issue[], within = ""): FieldProblem[] {
  const found = new Map<string, FieldProblem>();
  for (const issue of issues) {
    const path = [within, placeOf(issue)].filter(Boolean).join(".");
    const code = phraseKey.test(issue.message) ? issue.message : "input.wrong";
    if (!found.has(path)) found.set(path, { path, code });
  }
  return [...found.values()];
}

/**
 * Where a text stands that no database keeps: with a NUL, or with half a character.
 * @returns the way to it, as `fieldProblems` has it; `null` where all can be kept
 */
export function unwritableIn(given: unknown): string | null {
  if (typeof given === "string") return given.includes("\0") || !given.isWellFormed() ? "" : null;
  if (typeof given !== "object" || given === null) return null;
  for (const [name, value] of Object.entries(given)) {
    if (unwritableIn(name) !== null) return "";
    const within = unwritableIn(value);
    if (within !== null) return within ? `${name}.${within}` : name;
  }
  return null;
}

function checkWritable(given: unknown): void {
  const path = unwritableIn(given);
  if (path !== null) throw new InvalidInput([{ path, code: "input.wrong" }]);
}

/**
 * What is given, as the schema has it.
 * @throws {InvalidInput} that names each field
 */
export function parsed<S extends GenericSchema>(schema: S, given: unknown): InferOutput<S> {
  const result = safeParse(schema, given);
  if (!result.success) throw new InvalidInput(fieldProblems(result.issues));
  checkWritable(result.output);
  return result.output;
}

/**
 * Parses a part of the request. What breaks the schema is answered as a problem document that names each field.
 *
 *     .get("/", validated("query", LatestQuery), (c) => … c.req.valid("query"))
 */
export const validated = <S extends GenericSchema, T extends keyof ValidationTargets>(target: T, schema: S) =>
  validator(target, schema, (result) => {
    if (!result.success) throw new InvalidInput(fieldProblems(result.error));
    if (target === "json") checkWritable(result.data);
  });
