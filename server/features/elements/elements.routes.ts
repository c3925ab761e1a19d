import { Hono } from "hono";
import { describeRoute } from "hono-openapi";
import type { TenantTx } from "../../db/tenant-db.ts";
import { jsonOf, problem } from "../../http/describe.ts";
import { AppError } from "../../http/errors.ts";
import { phrases } from "../../http/phrases.ts";
import type { CouncilScope, PageNotes } from "../../http/scope.ts";
import { dayIn, nextMidnight } from "../../local-time.ts";
import type { Locale } from "../../locale.shared.ts";
import { nextScheduled } from "../schedule/schedule.queries.ts";
import type { Origins } from "../tenants/origins.ts";
import {
  type CatalogueElement,
  elementByCode,
  elementCodes,
  elements,
  isElementCode,
  partCodes,
  partOf,
} from "./catalogue.shared.ts";
import { descriptionOf } from "./descriptions.ts";
import { elementRules } from "./element-rules.ts";
import { ElementBoard, ElementDetail, ElementLevels, type ElementStanding } from "./elements.schema.ts";
import { readinessFacts } from "./readiness.queries.ts";
import { type Facts, readinessOf } from "./readiness.ts";
import { titleOf } from "./titles.ts";
import type { Reason } from "./verdict.ts";

const noSuchElement = (code: string) => new AppError("elements.not_found", 404, { code: code.slice(0, 20) });

const sentences = (locale: Locale, reasons: readonly Reason[]) => {
  const t = phrases(locale, "readiness");
  return reasons.map(({ key, values }) => t(key, values ?? {})).join(" ");
};

function standing(element: CatalogueElement, facts: Facts, origin: string): ElementStanding {
  const { code, section, kind, short, path } = element;
  const { readiness, reasons } = readinessOf(element, facts);
  return {
    code,
    part: partOf(element).code,
    section,
    kind,
    title: titleOf(code),
    short,
    url: { sq: origin + path.sq, en: origin + path.en },
    path,
    readiness,
    reason: { sq: sentences("sq", reasons), en: sentences("en", reasons) },
  };
}

const count = (standings: readonly ElementStanding[]) => {
  const of = (level: ElementStanding["readiness"]) => standings.filter((one) => one.readiness === level).length;
  return { none: of("none"), partial: of("partial"), full: of("full"), total: standings.length };
};

/** Readiness is judged from everything that is published, and anew each day. */
async function judge(tx: TenantTx, codes: readonly string[], notes: PageNotes, now: Date): Promise<Facts> {
  for (const area of ["publications", "pages", "albums", "settings", "readiness"] as const) notes.shows(area);
  for (const { areas, codes: ofRule } of elementRules)
    if (ofRule.some((code) => codes.includes(code))) for (const area of areas) notes.shows(area);
  notes.holdsUntil(nextMidnight(now));
  const [facts, scheduled] = await Promise.all([readinessFacts(tx, codes, now), nextScheduled(tx, now)]);
  notes.holdsUntil(scheduled);
  return facts;
}

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
