import { resolver } from "hono-openapi";
import type { GenericSchema } from "valibot";
import { Problem } from "./problem.ts";

/** A JSON answer of this shape, for `describeRoute`. */
export const jsonOf = <S extends GenericSchema>(schema: S, description = "OK") => ({
  description,
  content: { "application/json": { schema: resolver(schema) } },
});

/** A refusal, for `describeRoute`. */
export const problem = (description: string) => ({
  description,
  content: { "application/problem+json": { schema: resolver(Problem) } },
});
