import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import fresh from "fresh";
import { type Context, Hono, type MiddlewareHandler } from "hono";
import { AppError } from "../../http/errors.ts";
import { phrases } from "../../http/phrases.ts";
import type { CouncilScope } from "../../http/scope.ts";
import { dayIn, numericDay } from "../../local-time.ts";
import type { Locale } from "../../locale.shared.ts";
import { contentDisposition } from "../../storage/content-disposition.ts";
import { elementByPath } from "../elements/catalogue.shared.ts";
import { licence } from "../feeds/atom.ts";
import { findSettings } from "../settings/settings.queries.ts";
import type { Origins } from "../tenants/origins.ts";
import type { Tenant } from "../tenants/tenant.ts";
import { asCsv } from "./as-csv.ts";
import { asJson } from "./as-json.ts";
import { asXlsx, type WorkbookPlan } from "./as-xlsx.ts";
import { isDeclined, registerDeclined } from "./declined-registers.ts";
import type { AnyRegister } from "./register.ts";
import { batchesOf, type TableColumn, tableColumns } from "./register-rows.ts";
import { standingOf } from "./register-state.ts";
import { registerAt } from "./registers.ts";
import { tableSchema } from "./table-schema.ts";
import { Workbooks } from "./workbooks.ts";

/** Raised when the shape of what is exported changes, so that nobody keeps the old one. */
const shape = 2;
/** The most cells of a workbook: what a spreadsheet opens with ease, and a thread makes in seconds. */
const mostCells = 400_000;

const endings = {
  csv: "text/csv; charset=utf-8; header=present",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  json: "application/json",
} as const;
type Ending = keyof typeof endings;

/** Bytes of texts, made as fast as they are read. */
async function* encoded(texts: AsyncIterable<string>) {
  for await (const text of texts) yield Buffer.from(text);
}
const streamed = (texts: AsyncIterable<string>) =>
  Readable.toWeb(Readable.from(encoded(texts))) as ReadableStream<Uint8Array>;

interface Found {
  register: AnyRegister;
  locale: Locale;
  tenant: Tenant;
  origin: string;
  columns: readonly TableColumn[];
  asked: object;
  total: number;
  changedAt: Date | null;
}

/** What the JSON says before its rows. */
function headOf({ register, tenant, origin, asked, total, changedAt }: Found): object {
  const { name, title, description, path, columns, about } = register;
  const element = elementByPath(path.sq);
  return {
    council: { slug: tenant.slug, name: tenant.names.council, url: origin },
    register: name,
    ...(element && { element: element.code }),
    title,
    description,
    url: { sq: origin + path.sq, en: origin + path.en },
    licence,
    schema: { sq: `${origin}${path.sq}.schema.json`, en: `${origin}${path.en}.schema.json` },
    changedAt: changedAt?.toISOString() ?? null,
    filters: asked,
    total,
    columns: columns.map(({ value: _, ...column }: AnyRegister["columns"][number]) => column),
    ...about,
  };
}

/** What the second sheet of a workbook says. */
function workbookPlan({ register, locale, tenant, origin, columns, asked, total, changedAt }: Found): WorkbookPlan {
  const t = phrases(locale, "workbooks");
  const filters = Object.entries(asked).filter(([, value]) => value !== null && typeof value !== "object");
  const meaning = ({ kind, choices }: TableColumn) => {
    if (choices) return choices.join(", ");
    return kind === "money" || kind === "instant" ? t(`cell.${kind}`) : null;
  };
  return {
    sheets: { rows: t("sheet_rows"), about: t("sheet_about") },
    columns: columns.map((column) => ({
      name: column.name,
      label: column.label[locale],
      kind: column.kind,
      choices: meaning(column),
    })),
    about: [
      [t("about_register"), register.title[locale]],
      [t("about_row"), register.description[locale]],
      [t("about_council"), tenant.names.council[locale] || tenant.names.council.sq],
      [t("about_address"), origin + register.path[locale]],
      [t("about_licence"), `${licence.name} · ${licence.url}`],
      ...(changedAt ? [[t("about_changed"), numericDay(dayIn(changedAt))] as [string, string]] : []),
      [t("about_filters"), filters.map(([name, value]) => `${name}=${value}`).join(" · ") || t("about_no_filters")],
      [t("about_rows"), String(total)],
    ],
    telling: { column: t("about_column"), meaning: t("about_heading"), values: t("about_values") },
  };
}

/** Every register as open data: its address with `.csv`, `.xlsx` or `.json`, and the same filters as its page. */
export function openData(inCouncil: MiddlewareHandler<CouncilScope>, origins: Origins) {
  const workbooks = new Workbooks();

  async function rows(c: Context<CouncilScope>) {
    const { db, now, tenant } = c.var;
    const [, path = "", ending = ""] = /^(.+)\.(csv|xlsx|json)$/.exec(c.req.path) ?? [];
    const at = registerAt(path);
    if (!at) throw new AppError("http.not_found", 404);
    const { register, locale } = at;
    const query = new URL(c.req.url).searchParams;
    if (query.has("page")) throw new AppError("http.unknown_filter", 400, { name: "page" });
    const filters = register.filters(query);
    const origin = origins.of(tenant.primaryHost);
    const telling = { locale, origin };
    const [total, standing, whole, isGone] = await db.read(async (tx) => {
      const [total, standing, whole, { modules }] = await Promise.all([
        ...([register.total(tx, filters, now), standingOf(tx, register, now), register.whole?.(tx, now)] as const),
        findSettings(tx),
      ]);
      // A filter that finds nothing says nothing of the whole.
      const isEmpty = total === 0 && (await register.total(tx, register.filters(new URLSearchParams()), now)) === 0;
      return [total, standing, whole, isEmpty && isDeclined(register, 0, modules)] as const;
    });
    if (isGone) throw registerDeclined();
    const { fingerprint } = standing;
    const { changedAt } = whole ?? standing;
    const columns = tableColumns(register);
    const asked = register.asked?.(filters) ?? filters;
    if (ending === "xlsx" && total * columns.length > mostCells)
      throw new AppError("registers.too_large_for_a_workbook", 422, {
        total,
        maximum: Math.floor(mostCells / columns.length),
      });

    const told = [shape, tenant.id, register.name, ending, locale, origin, tenant.names, asked, total, fingerprint];
    const key = createHash("sha256").update(JSON.stringify(told)).digest("base64url");
    const etag = `W/"${key}"`;
    const headers = new Headers({
      etag,
      "cache-control": "public, no-cache",
      "access-control-allow-origin": "*",
      "content-language": locale,
      link: [
        `<${licence.url}>; rel="license"`,
        `<${origin}${path}>; rel="alternate"; type="text/html"`,
        `<${origin}${path}.schema.json>; rel="describedby"; type="application/json"`,
      ].join(", "),
    });
    const given = Object.fromEntries(c.req.raw.headers);
    if (fresh(given, { etag })) return new Response(null, { status: 304, headers });
    headers.set("content-type", endings[ending as Ending]);
    if (ending !== "json")
      headers.set("content-disposition", contentDisposition(`${tenant.slug}-${path.split("/").at(-1)}.${ending}`));
    if (c.req.method === "HEAD") return new Response(null, { headers });

    const found: Found = { register, locale, tenant, origin, columns, asked, total, changedAt };
    const batches = batchesOf(db, register, filters, now);
    if (ending === "csv") return new Response(streamed(asCsv(columns, telling, batches)), { headers });
    if (ending === "json")
      return new Response(streamed(asJson(headOf(found), register, telling, batches)), { headers });
    const file = await workbooks.workbook(key, () => asXlsx(workbookPlan(found), columns, telling, batches));
    headers.set("content-length", String(file.byteLength));
    return new Response(file, { headers });
  }

  function schema(c: Context<CouncilScope>) {
    const at = registerAt(c.req.path.slice(0, -".schema.json".length));
    if (!at) throw new AppError("http.not_found", 404);
    return c.json(tableSchema(at.register, at.locale), 200, {
      "cache-control": "public, max-age=300",
      "access-control-allow-origin": "*",
      "content-language": at.locale,
    });
  }

  return new Hono<CouncilScope>()
    .get("/:path{.+\\.schema\\.json}", inCouncil, schema)
    .get("/:path{.+\\.(csv|xlsx|json)}", inCouncil, rows);
}
