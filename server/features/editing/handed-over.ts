import { type RawBuilder, type SqlBool, sql } from "kysely";
import { meetingEditable } from "../meetings/meetings.editable.ts";
import { waiting } from "../meetings/waiting-papers.ts";
import { handedOverMinutes } from "../minutes/handing-over.ts";
import { handedOverRecording } from "../recordings/handing-over.ts";
import type { Editable } from "./editable.ts";
import { editables } from "./editables.ts";

interface HandedOverKind extends Pick<Editable, "entity" | "rows"> {
  /** The id in the address of its page, where that is not its own. */
  place?: RawBuilder<unknown>;
  /** What waits no more, where its own state does not tell. */
  isDone?: RawBuilder<SqlBool>;
}

/** All that is handed over to be published, with where its titles stand. */
export const handedOver: readonly HandedOverKind[] = [
  ...editables,
  // Minutes and papers are not their meeting.
  { ...handedOverMinutes, isDone: sql`false` },
  ...Object.values(waiting),
  handedOverRecording,
];

/** What waits no more, however it came about; a meeting in the calendar waits for its notice. */
function isOver({ entity, rows, isDone }: HandedOverKind, now: Date) {
  if (isDone) return isDone;
  if (entity === meetingEditable.entity) return sql`stage <> 'planned'`;
  return rows.hasState ? sql`state = 'published' and public_from <= ${now}` : sql`false`;
}

/** `entity`, `id`, `title` and `place` of all that was handed over and is not public, as a query. */
export const titlesOfHandedOver = (now: Date) =>
  sql.join(
    handedOver.map((kind) => {
      const { entity, rows, place } = kind;
      return sql`select ${sql.lit(entity)} as entity, ${rows.id} as id, ${rows.title} as title,
          ${place ?? rows.id} as place
        from ${sql.table(rows.table)}
        where ${rows.id} in (select entity_id from submissions where entity = ${sql.lit(entity)})
          and not (${isOver(kind, now)})`;
    }),
    sql` union all `,
  );
