import { Hono } from "hono";
import { describeRoute } from "hono-openapi";
import { jsonOf, problem } from "../../http/describe.ts";
import type { CouncilScope } from "../../http/scope.ts";
import { documentsOfPage } from "../documents/documents.queries.ts";
import type { ElementCode } from "../elements/catalogue.shared.ts";
import { lawTitle } from "../elements/descriptions.ts";
import { nextScheduled } from "../schedule/schedule.queries.ts";
import { findSettings } from "../settings/settings.queries.ts";
import { pageElements } from "./page-elements.shared.ts";
import { notAPage, pageNotFound } from "./pages.errors.ts";
import { findPage } from "./pages.queries.ts";
import { type PageContent, PageView } from "./pages.schema.ts";

/** Elements whose page shows something of the council's settings. */
const fromSettings = new Set(["V.1.4", "V.1.6"]);

const answered = ({ periods, ...content }: PageContent) => ({
  ...content,
  ...(periods && { periods: periods.map((period) => ({ ...period, lawTitle: lawTitle(period.law) })) }),
});

export const procedures = new Hono<CouncilScope>().get(
  "/:element",
  describeRoute({
    tags: ["pages"],
    summary: "The page of a procedure, or of the council’s social media or media contacts",
    responses: { 200: jsonOf(PageView), 404: problem("No such page, or nothing has been written for it") },
  }),
  async (c) => {
    const { db, notes, now } = c.var;
    const { element } = c.req.param();
    if (!pageElements.has(element)) throw notAPage(element);
    notes.shows("pages");
    if (fromSettings.has(element)) notes.shows("settings");
    const view = await db.read(async (tx): Promise<PageView> => {
      const [page, scheduled, settings] = await Promise.all([
        findPage(tx, element, now),
        nextScheduled(tx, now),
        fromSettings.has(element) ? findSettings(tx) : null,
      ]);
      notes.holdsUntil(scheduled);
      const social = (element === "V.1.4" && settings?.contacts.social) || null;
      const media = (element === "V.1.6" && settings?.contacts.media) || null;
      if (!page && !social?.length && !media) throw pageNotFound();
      return {
        element: element as ElementCode,
        content: page ? answered(page.content) : null,
        documents: page ? await documentsOfPage(tx, page.id, now) : [],
        publishedAt: page?.public_from?.toISOString() ?? null,
        updatedAt: page?.updated_at.toISOString() ?? null,
        social,
        media,
      };
    });
    return c.json(view, 200);
  },
);
export type PagesApi = typeof procedures;
