import { namingBreaches } from "../../db/breaches.ts";
import { raiseVersion } from "../../db/content-versions.ts";
import type { TenantTx } from "../../db/tenant-db.ts";
import { parsed } from "../../http/validated.ts";
import { type Doing, recordChange } from "../audit/audit.service.ts";
import { inOrder } from "../people/days-in-order.ts";
import { termExists, termNotFound, termsOverlap } from "./bodies.errors.ts";
import { TermEdit, TermInput } from "./bodies.schema.ts";

const breaches = { terms_tenant_id_slug_key: termExists, terms_one_at_a_time: termsOverlap };

const slugOfYears = (beginsOn: string, endsOn: string | null) =>
  [beginsOn, endsOn].flatMap((day) => (day ? [day.slice(0, 4)] : [])).join("-");

/**
 * A term of the council. Terms follow each other and never overlap.
 * @throws {InvalidInput} `bodies.term_exists`, `bodies.terms_overlap`
 */
export async function createTerm(tx: TenantTx, by: Doing, given: TermInput): Promise<{ id: string; slug: string }> {
  const { slug, beginsOn, endsOn = null, seats } = parsed(TermInput, given);
  inOrder(beginsOn, endsOn);
  const values = { slug: slug ?? slugOfYears(beginsOn, endsOn), begins_on: beginsOn, ends_on: endsOn, seats };
  const made = await namingBreaches(breaches, () =>
    tx
      .insertInto("terms")
      .values({ ...values, updated_at: by.now })
      .returning(["id", "slug"])
      .executeTakeFirstOrThrow(),
  );
  await raiseVersion(tx, "people");
  await recordChange(tx, by, "term.created", "term", made.id, null, { slug: made.slug, beginsOn, endsOn, seats });
  return made;
}

/**
 * Corrects a term, all of it. Its address stays.
 * @throws {InvalidInput} `bodies.term_not_found`, `bodies.terms_overlap`
 */
export async function changeTerm(tx: TenantTx, by: Doing, id: string, given: TermEdit): Promise<void> {
  const { beginsOn, endsOn = null, seats } = parsed(TermEdit, given);
  inOrder(beginsOn, endsOn);
  const term = await tx.selectFrom("terms").selectAll().where("id", "=", id).forUpdate().executeTakeFirst();
  if (!term) throw termNotFound();
  const values = { begins_on: beginsOn, ends_on: endsOn, seats, updated_at: by.now };
  await namingBreaches(breaches, () => tx.updateTable("terms").set(values).where("id", "=", id).execute());
  await raiseVersion(tx, "people");
  const before = { beginsOn: term.begins_on, endsOn: term.ends_on, seats: term.seats };
  await recordChange(tx, by, "term.changed", "term", id, before, { beginsOn, endsOn, seats });
}

/**
 * Sets the last day of a term, or (`null`) leaves it open.
 * @throws {InvalidInput} `bodies.term_not_found`, `bodies.terms_overlap`
 */
export async function endTerm(tx: TenantTx, by: Doing, id: string, endsOn: string | null): Promise<void> {
  const term = await tx.selectFrom("terms").selectAll().where("id", "=", id).forUpdate().executeTakeFirst();
  if (!term) throw termNotFound();
  inOrder(term.begins_on, endsOn);
  await namingBreaches(breaches, () =>
    tx.updateTable("terms").set({ ends_on: endsOn, updated_at: by.now }).where("id", "=", id).execute(),
  );
  await raiseVersion(tx, "people");
  await recordChange(tx, by, "term.ended", "term", id, { endsOn: term.ends_on }, { endsOn });
}
