import { sql } from "kysely";
import { handedOverMinutes } from "../minutes/handing-over.ts";
import { editables } from "./editables.ts";

/** All that is handed over to be published, with where its titles stand; minutes are not public because their meeting is. */
export const handedOver = [
  ...editables.map(({ entity, rows }) => ({ entity, rows, hasState: rows.hasState })),
  { ...handedOverMinutes, hasState: false },
];

/** `entity`, `id` and `title` of all that was handed over and is not public, as a query. */
export const titlesOfHandedOver = (now: Date) =>
  sql.join(
    handedOver.map(
      ({ entity, rows, hasState }) => sql`select ${sql.lit(entity)} as entity, ${rows.id} as id, ${rows.title} as title
        from ${sql.table(rows.table)}
        where ${rows.id} in (select entity_id from submissions where entity = ${sql.lit(entity)})
          ${hasState ? sql`and not (state = 'published' and public_from <= ${now})` : sql``}`,
    ),
    sql` union all `,
  );
