import { Hono } from "hono";
import { describeRoute } from "hono-openapi";
import { jsonOf, problem } from "../../http/describe.ts";
import { AppError } from "../../http/errors.ts";
import type { CouncilScope } from "../../http/scope.ts";
import { dayIn } from "../../local-time.ts";
import type { Origins } from "../tenants/origins.ts";
import { elementByCode, elementCodes, elements, isElementCode, partCodes } from "./catalogue.shared.ts";
import { descriptionOf } from "./descriptions.ts";
import { ElementBoard, ElementDetail, ElementLevels, type ElementStanding } from "./elements.schema.ts";
import { readinessOf } from "./readiness.ts";
import { judge, standing } from "./standing.ts";

const noSuchElement = (code: string) => new AppError("elements.not_found", 404, { code: code.slice(0, 20) });

const count = (standings: readonly ElementStanding[]) => {
  const of = (level: ElementStanding["readiness"]) => standings.filter((one) => one.readiness === level).length;
  return { none: of("none"), partial: of("partial"), full: of("full"), total: standings.length };
};

/** The 81 elements of a council's site with their computed readiness. */
export const elementRoutes = (origins: Origins) =>
  new Hono<CouncilScope>()
    .get(
      "/",
      describeRoute({
        tags: ["elements"],
        summary: "The 81 elements of the site: where each stands and how far it is there",
        responses: { 200: jsonOf(ElementBoard) },
      }),
      async (c) => {
        const { db, notes, now, tenant } = c.var;
        const facts = await db.read((tx) => judge(tx, elementCodes, notes, now));
        const origin = origins.of(tenant.primaryHost);
        const standings = elements.map((element) => standing(element, facts, origin));
        const board: ElementBoard = {
          day: dayIn(now),
          elements: standings,
          summary: {
            ...count(standings),
            parts: Object.fromEntries(
              partCodes.map((part) => [part, count(standings.filter((one) => one.part === part))]),
            ) as ElementBoard["summary"]["parts"],
          },
        };
        return c.json(board, 200);
      },
    )
    .get(
      "/levels",
      describeRoute({
        tags: ["elements"],
        summary: "How far each of the 81 elements is there, without reasons",
        responses: { 200: jsonOf(ElementLevels) },
      }),
      async (c) => {
        const { db, notes, now } = c.var;
        const facts = await db.read((tx) => judge(tx, elementCodes, notes, now));
        const levels = Object.fromEntries(
          elements.map((element) => [element.code, readinessOf(element, facts).readiness]),
        ) as ElementLevels["levels"];
        return c.json({ levels } satisfies ElementLevels, 200);
      },
    )
    .get(
      "/:code",
      describeRoute({
        tags: ["elements"],
        summary: "One element: what stands there, how it is done on paper, and the law that it rests on",
        responses: { 200: jsonOf(ElementDetail), 404: problem("No such element") },
      }),
      async (c) => {
        const { db, notes, now, tenant } = c.var;
        const { code } = c.req.param();
        if (!isElementCode(code)) throw noSuchElement(code);
        const facts = await db.read((tx) => judge(tx, [code], notes, now));
        const detail: ElementDetail = {
          ...standing(elementByCode(code), facts, origins.of(tenant.primaryHost)),
          ...descriptionOf(code),
        };
        return c.json(detail, 200);
      },
    );
export type ElementsApi = ReturnType<typeof elementRoutes>;
