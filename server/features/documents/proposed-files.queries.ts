import { sql } from "kysely";
import type { TenantTx } from "../../db/tenant-db.ts";
import { versionOf } from "../editing/versions.ts";
import { type DeskVersion, listVersions } from "./documents.desk.queries.ts";

/** What a file is proposed to be: a newer version, or the redacted one beside an internal original. */
export const proposedAs = ["version", "redacted"] as const;
export type ProposedAs = (typeof proposedAs)[number];
interface ProposedInput {
  as: ProposedAs;
  fileName: string;
}

const markOf = (versions: readonly Pick<DeskVersion, "version" | "visibility" | "sha256">[]): string =>
  versionOf({ files: versions.map(({ version, visibility, sha256 }) => [version, visibility, sha256]) });

/** How the files of a document stand: a mark of all of them, and the newest. */
export async function standsAs(tx: TenantTx, id: string) {
  const versions = await listVersions(tx, id);
  return { mark: markOf(versions), newest: versions[0] };
}

/** The file that is proposed for a document, with what was found in it; `file` is `null` of one that was given back. */
export async function findProposedFile(tx: TenantTx, id: string) {
  const row = await tx
    .selectFrom("proposals as p")
    .leftJoin("files as f", "f.sha256", "p.sha256")
    .leftJoin("file_checks as c", "c.sha256", "p.sha256")
    .where("p.entity", "=", "document")
    .where("p.entity_id", "=", id)
    .select(["p.input", "p.version", "p.base", "p.proposed_by", "p.proposed_name", "p.proposed_at", "p.note"])
    .select(["p.returned_name", "p.returned_at", "p.return_note"])
    .select(["f.sha256", "f.size", "f.crc32", "f.media_type", "f.extension", "f.virus"])
    .select(["c.virus as scanned", "c.text"])
    .executeTakeFirst();
  if (!row) return null;
  const { input, sha256, size, crc32, media_type, extension, scanned, text, ...proposal } = row;
  const { as, fileName } = input as unknown as ProposedInput;
  const file =
    sha256 === null ? null : { sha256, size: size!, crc32: crc32!, mediaType: media_type!, extension: extension! };
  // Whatever is proposed was looked into when it came.
  return { ...proposal, as, fileName, file, check: { virus: scanned!, text: text! } };
}
export type ProposedFile = NonNullable<Awaited<ReturnType<typeof findProposedFile>>>;

/** Its bytes. @param version of the proposal: another that came since is looked at where it is told */
export const findFileAsProposed = (tx: TenantTx, id: string, version: string) =>
  tx
    .selectFrom("proposals as p")
    .innerJoin("files as f", "f.sha256", "p.sha256")
    .where("p.entity", "=", "document")
    .where("p.entity_id", "=", id)
    .where("p.version", "=", version)
    .select(["f.sha256", "f.media_type", "f.size", "f.virus"])
    .select(sql<string>`p.input ->> 'fileName'`.as("file_name"))
    .executeTakeFirst();
