import type { Env, Hono, Schema } from "hono";
import { generateSpecs } from "hono-openapi";

type Description = Awaited<ReturnType<typeof generateSpecs>>;

const documentation = {
  openapi: "3.1.0",
  info: {
    title: "e-Këshilli",
    version: "1",
    description:
      "The public data of one municipal council, as its pages show them. Texts are `{ sq, en? }`: Albanian is always there. " +
      "Days are `YYYY-MM-DD`, instants ISO 8601. Refusals are problem documents (RFC 9457) whose `code` is stable.",
    license: { name: "CC BY 4.0", identifier: "CC-BY-4.0" },
  },
  servers: [{ url: "/api/v1" }],
};

/** The description of a council's routes, made once from the schemas that validate them. */
export function describeApi<E extends Env, S extends Schema, P extends string>(
  routes: Hono<E, S, P>,
  /** What stands beside them, made at the first question. */
  beside: () => Record<string, object>,
): () => Promise<Description> {
  let made: Promise<Description> | undefined;
  return () => {
    made ??= generateSpecs(routes as unknown as Hono, { documentation, exclude: ["/openapi.json"] }).then(
      (description) => ({ ...description, paths: { ...description.paths, ...beside() } }),
    );
    return made;
  };
}
