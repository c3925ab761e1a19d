import { Hono } from "hono";
import { describeRoute } from "hono-openapi";
import { jsonOf } from "../../http/describe.ts";
import type { CouncilScope } from "../../http/scope.ts";
import { Council } from "./council.schema.ts";
import { emblemOf } from "./emblems.ts";
import { findSettings } from "./settings.queries.ts";

export const council = new Hono<CouncilScope>().get(
  "/",
  describeRoute({
    tags: ["council"],
    summary: "The council of this host: names, contacts, languages",
    responses: { 200: jsonOf(Council) },
  }),
  async (c) => {
    c.var.notes.shows("settings");
    const { slug, names, county, state, isExample } = c.var.tenant;
    const { languages, theme, contacts } = await c.var.db.read(findSettings);
    return c.json(
      { slug, names, county, state, isExample, languages, ...emblemOf(theme), contacts } satisfies Council,
      200,
    );
  },
);
export type CouncilApi = typeof council;
