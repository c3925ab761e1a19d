import type { TenantTx } from "../../server/db/tenant-db.ts";
import type { DraftActInput } from "../../server/features/draft-acts/draft-acts.schema.ts";
import { createDraftAct, publishDraftAct } from "../../server/features/draft-acts/draft-acts.service.ts";
import { doing } from "./content.ts";
import type { TestCouncil, TestWorld } from "./world.ts";

/** A draft decision that is complete in both languages, with whatever is given otherwise. */
export const draft = (given: Partial<DraftActInput> = {}): DraftActInput => ({
  type: "decision",
  nature: "normative",
  title: { sq: "Për tarifën e pastrimit", en: "On the cleaning fee" },
  summary: { sq: "Tarifa e re për familjet dhe bizneset.", en: "The new fee for families and businesses." },
  body: { sq: "<p>VENDOSI: 1. Tarifa është 2 500 lekë.</p>", en: "<p>DECIDED: 1. The fee is 2,500 lekë.</p>" },
  reasons: { sq: "<p>Kostot janë rritur.</p>", en: "<p>Costs have risen.</p>" },
  expectedEffect: { sq: "<p>Shërbim çdo ditë.</p>", en: "<p>Service every day.</p>" },
  subject: "taxes",
  proposerKind: "mayor",
  proposer: { sq: "Kryetari i Bashkisë", en: "The Mayor" },
  protocolNumber: "1060/1",
  registeredOn: "2026-02-02",
  consultationRequired: true,
  ...given,
});

/** Creates and publishes at once, or at `at`. */
export const publishDraft = (world: TestWorld, council: TestCouncil, given: Partial<DraftActInput> = {}, at?: Date) =>
  council.db.write(async (tx: TenantTx) => {
    const made = await createDraftAct(tx, doing(world), draft(given));
    await publishDraftAct(tx, doing(world), made.id, at);
    return made;
  });
