import { type RawBuilder, sql } from "kysely";
import { meetingEditable } from "../meetings/meetings.editable.ts";
import { handedOverMinutes } from "../minutes/handing-over.ts";
import { handedOverRecording } from "../recordings/handing-over.ts";
import type { Editable } from "./editable.ts";
import { editables } from "./editables.ts";

interface HandedOverKind extends Pick<Editable, "entity" | "rows"> {
  /** The id in the address of its page, where that is not its own. */
  place?: RawBuilder<unknown>;
}

/** All that is handed over to be published, with where its titles stand. */
export const handedOver: readonly HandedOverKind[] = [...editables, handedOverMinutes, handedOverRecording];

/** What waits no more, however it came about; a meeting in the calendar waits for its notice, and minutes are not their meeting. */
function isDone({ entity, rows }: HandedOverKind, now: Date) {
  if (entity === meetingEditable.entity) return sql`stage <> 'planned'`;
  if (entity === handedOverMinutes.entity || !rows.hasState) return sql`false`;
  return sql`state = 'published' and public_from <= ${now}`;
}

/** `entity`, `id`, `title` and `place` of all that was handed over and is not public, as a query. */
export const titlesOfHandedOver = (now: Date) =>
  sql.join(
    handedOver.map(
      ({ entity, rows, place }) => sql`select ${sql.lit(entity)} as entity, ${rows.id} as id, ${rows.title} as title,
          ${place ?? rows.id} as place
        from ${sql.table(rows.table)}
        where ${rows.id} in (select entity_id from submissions where entity = ${sql.lit(entity)})
          and not (${isDone({ entity, rows }, now)})`,
    ),
    sql` union all `,
  );
