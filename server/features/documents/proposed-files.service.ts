import { json } from "../../db/columns.ts";
import type { TenantTx } from "../../db/tenant-db.ts";
import { virusFound } from "../../storage/errors.ts";
import { type Doing, recordChange } from "../audit/audit.service.ts";
import { noProposal, proposalChanged, savedDirectly } from "../editing/editing.errors.ts";
import { checkPlaces } from "../editing/persons.service.ts";
import { acceptProposal, findProposal, holdProposal, tried } from "../editing/proposals.service.ts";
import { holdChangeableDocument, mayChangeDocument } from "../editing/public-changes.ts";
import { personOfCouncil } from "../editing/submissions.service.ts";
import { versionOf } from "../editing/versions.ts";
import { type FileCheck, keepCheck } from "../uploads/take-in.ts";
import { checkIsNoFilm, type Looked, placeLookedAt, placePaper } from "../uploads/uploads.service.ts";
import { listVersions } from "./documents.desk.queries.ts";
import { fileChangedMeanwhile, proposedAlready } from "./documents.errors.ts";
import { keepFile, type StoredFile } from "./documents.service.ts";
import { fileNameOf } from "./file-name.ts";
import { placesInFile } from "./persons-in-documents.ts";
import { findProposedFile, type ProposedAs, proposedAs, standsAs } from "./proposed-files.queries.ts";

const kind = { entity: "document" } as const;

/** A stored file with what was found in it. */
export interface Paper {
  fileName: string;
  file: StoredFile;
  check: FileCheck;
}

interface Proposing {
  as: ProposedAs;
  note: string | null;
  looked: Looked;
  /** The version of the proposal on the page; `null` where none was. */
  seen: string | null;
}

/**
 * Proposes a file for a document that the public has, by one who may not put it there. It is nobody's document meanwhile:
 * it lies in the storage as long as the proposal names it. What the ordinary way refuses is refused here.
 * @returns the version of the proposal
 * @throws `documents.proposed_already`, `editing.proposal_changed`, `editing.saved_directly`, `PersonsNamed`,
 *   `editing.operators_stand_aside`, as `placeLookedAt`
 */
export async function proposeFile(
  tx: TenantTx,
  by: Doing,
  documentId: string,
  { as, note, looked, seen }: Proposing,
  { fileName: given, file, check }: Paper,
): Promise<string> {
  const who = personOfCouncil(by.actor);
  // Whoever lets it in sees it called as the public will.
  const fileName = fileNameOf(given, file.extension);
  await tx.selectFrom("documents").select("id").where("id", "=", documentId).forUpdate().execute();
  if (await mayChangeDocument(tx, by.actor, documentId)) throw savedDirectly();
  await checkIsNoFilm(tx, documentId);
  const waiting = await holdProposal(tx, kind, documentId);
  if (waiting && !waiting.returned_at) {
    if (waiting.proposed_by !== who.id) throw proposedAlready();
    if (seen !== waiting.version) throw proposalChanged();
  }
  await tried(tx, () => placePaper(tx, by, { as, documentId }, fileName, { file, check }));
  const places = placesInFile(looked.locale, ["proposed", fileName], { fileName, text: check.text });
  await checkPlaces(tx, by, ["document", documentId], places, looked.persons);
  await keepFile(tx, by, file);
  await keepCheck(tx, by, file.sha256, check);
  const stands = await standsAs(tx, documentId);
  const input = { as, fileName, sha256: file.sha256 };
  const row = {
    ...{ version: versionOf(input), base: stands.mark, input: json(input), earlier: json([]) },
    ...{ sha256: file.sha256, proposed_by: who.id, proposed_name: who.name, proposed_at: by.now, note },
    ...{ returned_name: null, returned_at: null, return_note: null },
  };
  await tx
    .insertInto("proposals")
    .values({ ...row, ...kind, entity_id: documentId })
    .onConflict((conflict) => conflict.columns(["tenant_id", "entity", "entity_id"] as never).doUpdateSet(row))
    .execute();
  const { newest } = stands;
  const before = newest && { fileName: newest.fileName, sha256: newest.sha256, version: newest.version };
  await recordChange(tx, by, "document.proposed", "document", documentId, before ?? null, {
    ...{ purpose: as, fileName, sha256: file.sha256, note },
  });
  return row.version;
}

/** Whether a proposal waits as it was made, or has become a file of the document. */
export async function isThere(
  tx: TenantTx,
  documentId: string,
  { as, version }: { as: ProposedAs; version: string },
): Promise<boolean> {
  const proposal = await findProposal(tx, kind, documentId);
  if (proposal?.version === version) return proposal.returned_at === null;
  const files = await listVersions(tx, documentId);
  return files.some(({ fileName, sha256 }) => versionOf({ as, fileName, sha256 }) === version);
}

/**
 * Puts a proposed file where it was proposed to be, as by the ordinary way, and the proposal waits no more.
 * @param seen the version of the proposal on the page, and the mark of the files that stood there
 * @returns what it has become
 * @throws `editing.no_proposal`, `editing.proposal_changed`, `documents.file_changed_meanwhile`, `files.virus_found`,
 *   `PersonsNamed`, `editing.changed_by_publishers`, as `placeLookedAt`
 */
export async function letFileIn(
  tx: TenantTx,
  by: Doing,
  documentId: string,
  seen: { proposal: string | null; stood: string },
  looked: Looked,
): Promise<ProposedAs> {
  await holdChangeableDocument(tx, by.actor, documentId);
  await holdProposal(tx, kind, documentId);
  const proposed = await findProposedFile(tx, documentId);
  if (!proposed?.file) {
    // Whoever pressed twice has done it once.
    for (const as of proposedAs) if (await isThere(tx, documentId, { as, version: seen.proposal ?? "" })) return as;
    throw noProposal();
  }
  const { as, fileName, version, file, check, virus } = proposed;
  if (seen.proposal !== version) throw proposalChanged();
  if (seen.stood !== (await standsAs(tx, documentId)).mark) throw fileChangedMeanwhile();
  if (virus) throw virusFound(fileName, virus);
  await placeLookedAt(tx, by, { as, documentId }, fileName, { file, check }, looked);
  await acceptProposal(tx, by, kind, documentId, version);
  return as;
}
