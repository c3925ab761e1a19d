import { Hono } from "hono";
import { describeRoute } from "hono-openapi";
import { jsonOf, problem } from "../../http/describe.ts";
import { AppError } from "../../http/errors.ts";
import type { CouncilScope, PageNotes } from "../../http/scope.ts";
import { validated } from "../../http/validated.ts";
import { nextMidnight } from "../../local-time.ts";
import { elementByCode } from "../elements/catalogue.shared.ts";
import { licence } from "../feeds/atom.ts";
import { itemOf } from "../open-data/as-json.ts";
import { isDeclined, registerDeclined } from "../open-data/declined-registers.ts";
import type { AnyRegister } from "../open-data/register.ts";
import type { RegisterTotals } from "../open-data/register-totals.ts";
import { registers as all, registerNamed } from "../open-data/registers.ts";
import { nextScheduled } from "../schedule/schedule.queries.ts";
import { findSettings } from "../settings/settings.queries.ts";
import type { Origins } from "../tenants/origins.ts";
import { entriesOf } from "./register-entries.ts";
import { columnViews, entryOf, isAbout } from "./register-view.ts";
import { RegisterDetail, RegisterList, RegistersQuery } from "./registers.schema.ts";

/** Rows that show what a register holds. */
const sampleSize = 6;

const noSuchRegister = (name: string) => new AppError("registers.not_found", 404, { name: name.slice(0, 60) });

function note(notes: PageNotes, { areas }: AnyRegister, now: Date) {
  for (const area of areas) notes.shows(area);
  notes.holdsUntil(nextMidnight(now));
}

/** Every register that the council gives as data, and what each holds. */
export function registers(origins: Origins, totals: RegisterTotals) {
  return new Hono<CouncilScope>()
    .get(
      "/",
      describeRoute({
        tags: ["registers"],
        summary: "Every register as open data: what it holds, how many rows, when it last changed, where it is",
        responses: { 200: jsonOf(RegisterList), 422: problem("A wrong query") },
      }),
      validated("query", RegistersQuery),
      async (c) => {
        const { db, notes, now, tenant } = c.var;
        const { q = "", columns } = c.req.valid("query");
        const origin = origins.of(tenant.primaryHost);
        const { path } = elementByCode("I.8.1");
        if (q) notes.isPassing();
        const asked = q ? all.filter((register) => isAbout(register, q)) : all;
        notes.shows("settings");
        for (const register of asked) note(notes, register, now);
        const listed = await db.read(async (tx) => {
          notes.holdsUntil(await nextScheduled(tx, now));
          return entriesOf(tx, asked, totals, tenant, origin, now);
        });
        const list: RegisterList = {
          licence,
          catalogue: {
            dcat: `${origin}${path.sq}/dcat.jsonld`,
            dataPackage: `${origin}${path.sq}/datapackage.json`,
            openapi: `${origin}/api/v1/openapi.json`,
          },
          registers: listed.map(({ register, entry }) => ({
            ...entry,
            ...(columns !== "none" && { columns: columnViews(register) }),
          })),
        };
        return c.json(list, 200);
      },
    )
    .get(
      "/:name",
      describeRoute({
        tags: ["registers"],
        summary: "One register with its columns and first rows",
        responses: {
          200: jsonOf(RegisterDetail),
          404: problem("No such register"),
          410: problem("The Council has none of it"),
        },
      }),
      async (c) => {
        const { db, notes, now, tenant, locale } = c.var;
        const register = registerNamed(c.req.param("name"));
        if (!register) throw noSuchRegister(c.req.param("name"));
        const origin = origins.of(tenant.primaryHost);
        note(notes, register, now);
        notes.shows("settings");
        const detail = await db.read(async (tx): Promise<RegisterDetail> => {
          const filters = register.filters(new URLSearchParams());
          const [standing, rows, scheduled, { modules }] = await Promise.all([
            totals.of(tx, tenant.id, register, now),
            register.batch(tx, filters, now, null, sampleSize),
            nextScheduled(tx, now),
            findSettings(tx),
          ]);
          if (isDeclined(register, standing.total, modules)) throw registerDeclined();
          notes.holdsUntil(scheduled);
          return {
            ...entryOf(register, origin, standing),
            licence,
            columns: columnViews(register),
            sample: rows.map((row: unknown) => itemOf(register, row, { locale, origin })),
          };
        });
        return c.json(detail, 200);
      },
    );
}
export type RegistersApi = ReturnType<typeof registers>;
