import { sql } from "kysely";
import { type Day, json } from "../../db/columns.ts";
import { raiseVersion } from "../../db/content-versions.ts";
import type { TenantTx } from "../../db/tenant-db.ts";
import { parsed } from "../../http/validated.ts";
import type { LocalizedText } from "../../locale.shared.ts";
import { type Doing, recordChange } from "../audit/audit.service.ts";
import { isSame } from "../editing/versions.ts";
import { findSettings } from "../settings/settings.queries.ts";
import type { StoredAct } from "./act-record.ts";
import { gapTooWide, leavesGap, noSuchGap, noTerm, notAGap } from "./acts.errors.ts";
import { GapExplanation } from "./acts.schema.ts";
import type { ActType } from "./acts.shared.ts";
import { findGaps } from "./numbering.queries.ts";

/** More numbers than a council gives in years: whoever leaves out as many has mistyped one. */
const widestGap = 500;

/** A term without an end yet is named by the four years that it lasts. */
const termYears = 4;

/**
 * In which series an act of this day is numbered, by the council's policy: `2026`, or the term `2023-2027`.
 * @throws `acts.no_term`
 */
export async function seriesOf(tx: TenantTx, day: Day): Promise<string> {
  const { numbering } = await findSettings(tx);
  if (numbering.acts !== "term") return day.slice(0, 4);
  const term = await tx
    .selectFrom("terms")
    .select(["begins_on", "slug"])
    .where("begins_on", "<=", day)
    .where((eb) => eb.or([eb("ends_on", "is", null), eb("ends_on", ">=", day)]))
    .executeTakeFirst();
  if (!term) throw noTerm(day);
  if (/^\d{4}-\d{4}$/.test(term.slug)) return term.slug;
  const begins = Number(term.begins_on.slice(0, 4));
  return `${begins}-${begins + termYears}`;
}

/** The number that follows the last one of a series, which is given to an act or explained. @param but an act that moves */
async function nextNumber(tx: TenantTx, type: ActType, series: string, but: string | null = null): Promise<number> {
  const { rows } = await sql<{ last: number }>`
    select coalesce(greatest(
      (select max(number) from acts where type = ${type} and series = ${series} and id is distinct from ${but}::uuid),
      (select max(number) from act_number_gaps where type = ${type} and series = ${series})), 0) as last`.execute(tx);
  return rows[0]!.last + 1;
}

/** What an act of this kind and day would be numbered. @throws `acts.no_term` */
export async function proposeNumber(
  tx: TenantTx,
  type: ActType,
  day: Day,
): Promise<{ number: number; series: string }> {
  const series = await seriesOf(tx, day);
  return { number: await nextNumber(tx, type, series), series };
}

/** Where an act stands in its series, and which numbers before it are left out why; as the columns are stored. */
export interface Place {
  number: number;
  series: string;
  gap_from: number | null;
  gap_reason: string | null;
}

type Left = Pick<StoredAct, "number" | "gap_from" | "gap_reason">;

/** Why an act that keeps its number leaves others out. @throws `acts.leaves_gap` when that is said no more */
export function gapOf({ number, gap_from }: Left, reason: LocalizedText | null | undefined) {
  if (gap_from === null) return { gap_from, gap_reason: null };
  if (!reason) throw leavesGap(number, gap_from);
  return { gap_from, gap_reason: json(reason) };
}

/**
 * The place of an act in its series. A number that leaves others out says why, which the register tells once the act is
 * public; whether the number is free, the database decides when the act takes it.
 * @param before where a draft that moves stood
 * @throws `acts.no_term`, `acts.leaves_gap`, `acts.gap_too_wide`
 */
export async function placeInSeries(
  tx: TenantTx,
  asked: { type: ActType; adoptedOn: Day; number?: number | null; gapReason?: LocalizedText | null },
  before: (Left & Pick<StoredAct, "id" | "type" | "series">) | null = null,
): Promise<Place> {
  const { type, adoptedOn, gapReason } = asked;
  const series = await seriesOf(tx, adoptedOn);
  const next = await nextNumber(tx, type, series, before?.id);
  const number = asked.number ?? next;
  const isWithin = before?.type === type && before.series === series;
  const kept = isWithin && before.gap_from !== null && before.gap_from < number ? before.gap_from : null;
  const gap_from = number > next ? next : kept;
  if (gap_from !== null && number - gap_from > widestGap) throw gapTooWide(widestGap);
  return { number, series, ...gapOf({ number, gap_from, gap_reason: null }, gapReason) };
}

/** Numbers of a gap that no act has and of which nothing is said. */
async function untold(tx: TenantTx, { type, series, number, gap_from }: StoredAct): Promise<Explained[]> {
  const { rows } = await sql<{ number: number }>`
    select n as number from generate_series(${gap_from}::integer, ${number - 1}::integer) as n
    where not exists (select from acts a where a.type = ${type} and a.series = ${series} and a.number = n)
      and not exists (select from act_number_gaps g where g.type = ${type} and g.series = ${series} and g.number = n)
    order by n`.execute(tx);
  return rows.map((row) => ({ ...row, was: null }));
}

/**
 * What the register tells of its numbers once an act is public: its own is missing no more, and those that it leaves out
 * are explained, unless somebody has explained them or another act has them meanwhile.
 */
export async function tellNumbers(tx: TenantTx, by: Doing, act: StoredAct): Promise<void> {
  const { id, type, series, number, gap_reason: reason } = act;
  const ended = await tx
    .deleteFrom("act_number_gaps")
    .where("type", "=", type)
    .where("series", "=", series)
    .where("number", "=", number)
    .returning("reason")
    .executeTakeFirst();
  const name = `${type} ${series} ${number}`;
  if (ended)
    await recordChange(tx, by, "act_gap.filled", "act-number", name, { to: number, reason: ended.reason }, { act: id });
  if (!reason) return;
  for (const { from, to } of runsOf(await untold(tx, act)))
    await insertGaps(tx, by, { type, series, from, to, reason });
  await tx.updateTable("acts").set({ gap_from: null, gap_reason: null }).where("id", "=", id).execute();
}

interface Gap {
  type: ActType;
  series: string;
  from: number;
  to: number;
  reason: LocalizedText;
}

/** Told the reasons that stood before and would be replaced; throws where they may not be. */
export type Replaces = (earlier: readonly LocalizedText[]) => void;

/** A number whose reason changes, with the one that stood before. */
interface Explained {
  number: number;
  was: LocalizedText | null;
}

/** Numbers in a row of which the same was said before. */
function runsOf(numbers: readonly Explained[]): { from: number; to: number; was: LocalizedText | null }[] {
  const runs: ReturnType<typeof runsOf> = [];
  for (const { number, was } of numbers) {
    const last = runs.at(-1);
    if (last?.to === number - 1 && isSame(last.was, was)) last.to = number;
    else runs.push({ from: number, to: number, was });
  }
  return runs;
}

/** Adds what nobody has said anything of, and holds all else until it is seen what stands there. */
async function holdGaps(tx: TenantTx, { type, series, from, to, reason }: Gap): Promise<Explained[]> {
  const numbers = Array.from({ length: to - from + 1 }, (_, at) => from + at);
  const added = await tx
    .insertInto("act_number_gaps")
    .values(numbers.map((number) => ({ type, series, number, reason: json(reason) })))
    .onConflict((conflict) => conflict.columns(["tenant_id", "type", "series", "number"] as never).doNothing())
    .returning("number")
    .execute();
  const isNew = new Set(added.map(({ number }) => number));
  if (isNew.size === numbers.length) return numbers.map((number) => ({ number, was: null }));
  const standing = await tx
    .selectFrom("act_number_gaps")
    .where("type", "=", type)
    .where("series", "=", series)
    .where("number", ">=", from)
    .where("number", "<=", to)
    .orderBy("number")
    .select(["number", "reason"])
    .forUpdate()
    .execute();
  return standing
    .filter(({ number, reason: was }) => isNew.has(number) || !isSame(was, reason))
    .map(({ number, reason: was }) => ({ number, was: isNew.has(number) ? null : was }));
}

/** @returns whether anything is said now that was not said before */
async function insertGaps(tx: TenantTx, by: Doing, gap: Gap, replaces: Replaces = () => {}): Promise<boolean> {
  const { type, series, from, to, reason } = gap;
  if (to - from >= widestGap) throw gapTooWide(widestGap);
  const explained = await holdGaps(tx, gap);
  const replaced = explained.flatMap(({ number, was }) => (was ? [{ number, was }] : []));
  if (replaced.length > 0) {
    replaces(replaced.map(({ was }) => was));
    const numbers = replaced.map(({ number }) => number);
    await tx
      .updateTable("act_number_gaps")
      .set({ reason: json(reason) })
      .where("type", "=", type)
      .where("series", "=", series)
      .where("number", "in", numbers)
      .execute();
  }
  for (const run of runsOf(explained)) {
    const [before, after] = [run.was && { to: run.to, reason: run.was }, { to: run.to, reason }];
    await recordChange(tx, by, "act_gap.explained", "act-number", `${type} ${series} ${run.from}`, before, after);
  }
  return explained.length > 0;
}

/**
 * Says why numbers of a series belong to no act. An earlier explanation is replaced, and kept in the audit.
 * @throws `InvalidInput`, `acts.not_a_gap` when an act has one of the numbers, `acts.gap_too_wide`, what `replaces` throws
 */
export async function explainGap(tx: TenantTx, by: Doing, given: GapExplanation, replaces?: Replaces): Promise<void> {
  const { type, series, from, to, reason } = parsed(GapExplanation, given);
  const gap = { type, series, from: Math.min(from, to ?? from), to: Math.max(from, to ?? from), reason };
  const taken = await tx
    .selectFrom("acts")
    .select("number")
    .where("type", "=", type)
    .where("series", "=", series)
    .where("number", ">=", gap.from)
    .where("number", "<=", gap.to)
    .orderBy("number")
    .executeTakeFirst();
  if (taken) throw notAGap(taken.number);
  if (await insertGaps(tx, by, gap, replaces)) await raiseVersion(tx, "acts");
}

/**
 * The same for numbers that the register shows as missing today, and for no others: whoever writes from a page that is an
 * hour old learns that a number has its act by now.
 * @throws `InvalidInput`, `acts.not_a_gap`, `acts.no_such_gap`, `acts.gap_too_wide`, what `replaces` throws
 */
export async function explainOpenGap(
  tx: TenantTx,
  by: Doing,
  given: GapExplanation,
  replaces?: Replaces,
): Promise<void> {
  const { type, series, from, to } = parsed(GapExplanation, given);
  const [first, last] = [Math.min(from, to ?? from), Math.max(from, to ?? from)];
  if (last - first >= widestGap) throw gapTooWide(widestGap);
  const missing = (await findGaps(tx, by.now)).filter((gap) => gap.type === type && gap.series === series && !gap.url);
  const isShown = (number: number) => missing.some((gap) => gap.from <= number && number <= gap.to);
  await explainGap(tx, by, given, replaces);
  for (let number = first; number <= last; number++) if (!isShown(number)) throw noSuchGap(number, series);
}
