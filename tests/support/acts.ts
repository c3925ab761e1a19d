import { json } from "../../server/db/columns.ts";
import type { TenantTx } from "../../server/db/tenant-db.ts";
import type { ActInput } from "../../server/features/acts/acts.schema.ts";
import { createAct, publishAct } from "../../server/features/acts/acts.service.ts";
import { AppError } from "../../server/http/errors.ts";
import { type FieldProblem, InvalidInput } from "../../server/http/problem.ts";
import { doing } from "./content.ts";
import type { TestCouncil, TestWorld } from "./world.ts";

/** The council as the body that adopts acts. */
export const addCouncilBody = (council: TestCouncil): Promise<{ id: string }> =>
  council.db.write((tx) =>
    tx
      .insertInto("bodies")
      .values({
        slug: "keshilli",
        kind: "council",
        name: json({ sq: "Këshilli Bashkiak", en: "Municipal Council" }),
        contacts: "{}",
        folded_text: "keshilli bashkiak",
        state: "published",
        public_from: new Date("2023-06-01T10:00:00Z"),
      })
      .returning("id")
      .executeTakeFirstOrThrow(),
  );

/** A normative decision that is complete in both languages, with whatever is given otherwise. */
export async function actInput(tx: TenantTx, given: Partial<ActInput> = {}): Promise<ActInput> {
  const body = await tx.selectFrom("bodies").select("id").where("kind", "=", "council").executeTakeFirstOrThrow();
  return {
    type: "decision",
    nature: "normative",
    title: { sq: "Për vendparkimet me pagesë", en: "On paid parking" },
    summary: { sq: "86 vende në qendër.", en: "86 places in the centre." },
    text: { sq: "<p>Tarifa është 60 lekë në orë.</p>", en: "<p>The fee is 60 lekë an hour.</p>" },
    legalBasis: { sq: "<p>Ligji nr. 139/2015, neni 54.</p>", en: "<p>Law No. 139/2015, Article 54.</p>" },
    subject: "transport",
    proposerKind: "mayor",
    bodyId: body.id,
    adoptedOn: "2026-02-27",
    ...given,
  };
}

/** Creates an act and publishes it at once. */
export const enact = (world: TestWorld, council: TestCouncil, given: Partial<ActInput> = {}) =>
  council.db.write(async (tx) => {
    const made = await createAct(tx, doing(world), await actInput(tx, given));
    await publishAct(tx, doing(world), made.id);
    return made;
  });

/** With what a piece of work was refused: its code, and the fields where they were named. */
export async function refusal(work: Promise<unknown>): Promise<{ code: string; fields?: FieldProblem[] } | null> {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (error === null) return null;
  if (!(error instanceof AppError)) throw error;
  return { code: error.code, ...(error instanceof InvalidInput && { fields: error.fields }) };
}
