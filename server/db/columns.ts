import type { ColumnType, Generated } from "kysely";

/** A `jsonb` column: read as `T`, written as text made by `json()`. */
export type Json<T> = ColumnType<T, string, string>;
/** A nullable `jsonb` column. */
export type JsonOrNull<T> = ColumnType<T | null, string | null | undefined, string | null>;
/** A `date` column: `YYYY-MM-DD` both ways. */
export type Day = string;
export type PublishState = "draft" | "published" | "withdrawn";
export type { Generated };

export const json = (value: unknown): string => JSON.stringify(value);
