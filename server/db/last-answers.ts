import type { ContentArea } from "../http/scope.ts";
import { contentVersionsIn } from "./content-versions.ts";
import { readerOf, type TenantId, type TenantTx } from "./tenant-db.ts";

/** An answer, and for how long it holds if nothing changes before. */
export interface Answered<T> {
  answer: T;
  /** What rests on the time ends; all else holds until a version is raised. */
  holds?: { since: Date; until: Date | null };
}

/**
 * The last answer of every council to one question that rests on nothing but certain areas and the time. It is asked
 * again only when one of these has changed. The versions are read in the same transaction, so that nothing newer or
 * older is ever taken for it; one that writes may yet be undone, so it neither finds nor leaves anything.
 */
export class LastAnswers<T> {
  readonly #areas: readonly ContentArea[];
  readonly #last = new Map<TenantId, Answered<T> & { versions: string }>();

  constructor(areas: readonly ContentArea[]) {
    this.#areas = areas;
  }

  /** @param now for an answer that rests on the time */
  async of(tx: TenantTx, ask: () => Promise<Answered<T>>, now?: Date): Promise<T> {
    const tenant = readerOf(tx);
    if (!tenant) return (await ask()).answer;
    const all = await contentVersionsIn(tx);
    const versions = this.#areas.map((area) => all.get(area) ?? 0).join(" ");
    const known = this.#last.get(tenant);
    if (known?.versions === versions && isWithin(known.holds, now)) return known.answer;
    const asked = await ask();
    this.#last.set(tenant, { ...asked, versions });
    return asked.answer;
  }
}

/** A clock that is set back finds nothing of a later time. */
const isWithin = (holds: Answered<unknown>["holds"], now?: Date): boolean =>
  !holds || (now !== undefined && holds.since <= now && (!holds.until || now < holds.until));
