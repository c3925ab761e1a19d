import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { Actor } from "../../http/scope.ts";
import { maySeeDrafts } from "../accounts/policies.ts";
import { documentsWithin } from "../documents/documents-within.ts";
import { meetingEditable } from "../meetings/meetings.editable.ts";
import { waiting } from "../meetings/waiting-papers.ts";
import { handedOverMinutes } from "../minutes/handing-over.ts";
import { handedOverRecording } from "../recordings/handing-over.ts";
import { type Editable, rowsById } from "./editable.ts";
import { editableFor } from "./editable-for.ts";
import { editables } from "./editables.ts";

interface HandedOverKind extends Pick<Editable, "entity" | "rows"> {
  /** The id in the address of its page, where that is not its own. */
  place?: RawBuilder<unknown>;
  /** What waits no more, where its own state does not tell. */
  isDone?: RawBuilder<SqlBool>;
}

const documentRows = rowsById("documents", {
  title: sql`documents.title`,
  words: sql`documents.folded_title`,
  hasState: false,
});

/** All that is handed over to be published, with where its titles stand. */
export const handedOver: readonly HandedOverKind[] = [
  ...editables,
  // Minutes and papers are not their meeting.
  { ...handedOverMinutes, isDone: sql`false` },
  ...Object.values(waiting),
  handedOverRecording,
];

/** What waits no more, however it came about; a meeting waits for its notice, or to be seen after it was held. */
function isOver({ entity, rows, isDone }: HandedOverKind, now: Date) {
  if (isDone) return isDone;
  if (entity === meetingEditable.entity)
    return sql`stage <> 'planned' and (stage in ('cancelled', 'postponed') or (state = 'published' and public_from <= ${now}))`;
  return rows.hasState ? sql`state = 'published' and public_from <= ${now}` : sql`false`;
}

const isEditable = (entity: string) => editables.some((one) => one.entity === entity);
/** The part of a kind that somebody may see; nothing of what they may not. */
const seenBy = (actor: Actor, kind: HandedOverKind): HandedOverKind[] => {
  if (!maySeeDrafts(actor, kind.entity)) return [];
  return [isEditable(kind.entity) ? { ...kind, rows: editableFor(actor, kind.entity, "see").rows } : kind];
};

/** Documents, of which files are proposed. */
const documentsSeenBy = (actor: Actor): Pick<HandedOverKind, "entity" | "rows">[] => {
  if (!maySeeDrafts(actor, "document")) return [];
  const within = documentsWithin(actor, sql`documents.id`, "see");
  return [{ entity: "document", rows: { ...documentRows, ...(within && { within }) } }];
};

const titlesIn = (list: "submissions" | "proposals", { entity, rows, place }: HandedOverKind) =>
  sql`select ${sql.lit(entity)} as entity, ${rows.id} as id, ${rows.title} as title, ${place ?? rows.id} as place
    from ${sql.table(rows.table)}
    where ${rows.id} in (select entity_id from ${sql.table(list)} where entity = ${sql.lit(entity)})
      and ${rows.within ?? sql`true`}`;

/** Where somebody sees no kind at all. */
const nothing = sql`select null::text as entity, null::text as id, null::jsonb as title, null::text as place where false`;

/** `entity`, `id`, `title` and `place` of all of which a change is proposed, as far as somebody may see it, as a query. */
export function titlesOfProposed(actor: Actor) {
  const kinds = [...editables.flatMap((one) => seenBy(actor, one)), ...documentsSeenBy(actor)];
  return kinds.length === 0
    ? nothing
    : sql.join(
        kinds.map(
          ({ entity, rows }) =>
            sql`${titlesIn("proposals", { entity, rows })} and ${rows.hasState ? sql`binned_at is null` : sql`true`}`,
        ),
        sql` union all `,
      );
}

/** `entity`, `id`, `title` and `place` of all that was handed over, is not public and may be seen by somebody, as a query. */
export function titlesOfHandedOver(actor: Actor, now: Date) {
  const kinds = handedOver.flatMap((one) => seenBy(actor, one));
  if (kinds.length === 0) return nothing;
  return sql.join(
    kinds.map((kind) => {
      return sql`${titlesIn("submissions", kind)} and not (${isOver(kind, now)})`;
    }),
    sql` union all `,
  );
}
