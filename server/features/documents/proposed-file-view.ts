import type { TenantTx } from "../../db/tenant-db.ts";
import type { Actor } from "../../http/scope.ts";
import type { Locale } from "../../locale.shared.ts";
import { fillPath } from "../../workspace/home.shared.ts";
import { PersonsNamed } from "../editing/persons.service.ts";
import { mayPublishOne } from "../editing/publishes.ts";
import { isOfCouncil } from "../editing/submissions.service.ts";
import type { TextCheck } from "../inspection/inspection.shared.ts";
import type { VirusCheck } from "../inspection/inspection.tables.ts";
import type { DeskVersion } from "./documents.desk.queries.ts";
import { documentsPaths as paths, proposedFileAddress } from "./documents.paths.shared.ts";
import { placesInFile } from "./persons-in-documents.ts";
import { findProposedFile, type ProposedAs, type ProposedFile, standsAs } from "./proposed-files.queries.ts";

/** One of two files side by side. */
export interface ComparedFile {
  fileName: string;
  /** `null` of one that was let go. */
  href: string | null;
  size: number | null;
  at: string;
  virus: VirusCheck | null;
  text: Pick<TextCheck, "state" | "reason" | "pages" | "pagesRead" | "language"> | null;
}

/** A file that is proposed for a document, beside the one that stands there. */
export interface ProposedFileView {
  as: ProposedAs;
  version: string;
  by: string;
  at: string;
  note: string | null;
  isOwn: boolean;
  returned: { by: string; note: string } | null;
  stands: (ComparedFile & { version: number; visibility: DeskVersion["visibility"] }) | null;
  proposed: ComparedFile;
  /** What the proposed file seems to say of persons, in words, each with where. */
  persons: { label: string; what: string }[];
  /** The mark of the files as they are shown. */
  stood: string;
  /** The document got another file since it was proposed. */
  isOvertaken: boolean;
  letIn: string | null;
  giveBack: string | null;
}

interface Asking {
  locale: Locale;
  actor: Actor;
}

function personsIn({ fileName, check, file }: ProposedFile, locale: Locale): ProposedFileView["persons"] {
  if (!file) return [];
  const places = placesInFile(locale, ["files", fileName], { fileName, text: check.text });
  return new PersonsNamed(places).asks(locale).map(({ label, what }) => ({ label, what }));
}

/** @param mayChange whether whoever asks may put a file there */
export async function proposedFileView(
  tx: TenantTx,
  { locale, actor }: Asking,
  id: string,
  versions: readonly DeskVersion[],
  mayChange: boolean,
): Promise<ProposedFileView | null> {
  const found = await findProposedFile(tx, id);
  if (!found) return null;
  const { as, fileName, file, check, version, base, note } = found;
  const isOwn = isOfCouncil(actor) && actor.kind === "account" && actor.id === found.proposed_by;
  const { mark } = await standsAs(tx, id);
  // Readers have the public one; a redacted version comes beside the original.
  const wanted = as === "version" ? "public" : "internal";
  const current = versions.find(({ visibility }) => visibility === wanted) ?? versions[0];
  const mayGiveBack =
    isOwn || (!found.returned_at && isOfCouncil(actor) && (await mayPublishOne(tx, actor, "document", id)));
  const isWaiting = file !== null;
  return {
    ...{ as, version, note, isOwn, by: found.proposed_name, at: found.proposed_at.toISOString() },
    returned: found.returned_at ? { by: found.returned_name!, note: found.return_note! } : null,
    stands: current
      ? {
          ...{ version: current.version, visibility: current.visibility, fileName: current.fileName },
          href: `/api/v1/admin/documents/${id}/${current.version}/${current.visibility}`,
          ...{ size: current.size, at: current.uploadedAt, virus: current.virus, text: current.text },
        }
      : null,
    proposed: {
      fileName,
      href: isWaiting ? proposedFileAddress(id, version) : null,
      ...{ size: file?.size ?? null, at: found.proposed_at.toISOString() },
      ...{ virus: isWaiting ? check.virus : null, text: isWaiting ? check.text : null },
    },
    persons: personsIn(found, locale),
    stood: mark,
    isOvertaken: isWaiting && mark !== base,
    letIn: isWaiting && mayChange ? fillPath(paths.letIn, { id })[locale] : null,
    giveBack: mayGiveBack ? fillPath(paths.giveBack, { id })[locale] : null,
  };
}
