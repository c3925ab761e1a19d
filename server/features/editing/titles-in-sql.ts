import { type RawBuilder, sql } from "kysely";
import { json } from "../../db/columns.ts";
import type { InBoth } from "../elements/catalogue.shared.ts";

/** A name in both languages for each value of a column, where the name is a phrase that the database does not know. */
export const namedBy = (column: RawBuilder<unknown>, names: Readonly<Record<string, InBoth>>) =>
  sql`case ${column} ${sql.join(
    Object.entries(names).map(([value, name]) => sql`when ${sql.lit(value)} then ${sql.lit(json(name))}::jsonb`),
    sql` `,
  )} end`;

/** `{ sq, en }` put together from parts of both languages; English falls back part by part. */
export const composedTitle = (parts: (language: RawBuilder<unknown>) => RawBuilder<unknown>[]) => {
  const of = (language: "sq" | "en") => sql`concat(${sql.join(parts(sql.lit(language)))})`;
  return sql`jsonb_build_object('sq', ${of("sq")}, 'en', ${of("en")})`;
};

/** A localized text in a language of SQL, in Albanian where that is missing. */
export const inLanguage = (text: RawBuilder<unknown>, language: RawBuilder<unknown>) =>
  sql`coalesce(nullif(${text} ->> ${language}, ''), ${text} ->> 'sq')`;
