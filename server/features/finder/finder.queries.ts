import { type RawBuilder, sql } from "kysely";
import type { PublishState } from "../../db/columns.ts";
import type { TenantTx } from "../../db/tenant-db.ts";
import { likeWords } from "../../http/list-query.ts";
import type { LocalizedText } from "../../locale.shared.ts";
import { type Editable, foldedTitle } from "../editing/editable.ts";
import { editables } from "../editing/editables.ts";
import { type EditedEntity, editedEntities } from "../editing/editing.paths.shared.ts";

/** Kinds of things that are found, in the order in which they are shown. */
export const foundKinds = ["meeting", "item", ...editedEntities, "document"] as const;
export type FoundKind = (typeof foundKinds)[number];

export interface Found {
  kind: FoundKind;
  id: string;
  /** Of an agenda item, its meeting. */
  within: string | null;
  title: LocalizedText;
  beside: LocalizedText | null;
  state: PublishState | null;
  publicFrom: Date | null;
  /** How many of the kind have the words. */
  total: number;
}

/** One kind's part of the question. */
interface Part {
  from: RawBuilder<unknown>;
  id: RawBuilder<unknown>;
  within?: RawBuilder<unknown>;
  title: RawBuilder<unknown>;
  beside?: RawBuilder<unknown>;
  /** Whether a word, as `likeWords` makes it, is in the folded text. */
  says(word: string): RawBuilder<unknown>;
  state?: RawBuilder<unknown>;
  publicFrom?: RawBuilder<unknown>;
  only?: RawBuilder<unknown>;
  /** What comes first among those whose title has the words. */
  latest: RawBuilder<unknown>;
}

const written = (day: RawBuilder<unknown>) => sql`to_char(${day}, 'DD MM YYYY')`;

/** By the same words as the kind's own list. */
const partOf = ({ rows, entity }: Editable): Part => ({
  ...{ from: sql.table(rows.table), id: rows.id, title: rows.title, latest: sql`updated_at` },
  says: (word) =>
    entity === "meeting"
      ? sql`(${rows.words} like ${word} or ${written(sql`day`)} like ${word})`
      : sql`${rows.words} like ${word}`,
  ...(rows.hasState && { state: sql`state`, publicFrom: sql`public_from`, only: sql`binned_at is null` }),
});

const parts: Readonly<Record<FoundKind, Part>> = {
  ...(Object.fromEntries(
    editables
      .filter(({ entity }) => entity === "meeting" || editedEntities.includes(entity as EditedEntity))
      .map((one) => [one.entity, partOf(one)]),
  ) as Record<"meeting" | EditedEntity, Part>),
  item: {
    from: sql`agenda_items i join meetings m on m.id = i.meeting_id join bodies b on b.id = m.body_id`,
    ...{ id: sql`i.id::text`, within: sql`m.id::text`, title: sql`i.title` },
    beside: sql`jsonb_build_object('sq', to_char(m.day, 'DD.MM.YYYY') || ', ' || (b.name ->> 'sq'),
      'en', to_char(m.day, 'DD.MM.YYYY') || ', ' || coalesce(b.name ->> 'en', b.name ->> 'sq'))`,
    says: (word) => sql`(i.folded_title like ${word} or ${written(sql`m.day`)} like ${word})`,
    ...{
      state: sql`m.state`,
      publicFrom: sql`m.public_from`,
      only: sql`m.binned_at is null`,
      latest: sql`m.starts_at`,
    },
  },
  document: {
    from: sql`documents d join lateral (select n.file_name from document_versions n where n.document_id = d.id
      order by n.version desc, n.visibility desc limit 1) v on true`,
    ...{ id: sql`d.id::text`, title: sql`d.title`, beside: sql`jsonb_build_object('sq', v.file_name)` },
    says: (word) => sql`(d.folded_title like ${word}
      or d.id in (select n.document_id from document_versions n where n.folded_name like ${word}))`,
    latest: sql`d.created_at`,
  },
};

/** The part of a kind that is looked through, where that is not all. */
type Within = (kind: FoundKind) => RawBuilder<unknown> | null;

/**
 * Things that have all the words, of each kind the first few: those whose title has them, then what changed last. One
 * question to the database, over the rows of one council; what lies in the bin is left out.
 */
export function findQuery(
  kinds: readonly FoundKind[],
  words: string,
  most: number,
  narrowed: Within = () => null,
): RawBuilder<Found> {
  const asked = likeWords(words);
  const all = kinds.map((kind) => {
    const { from, id, within, title, beside, says, state, publicFrom, only, latest } = parts[kind];
    const part = narrowed(kind);
    const conditions = [...asked.map(says), ...(only ? [only] : []), ...(part ? [part] : [])];
    const inTitle = asked.map((word) => sql`${foldedTitle(title)} like ${word}`);
    return sql`(select ${sql.lit(kind)} as kind, ${id} as id, ${within ?? sql`null`} as within, ${title} as title,
      ${beside ?? sql`null::jsonb`} as beside, ${state ?? sql`null`} as state,
      ${publicFrom ?? sql`null::timestamptz`} as "publicFrom", count(*) over ()::integer as total
      from ${from} where ${sql.join(conditions, sql` and `)}
      order by (${sql.join(inTitle, sql` and `)}) desc, ${latest} desc, 2 limit ${most})`;
  });
  return sql<Found>`${sql.join(all, sql` union all `)}`;
}

export async function find(
  tx: TenantTx,
  kinds: readonly FoundKind[],
  words: string,
  most: number,
  within?: Within,
): Promise<Found[]> {
  if (kinds.length === 0 || likeWords(words).length === 0) return [];
  return (await findQuery(kinds, words, most, within).execute(tx)).rows;
}
