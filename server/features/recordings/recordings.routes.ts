import { type Context, Hono } from "hono";
import { describeRoute } from "hono-openapi";
import type { TenantTx } from "../../db/tenant-db.ts";
import { jsonOf, problem } from "../../http/describe.ts";
import type { CouncilScope } from "../../http/scope.ts";
import type { Locale } from "../../locale.shared.ts";
import { ownMedia } from "../../pages/content-security-policy.ts";
import { documentsOf } from "../documents/attachments.queries.ts";
import { streamSources } from "../following/stream-address.shared.ts";
import { nextScheduled } from "../schedule/schedule.queries.ts";
import { linkKind } from "./link-kind.shared.ts";
import { listFilters, type RecordingFilters } from "./list-filters.ts";
import { chaptersView, recordingView, summaryView } from "./recording-view.ts";
import { noSuchPage, recordingNotFound } from "./recordings.errors.ts";
import { countFacets, findAtAddress, findCaptions, findChapters, findPage } from "./recordings.queries.ts";
import { perPage, Recording, RecordingList } from "./recordings.schema.ts";
import { chaptersAsVtt } from "./web-vtt.ts";

async function listOf(tx: TenantTx, filters: RecordingFilters, now: Date): Promise<RecordingList> {
  const [rows, facets] = await Promise.all([findPage(tx, filters, now), countFacets(tx, filters, now)]);
  const pages = Math.max(Math.ceil(facets.total / perPage), 1);
  if (filters.page > pages) throw noSuchPage(pages);
  const { q, year, body, kind } = filters;
  return {
    ...{ total: facets.total, page: filters.page, pages, perPage },
    filters: { q, year, body, kind },
    items: rows.map(summaryView),
    facets: {
      years: facets
        .of("year")
        .map(({ value, count }) => ({ value: Number(value), count }))
        .sort((one, other) => other.value - one.value),
      bodies: facets.of("body").map(({ value, name, count }) => ({ value: value!, name: name!, count })),
      kinds: facets.of("kind").map(({ value, count }) => ({ value: value as "ordinary", count })),
    },
  };
}

/** From where a page with this link loads, once somebody asks for it. */
function sourcesOf(link: string) {
  const kind = linkKind(link);
  if (kind === "video") return { frames: [], media: [new URL(link).origin] };
  return kind === "page" ? { frames: [], media: [] } : streamSources(kind, link);
}

/** What a program may do with captions and chapters is read them. */
const asVtt = { "content-type": "text/vtt; charset=utf-8", "cache-control": "public, no-cache" };

async function chaptersFile(c: Context<CouncilScope>, locale: Locale) {
  const { db, now } = c.var;
  const vtt = await db.read(async (tx) => {
    const row = await findAtAddress(tx, c.req.param("slug")!, now);
    if (!row) throw recordingNotFound();
    const shown = chaptersView(await findChapters(tx, row.id), row.slug, row.duration);
    return chaptersAsVtt(
      shown.map(({ starts, number, title }) => ({
        starts,
        title: [number && `${number}.`, title[locale] || title.sq].filter(Boolean).join(" "),
      })),
      row.duration,
    );
  });
  return c.body(vtt, 200, { ...asVtt, "content-language": locale });
}

/** The recordings of the council's meetings. Their files are fetched like all documents. */
export const recordings = new Hono<CouncilScope>()
  .get(
    "/",
    describeRoute({
      tags: ["recordings"],
      summary: "A page of the video library, the latest meeting first, narrowed by filters",
      responses: {
        200: jsonOf(RecordingList),
        400: problem("A filter that does not exist"),
        404: problem("The list does not have that many pages"),
        422: problem("A filter's value is wrong"),
      },
    }),
    async (c) => {
      const { db, notes, now } = c.var;
      const filters = listFilters(new URL(c.req.url).searchParams);
      for (const area of ["meetings", "people"] as const) notes.shows(area);
      const list = await db.read(async (tx) => {
        const [answer, scheduled] = await Promise.all([listOf(tx, filters, now), nextScheduled(tx, now)]);
        notes.holdsUntil(scheduled);
        return answer;
      });
      const { q, ...chosen } = list.filters;
      if (q !== null || (list.total === 0 && Object.values(chosen).some((value) => value !== null))) notes.isPassing();
      return c.json(list, 200);
    },
  )
  .get(
    "/:slug",
    describeRoute({
      tags: ["recordings"],
      summary:
        "The recording of one meeting with a chapter for each agenda item. The chapters are also at `/chapters.sq.vtt` and `/chapters.en.vtt` below this address, what is said at `/captions.sq.vtt` and `/captions.en.vtt`",
      responses: { 200: jsonOf(Recording), 404: problem("No such recording, or not a public one") },
    }),
    async (c) => {
      const { db, notes, now } = c.var;
      for (const area of ["meetings", "people"] as const) notes.shows(area);
      const recording = await db.read(async (tx) => {
        notes.holdsUntil(await nextScheduled(tx, now));
        const row = await findAtAddress(tx, c.req.param("slug"), now);
        if (!row) throw recordingNotFound();
        const [chapters, documents] = await Promise.all([
          findChapters(tx, row.id),
          documentsOf(tx, "recording", [row.id], now),
        ]);
        return recordingView(row, chapters, documents.get(row.id)?.[0]);
      });
      notes.embeds(recording.link ? sourcesOf(recording.link) : { frames: [], media: [ownMedia] });
      // Pages of the chapters' moments are kept; there is no end of others.
      const moment = c.req.query("t");
      if (moment && !recording.chapters.some(({ starts }) => String(starts) === moment)) notes.isPassing();
      return c.json(recording, 200);
    },
  )
  .get("/:slug/chapters.sq.vtt", (c) => chaptersFile(c, "sq"))
  .get("/:slug/chapters.en.vtt", (c) => chaptersFile(c, "en"))
  .get("/:slug/:file{captions\\.(sq|en)\\.vtt}", async (c) => {
    const language = c.req.param("file") === "captions.en.vtt" ? "en" : "sq";
    const found = await c.var.db.read((tx) => findCaptions(tx, c.req.param("slug"), language, c.var.now));
    if (!found) throw recordingNotFound();
    return c.body(found.content, 200, { ...asVtt, "content-language": language });
  });
export type RecordingsApi = typeof recordings;
