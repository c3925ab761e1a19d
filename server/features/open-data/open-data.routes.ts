import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { stringify } from "csv-stringify/sync";
import fresh from "fresh";
import { type Context, Hono, type MiddlewareHandler } from "hono";
import type { TenantDb } from "../../db/tenant-db.ts";
import { AppError } from "../../http/errors.ts";
import type { CouncilScope } from "../../http/scope.ts";
import type { Locale } from "../../locale.shared.ts";
import { contentDisposition } from "../../storage/content-disposition.ts";
import { documentsOfPublications } from "../documents/documents.queries.ts";
import { elementByPath } from "../elements/catalogue.shared.ts";
import { titleOf } from "../elements/titles.ts";
import { licence } from "../feeds/atom.ts";
import { type PublicationKind, publicationKind } from "../publications/kinds.shared.ts";
import { type ListFilters, listFilters } from "../publications/list-filters.ts";
import { summaryView } from "../publications/publication-view.ts";
import { findBatch, findState } from "../publications/publications.queries.ts";
import type { Origins } from "../tenants/origins.ts";
import { columnsOf, describeFields, type ExportedPublication } from "./export-shape.ts";

/** Publications read at a time: a large collection is never whole in memory. */
const batchSize = 200;
/** Raised when the shape of what is exported changes, so that nobody keeps the old one. */
const shape = 1;

/** The collection in its order, batch by batch; each is a read of its own, so that a slow reader holds no connection. */
async function* batches(db: TenantDb, kind: PublicationKind, filters: ListFilters, origin: string, now: Date) {
  let after: { sort_date: string; id: string } | null = null;
  for (;;) {
    const { rows, documents } = await db.read(async (tx) => {
      const rows = await findBatch(tx, kind, filters, now, after, batchSize);
      const ids = rows.map((row) => row.id);
      return { rows, documents: await documentsOfPublications(tx, ids, now) };
    });
    yield rows.map((row): ExportedPublication => {
      const { photo: _, ...summary } = summaryView(row, row.fields, documents.get(row.id));
      return {
        ...summary,
        url: { sq: origin + summary.url.sq, en: origin + summary.url.en },
        documents: summary.documents.map((document) => ({ ...document, url: origin + document.url })),
        body: row.body,
        updatedAt: row.updated_at.toISOString(),
      };
    });
    if (rows.length < batchSize) return;
    after = rows.at(-1)!;
  }
}

async function* asJson(head: object, publications: AsyncIterable<ExportedPublication[]>) {
  yield `${JSON.stringify(head).slice(0, -1)},"items":[`;
  let isFirst = true;
  for await (const batch of publications) {
    if (batch.length === 0) continue;
    yield `${isFirst ? "" : ","}\n${batch.map((one) => JSON.stringify(one)).join(",\n")}`;
    isFirst = false;
  }
  yield "\n]}\n";
}

async function* asCsv(kind: PublicationKind, locale: Locale, publications: AsyncIterable<ExportedPublication[]>) {
  const columns = columnsOf(kind, locale);
  // Spreadsheets take UTF-8 for what it is only by its mark, and run what looks like a formula.
  const options = { escape_formulas: true, record_delimiter: "windows" } as const;
  yield stringify([columns.map(({ name }) => name)], { ...options, bom: true });
  for await (const batch of publications)
    if (batch.length > 0)
      yield stringify(
        batch.map((one) => columns.map(({ value }) => value(one) ?? "")),
        options,
      );
}

/** Bytes of texts, made as fast as they are read. */
async function* encoded(texts: AsyncIterable<string>) {
  for await (const text of texts) yield Buffer.from(text);
}

/** Every collection as open data: its address with `.json` or `.csv`, and the same filters as its page. */
export function openData(inCouncil: MiddlewareHandler<CouncilScope>, origins: Origins) {
  async function answer(c: Context<CouncilScope>) {
    const { db, now, tenant } = c.var;
    const [, path = "", ending = ""] = /^(.+)\.(json|csv)$/.exec(c.req.path) ?? [];
    const element = elementByPath(path);
    const kind = element && publicationKind(element.code);
    if (!kind) throw new AppError("http.not_found", 404);
    const query = new URL(c.req.url).searchParams;
    if (query.has("page")) throw new AppError("http.unknown_filter", 400, { name: "page" });
    const filters = listFilters(kind, query);
    const locale: Locale = path.startsWith("/en/") ? "en" : "sq";
    const origin = origins.of(tenant.primaryHost);
    const { total, fingerprint } = await db.read((tx) => findState(tx, kind, filters, now));

    const asked = [shape, ending, locale, origin, tenant.names, filters, fingerprint];
    const etag = createHash("sha256").update(JSON.stringify(asked)).digest("base64url");
    const headers = new Headers({
      etag: `W/"${etag}"`,
      "cache-control": "public, no-cache",
      "access-control-allow-origin": "*",
      "content-language": locale,
      link: `<${licence.url}>; rel="license", <${origin}${path}>; rel="alternate"; type="text/html"`,
    });
    const given = Object.fromEntries(c.req.raw.headers);
    if (fresh(given, { etag: `W/"${etag}"` })) return new Response(null, { status: 304, headers });
    if (ending === "csv")
      headers.set("content-disposition", contentDisposition(`${tenant.slug}-${path.split("/").at(-1)}.csv`));
    headers.set("content-type", ending === "csv" ? "text/csv; charset=utf-8; header=present" : "application/json");
    if (c.req.method === "HEAD") return new Response(null, { headers });

    const publications = batches(db, kind, filters, origin, now);
    const { page: _, text: __, ...shown } = filters;
    const head = {
      council: { slug: tenant.slug, name: tenant.names.council, url: origin },
      element: element.code,
      title: titleOf(element.code),
      url: { sq: origin + element.path.sq, en: origin + element.path.en },
      licence,
      filters: shown,
      total,
      fields: describeFields(kind.fields),
    };
    const texts = ending === "csv" ? asCsv(kind, locale, publications) : asJson(head, publications);
    return new Response(Readable.toWeb(Readable.from(encoded(texts))) as ReadableStream<Uint8Array>, { headers });
  }
  return new Hono<CouncilScope>().get("/:path{.+\\.(json|csv)}", inCouncil, answer);
}
