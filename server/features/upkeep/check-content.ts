import type { TenantDb } from "../../db/tenant-db.ts";
import { locales } from "../../locale.shared.ts";
import { checkLinks, type LinkParts } from "./check-links.ts";
import { findScans } from "./check-scans.ts";
import { type FoundDefect, noteDefects, resolveUnseen } from "./defects.store.ts";
import { everythingUpkept } from "./everything-upkept.ts";
import { linksIn } from "./links-in.ts";
import type { UpkeepCounts } from "./upkeep.tables.ts";
import { beforeAll, type UpkeptThing } from "./upkept.ts";

/** An address, and one place where it stands. */
export type Place = Omit<FoundDefect, "kind" | "detail">;

const atOnce = 200;
const longestAddress = 2_000;

function* placesIn(entity: string, { id, title, url, texts = {}, links = {} }: UpkeptThing): Generator<Place> {
  const place = (field: string, address: string): Place => ({ entity, entityId: id, field, address, title, url });
  for (const [field, text] of Object.entries(texts))
    for (const locale of locales)
      for (const address of linksIn(text?.[locale] ?? "")) yield place(`${field}.${locale}`, address);
  for (const [field, address] of Object.entries(links)) if (address) yield place(field, address);
}

function* photosWithoutText(entity: string, { id, title, url, photos = {} }: UpkeptThing): Generator<FoundDefect> {
  for (const [field, alternative] of Object.entries(photos))
    if (!alternative?.sq.trim())
      yield { kind: "photo_without_text", entity, entityId: id, field, address: "", title, url, detail: {} };
}

/** Goes through all that a council publishes, some at a time. */
async function gather(db: TenantDb, now: Date, signal: AbortSignal) {
  const places: Place[] = [];
  const defects: FoundDefect[] = [];
  const withoutEnglish: Record<string, number> = {};
  let things = 0;
  for (const { entity, read } of everythingUpkept) {
    for (let after = beforeAll; ; ) {
      signal.throwIfAborted();
      const batch = await db.read((tx) => read(tx, now, { after, limit: atOnce }));
      for (const thing of batch) {
        places.push(...[...placesIn(entity, thing)].filter(({ address }) => address.length <= longestAddress));
        defects.push(...photosWithoutText(entity, thing));
        if (!thing.inEnglish) withoutEnglish[entity] = (withoutEnglish[entity] ?? 0) + 1;
      }
      things += batch.length;
      if (batch.length < atOnce) break;
      after = batch.at(-1)!.id;
    }
  }
  return { places, defects, withoutEnglish, things };
}

/**
 * Looks through all that is public for links that lead nowhere, photos and scans that say nothing to those who do not see
 * them, and what is not in English. Only a run that came to its end says what has been mended.
 */
export async function checkContent(
  parts: LinkParts,
  db: TenantDb,
  now: Date,
  signal: AbortSignal,
): Promise<Pick<UpkeepCounts, "things" | "links" | "withoutEnglish">> {
  const { places, defects, withoutEnglish, things } = await gather(db, now, signal);
  const broken = await checkLinks(parts, db, new Set(places.map(({ address }) => address)), now, signal);
  for (const place of places) {
    const verdict = broken.get(place.address);
    if (!verdict) continue;
    const { reason, status } = verdict;
    defects.push({ ...place, kind: "link_broken", detail: { reason, ...(status !== null && { status }) } });
  }
  await db.write(async (tx) => {
    await noteDefects(tx, [...defects, ...(await findScans(tx, now))], now);
    await resolveUnseen(tx, ["link_broken", "photo_without_text", "scan_without_text"], now);
  });
  return { things, links: new Set(places.map(({ address }) => address)).size, withoutEnglish };
}
