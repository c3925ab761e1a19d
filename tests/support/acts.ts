import { json } from "../../server/db/columns.ts";
import type { TenantTx } from "../../server/db/tenant-db.ts";
import type { ActInput } from "../../server/features/acts/acts.schema.ts";
import { createAct, publishAct } from "../../server/features/acts/acts.service.ts";
import { announceAct } from "../../server/features/acts/announcing.service.ts";
import { depositAct, recordReturn } from "../../server/features/acts/prefect.service.ts";
import { relateActs } from "../../server/features/acts/relations.service.ts";
import { attach } from "../../server/features/documents/attachments.service.ts";
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

/**
 * Acts with everything that an act may have, this text in all of it: a paper, a return by the prefect, an explained gap,
 * and one act that changes the other.
 */
export async function enactSeveral(world: TestWorld, council: TestCouncil, text: string, paper: string): Promise<void> {
  const both = { sq: `${text} akt`, en: `${text} act` };
  const html = { sq: `<p>${text}</p>`, en: `<p>${text}</p>` };
  const told = { title: both, summary: both, text: html, legalBasis: html };
  await addCouncilBody(council);
  const first = await enact(world, council, { ...told, adoptedOn: "2026-01-10" });
  const second = await enact(world, council, { ...told, adoptedOn: "2026-02-10", number: 3, gapReason: both });
  const by = doing(world);
  await council.db.write(async (tx) => {
    await attach(tx, by, "act", first.id, [{ documentId: paper, role: "signed" }], by.now);
    await announceAct(tx, by, first.id, { announcedOn: "2026-01-15" });
    await depositAct(tx, by, first.id, { day: "2026-01-20", protocolNumber: text });
    await recordReturn(tx, by, first.id, { day: "2026-01-28", reasons: both });
    await relateActs(tx, by, { actId: second.id, kind: "amends", targetId: first.id, note: both });
    await relateActs(tx, by, { actId: second.id, kind: "implements", targetText: both });
  });
}

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
