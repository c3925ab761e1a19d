import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import PDFDocument from "pdfkit";
import type { TenantTx } from "../../server/db/tenant-db.ts";
import type { Doing } from "../../server/features/audit/audit.service.ts";
import { type FileShelf, type NewDocument, storeDocument } from "../../server/features/documents/documents.service.ts";
import type { PublicationInput } from "../../server/features/publications/publications.schema.ts";
import { createPublication, publishPublication } from "../../server/features/publications/publications.service.ts";
import type { Intake } from "../../server/features/uploads/take-in.ts";
import type { VirusScanner } from "../../server/storage/virus-scanner.ts";
import type { TestCouncil, TestWorld } from "./world.ts";

/** The secretary of a test's council, at the world's instant. */
export const doing = (world: TestWorld): Doing => ({
  actor: { kind: "system", name: "test" },
  now: world.clock.now(),
});

/** A small real PDF with this text in it. */
export async function pdfOf(text: string): Promise<Buffer> {
  const document = new PDFDocument({ size: "A6" });
  const parts: Buffer[] = [];
  document.on("data", (part: Buffer) => parts.push(part));
  document.text(text).end();
  await new Promise((resolve) => document.on("end", resolve));
  return Buffer.concat(parts);
}

export const shelfOf = (world: TestWorld, council: TestCouncil): FileShelf => ({
  storage: world.services.storage,
  tenantId: council.id,
  spoolDir: `${world.services.config.dataDir}/spool`,
  maximumBytes: 5_000_000,
});

/** Where papers of the council are taken in. */
export const intakeFor = (world: TestWorld, council: TestCouncil, scanner: VirusScanner | null = null): Intake => ({
  ...shelfOf(world, council),
  ...{ scanner, db: council.db },
});

/** Finds a virus in one file and in no other. */
export const scannerFinding = (infected: Uint8Array): VirusScanner => ({
  scan: async (body) =>
    (await buffer(body)).equals(infected) ? { state: "found", name: "Test.Virus" } : { state: "clean" },
});

/** Stores a PDF as a document of the council; nobody may read it yet. */
export const storePdf = async (
  world: TestWorld,
  council: TestCouncil,
  text: string,
  given: Partial<NewDocument> = {},
) => {
  const bytes = await pdfOf(text);
  const stored = await storeDocument(shelfOf(world, council), council.db, doing(world), Readable.from([bytes]), {
    title: { sq: "Vendimi", en: "Decision" },
    language: "sq",
    fileName: "vendimi.pdf",
    ...given,
  });
  return { ...stored, bytes };
};

/** A news item that is complete in both languages, with whatever is given otherwise. */
export const news = (given: Partial<PublicationInput> = {}): PublicationInput => ({
  element: "V.1.1",
  title: { sq: "Këshilli miratoi buxhetin", en: "The Council adopted the budget" },
  summary: { sq: "Çfarë ndryshon këtë vit.", en: "What changes this year." },
  body: { sq: "<p>Po.</p>", en: "<p>Yes.</p>" },
  date: "2026-03-02",
  fields: { topic: "budget" },
  ...given,
});

/** A law that is complete in both languages. */
export const law = (given: Partial<PublicationInput> = {}): PublicationInput => ({
  element: "I.1.1",
  title: { sq: "Ligji “Për vetëqeverisjen vendore”", en: "Law on local self-government" },
  year: 2015,
  fields: { actKind: "law", number: "139/2015", status: "inForce", officialLink: "https://qbz.gov.al/" },
  ...given,
});

/** Creates and publishes at once, or at `at`. */
export const publish = (world: TestWorld, council: TestCouncil, input: PublicationInput, at?: Date) =>
  council.db.write(async (tx: TenantTx) => {
    const made = await createPublication(tx, doing(world), input);
    await publishPublication(tx, doing(world), made.id, at);
    return made;
  });
