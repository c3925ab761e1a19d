import { sql } from "kysely";
import type { TenantTx } from "../../db/tenant-db.ts";
import { dayIn } from "../../local-time.ts";
import { pageElements } from "../pages/page-elements.shared.ts";
import type { PageContent } from "../pages/pages.schema.ts";
import { type PublicationKind, publicationKinds } from "../publications/kinds.shared.ts";
import { findSettings } from "../settings/settings.queries.ts";
import type { ElementCode } from "./catalogue.shared.ts";
import { coverageWindows } from "./coverage.ts";
import { declinedElements } from "./declined.ts";
import { elementRules } from "./element-rules.ts";
import type { AlbumFacts, CollectionFacts, Facts, WindowCount } from "./readiness.ts";
import type { Verdict } from "./verdict.ts";
import { verdictsOf } from "./verdict-memo.ts";

interface WindowRow extends WindowCount {
  element: string;
  window: "current" | "grace";
  total: number;
}

/** Counts the public documents of these collections in their windows: one statement for any number of collections. */
async function collectionFacts(tx: TenantTx, kinds: readonly PublicationKind[], day: string, now: Date) {
  const facts = new Map<string, CollectionFacts>();
  if (kinds.length === 0) return facts;
  const asked = kinds.flatMap((kind) => {
    const { current, grace } = coverageWindows(kind, day);
    const needsFile = kind.filesRequired;
    const instead = kind.insteadOfFile ?? "";
    const row = (name: string, { since, until }: typeof current) =>
      sql`(${kind.element}::text, ${name}::text, ${since}::date, ${until}::date, ${needsFile}::boolean, ${instead}::text)`;
    return [row("current", current), ...(grace ? [row("grace", grace)] : [])];
  });
  const { rows } = await sql<WindowRow>`
    with asked (element, name, since, until, needs_file, instead) as (values ${sql.join(asked)}),
    published as (
      select p.element, p.fields,
        coalesce(p.date, p.period_from, make_date(p.year, 1, 1)) as first_day,
        coalesce(p.date, p.period_to, make_date(p.year, 12, 31)) as last_day,
        exists (
          select from publication_documents o
          join documents d on d.id = o.document_id and d.public_from <= ${now}
          join document_versions f on f.document_id = d.id and f.visibility = 'public'
          where o.publication_id = p.id) as has_file,
        p.is_bilingual
      from publications p
      where p.state = 'published' and p.public_from <= ${now}
        and p.element in (${sql.join(kinds.map((kind) => kind.element))})
    ),
    judged as (
      select a.element, a.name, p.first_day <= a.until and p.last_day >= a.since as covers, p.is_bilingual,
        not a.needs_file or p.has_file or (a.instead <> '' and jsonb_exists(p.fields, a.instead)) as is_filed
      from asked a join published p on p.element = a.element
    )
    select element, name as window, count(*) as total,
      count(*) filter (where covers) as "covering",
      count(*) filter (where covers and not is_filed) as "withoutFile",
      count(*) filter (where covers and not is_bilingual) as "withoutEnglish"
    from judged group by 1, 2`.execute(tx);
  const found = new Map(rows.map((row) => [`${row.element} ${row.window}`, row]));
  for (const kind of kinds) {
    const current = found.get(`${kind.element} current`);
    if (!current) continue;
    const grace = found.get(`${kind.element} grace`) ?? null;
    facts.set(kind.element, { total: current.total, windows: coverageWindows(kind, day), current, grace });
  }
  return facts;
}

async function pageFacts(tx: TenantTx, elements: readonly string[], now: Date) {
  if (elements.length === 0) return new Map<string, PageContent>();
  const rows = await tx
    .selectFrom("pages")
    .select(["element", "content"])
    .where("state", "=", "published")
    .where("public_from", "<=", now)
    .where("element", "in", elements)
    .execute();
  return new Map(rows.map(({ element, content }) => [element, content as PageContent]));
}

async function albumFacts(tx: TenantTx, now: Date): Promise<AlbumFacts> {
  const { rows } = await sql<AlbumFacts>`
    with shown as (
      select id, coalesce(title ->> 'en', '') <> '' and (summary is null or coalesce(summary ->> 'en', '') <> '') as bilingual
      from albums where state = 'published' and public_from <= ${now}
    ), pictures as (
      select coalesce(caption ->> 'en', '') <> '' and coalesce(alternative ->> 'en', '') <> '' as bilingual
      from photos where album_id in (select id from shown)
    )
    select (select count(*) from shown) as albums, (select count(*) from pictures) as photos,
      (select count(*) from shown where not bilingual) + (select count(*) from pictures where not bilingual)
        as "withoutEnglish"`.execute(tx);
  return rows[0]!;
}

const noAlbums: AlbumFacts = { albums: 0, photos: 0, withoutEnglish: 0 };

async function featureVerdicts(tx: TenantTx, asked: ReadonlySet<string>, now: Date) {
  const verdicts = await Promise.all(
    elementRules.map((rule) =>
      rule.codes.some((code) => asked.has(code)) ? verdictsOf(tx, rule, now) : new Map<ElementCode, Verdict>(),
    ),
  );
  return new Map<string, Verdict>(verdicts.flatMap((ofRule) => [...ofRule]));
}

/**
 * What the readiness of these elements is judged by, at `now`: at most one query for each feature, however many
 * elements there are, all in one round trip.
 */
export async function readinessFacts(tx: TenantTx, codes: readonly string[], now: Date): Promise<Facts> {
  const asked = new Set(codes);
  const kinds = Object.values(publicationKinds).filter((kind) => asked.has(kind.element));
  const [collections, pages, albums, settings, features] = await Promise.all([
    collectionFacts(tx, kinds, dayIn(now), now),
    pageFacts(
      tx,
      [...pageElements].filter((code) => asked.has(code)),
      now,
    ),
    asked.has("V.1.5") ? albumFacts(tx, now) : noAlbums,
    findSettings(tx),
    featureVerdicts(tx, asked, now),
  ]);
  return {
    collections,
    pages,
    albums,
    contacts: settings.contacts,
    declined: declinedElements(settings.modules),
    features,
  };
}
