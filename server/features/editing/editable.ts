import { type RawBuilder, sql } from "kysely";
import type * as v from "valibot";
import type { namingBreaches } from "../../db/breaches.ts";
import type { TenantTx } from "../../db/tenant-db.ts";
import type { AppError } from "../../http/errors.ts";
import type { Actor } from "../../http/scope.ts";
import type { Locale, LocalizedText } from "../../locale.shared.ts";
import type { Doing } from "../audit/audit.service.ts";
import type { ElementCode, InBoth } from "../elements/catalogue.shared.ts";
import type { Standing } from "../lifecycle/lifecycle.ts";
import type { PersonPlace, ToldText } from "./told-text.ts";

/** What something is made of, whole, as its form shows it. */
export type Whole = Record<string, unknown>;

/** Something as it stands, in the shape in which it is created and changed. */
export interface Found<Input extends object = Whole> {
  input: Input;
  /** `null` for what has no state of its own and is public as soon as it is there. */
  standing: Standing | null;
  title: LocalizedText;
  /** Where the public reads it, once it may; `null` where it has no page of its own. */
  publicUrl: InBoth | null;
}

/** Where the rows stand and by what people find them; texts of SQL over the table under its own name. */
export interface EditableRows {
  table: string;
  /** The condition for one row, by the id that addresses carry; `null` for what cannot be an id. */
  only(id: string): RawBuilder<unknown> | null;
  id: RawBuilder<unknown>;
  /** `{ sq, en? }` */
  title: RawBuilder<unknown>;
  /** Folded: without capitals and marks. */
  words: RawBuilder<unknown>;
  /** Rows without a state are public as soon as they are there, and never lie in the bin. */
  hasState: boolean;
  /** Of somebody whose role is about a part of them: which rows that are. */
  within?: RawBuilder<unknown>;
}

/** What a role is about that is not about all of a kind. */
export interface Part {
  /** A condition over the table. */
  rows: RawBuilder<unknown>;
  /** What of each may be changed, by the names of the input; left out, all of it. */
  fields?: readonly string[];
  /**
   * Refuses an input that names something out of the part.
   * @param before how it stands; `null` of what is new
   * @throws `InvalidInput`
   */
  checkNamed?(tx: TenantTx, by: Doing, input: Whole, before: Whole | null): Promise<void>;
  /** What is answered to a change that would take something out of the part. */
  left?(): AppError;
}

/** A kind of thing that the workspace creates and changes, over the services of its feature. */
export interface Editable<Input extends object = Whole> {
  /** As the audit calls it: `act`, `draft_act`, `publication` … */
  entity: string;
  /** The elements that it may fulfil. */
  elements: readonly ElementCode[];
  /** The whole input: what `create` and `change` take and `find` gives. Forms and routes refuse the same. */
  schema: v.GenericSchema<unknown, Input> & { entries: Readonly<Record<string, unknown>> };
  rows: EditableRows;
  /** The part of it that a role of somebody's is about; `null` where none is about a part. Asked by `editableFor`. */
  partFor?(actor: Actor): Part | null;
  /** Of somebody who may change only so much of each: what that is. */
  fields?: readonly string[];
  /** What was withdrawn stays where it is told: it has a number that nothing else may take. */
  keepsWithdrawn?: boolean;
  find(tx: TenantTx, id: string): Promise<Found<Input> | null>;
  create(tx: TenantTx, by: Doing, input: Input): Promise<string>;
  /** Takes the whole input, also what has not changed. */
  change(tx: TenantTx, by: Doing, id: string, input: Input): Promise<void>;
  publish?(tx: TenantTx, by: Doing, id: string, at: Date): Promise<void>;
  /** Whether there is more to approve of what the public sees already, such as the notice of a meeting in the calendar. */
  isToBeApproved?(tx: TenantTx, id: string): Promise<boolean>;
  /** What becomes public with it besides its input, such as the address at which a meeting is streamed. */
  shownWithIt?(tx: TenantTx, id: string): Promise<Whole>;
  /** What of `shownWithIt` is written in words, to be looked through before the public reads it. */
  wordsBeside?(tx: TenantTx, id: string, locale: Locale): Promise<ToldText[]>;
  /** All that it says in words, of a kind whose form is none of the editor's; for the same. */
  words?(tx: TenantTx, id: string, locale: Locale): Promise<ToldText[]>;
  /** What its papers seem to say of persons, where they are not the documents of its input; for the same. */
  personsInPapers?(tx: TenantTx, id: string, locale: Locale): Promise<PersonPlace[]>;
  withdraw?(tx: TenantTx, by: Doing, id: string, reason: LocalizedText | null): Promise<void>;
  /** Whether there is neither text nor file in it, so that whoever publishes it is asked whether that is meant. */
  isWithoutReading?(input: Input): boolean;
  /** Failures that are about one field, by their code, so that the form says them there. */
  failures?: Readonly<Record<string, string>>;
  /** Pages of its own beside the form, with `:id` in them. */
  besides?: readonly { path: InBoth; label: InBoth }[];
  /** Pages of its own beside the list. */
  besideList?: readonly { path: InBoth; label: InBoth }[];
  /** How far each has come on a way of its own, by the column `stage`, and where that way is entered. */
  way?: { path: InBoth; label: InBoth; stages: Readonly<Record<string, InBoth>> };
  /** Whether its readers are told why it was withdrawn, so that a reason is asked for. */
  withdrawnWithReason?: boolean;
  /** Deletes what is not public, with what belongs to it alone; else its row goes, and what hangs on that by its keys. */
  remove?(tx: TenantTx, by: Doing, id: string): Promise<void>;
  /** What another may have taken while it lay in the bin, by the constraint that says so. */
  takenMeanwhile?: Parameters<typeof namingBreaches>[0];
  /** What else rests while it lies in the bin, such as the clocks that run for it, and goes on afterwards. */
  rest?(tx: TenantTx, by: Doing, id: string): Promise<void>;
  goOn?(tx: TenantTx, by: Doing, id: string): Promise<void>;
}

/** Says what a feature's things are edited by; the registry then holds all kinds alike. */
export const editable = <Input extends object>(one: Editable<Input>): Editable => one as unknown as Editable;

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Rows that are known by their id. */
export const rowsById = (
  table: string,
  { title, words, hasState = true }: { title: RawBuilder<unknown>; words: RawBuilder<unknown>; hasState?: boolean },
): EditableRows => ({
  ...{ table, title, words, hasState },
  only: (id) => (uuid.test(id) ? sql`${sql.table(table)}.id = ${id}::uuid` : null),
  id: sql`${sql.table(table)}.id::text`,
});

/** Rows that are known by a number or name of theirs, such as a year. */
export const rowsByName = (
  table: string,
  name: RawBuilder<unknown>,
  rest: Omit<EditableRows, "table" | "only" | "id">,
) => ({
  ...rest,
  table,
  only: (id: string) => sql`${name} = ${id}`,
  id: name,
});

/** Folds what has no folded text of its own, as far as Albanian needs it. */
export const foldedInSql = (text: RawBuilder<unknown>) => sql`translate(lower(${text}), 'ëç', 'ec')`;
/** Both languages of a `{ sq, en? }`, folded. */
export const foldedTitle = (title: RawBuilder<unknown>) =>
  foldedInSql(sql`concat_ws(' ', ${title} ->> 'sq', ${title} ->> 'en')`);

/** Since when it is in the bin; `null` where it is not. */
export async function binnedSince(tx: TenantTx, { rows }: Pick<Editable, "rows">, id: string): Promise<Date | null> {
  const only = rows.hasState && rows.only(id);
  if (!only) return null;
  const found = await sql<{ binnedAt: Date | null }>`
    select binned_at as "binnedAt" from ${sql.table(rows.table)} where ${only}`.execute(tx);
  return found.rows[0]?.binnedAt ?? null;
}

/** The row, held so that two who change it at once come one after the other; whether there is one. */
export async function hold(
  tx: TenantTx,
  { rows }: Pick<Editable, "rows">,
  id: string,
): Promise<{ binnedAt: Date | null } | null> {
  const only = rows.only(id);
  if (!only) return null;
  const binned = rows.hasState ? sql`binned_at` : sql`null::timestamptz`;
  const found = await sql<{ binnedAt: Date | null }>`
    select ${binned} as "binnedAt" from ${sql.table(rows.table)} where ${only} for update`.execute(tx);
  return found.rows[0] ?? null;
}
