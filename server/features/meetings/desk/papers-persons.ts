import { createHash } from "node:crypto";
import type { TenantTx } from "../../../db/tenant-db.ts";
import { phrases } from "../../../http/phrases.ts";
import { InvalidInput } from "../../../http/problem.ts";
import type { LocalizedText } from "../../../locale.shared.ts";
import { doing, type WorkspaceContext } from "../../../workspace/scope.ts";
import { isUuid } from "../../../workspace/uuid-part.ts";
import { confirmPersons } from "../../editing/persons.service.ts";
import { findDocumentsWithFindings } from "./desk.queries.ts";

/** More of one file are on the page of the document. */
const mostPlaces = 20;

/** Papers in which something is said about persons, asked about before the public reads them. */
export interface PapersAsked {
  /** What whoever has looked sends back. 43 characters. */
  mark: string;
  /** Files that came with the form and are kept, so that nobody sends them again. */
  held: { id: string; title: LocalizedText }[];
  papers: { id: string; title: LocalizedText; places: string[]; more: number }[];
}

const askedOf = new WeakMap<WorkspaceContext, PapersAsked>();
/** What the page of a refused form asks about; `null` where nothing was found. */
export const papersAsked = (c: WorkspaceContext): PapersAsked | null => askedOf.get(c) ?? null;

/**
 * What was found in papers that the public is about to read, unless somebody has looked at it already, which is recorded.
 * @param confirmed the mark of what was found, as it was shown
 */
export async function askAboutPersons(
  c: WorkspaceContext,
  tx: TenantTx,
  meetingId: string,
  papers: { ids: readonly string[]; held?: readonly string[] },
  confirmed: string,
): Promise<PapersAsked | null> {
  const { locale } = c.var;
  const t = phrases(locale, "documents");
  const documents = await findDocumentsWithFindings(tx, [...papers.ids]);
  const found = documents.filter(({ text }) => text !== null && text.found > 0);
  if (found.length === 0) return null;
  const told = found.map(({ id, text }) => ({ document: id, found: text!.found, places: text!.findings }));
  const mark = createHash("sha256").update(JSON.stringify(told)).digest("base64url");
  const places = found.flatMap(({ id, text }) =>
    text!.findings.map(({ kind, need, page }) => ({ document: id, kind, page, ...(need && { need }) })),
  );
  if (await confirmPersons(tx, doing(c), "meeting", meetingId, { mark, places }, confirmed)) return null;
  const onPage = (page: number | null) => (page === null ? "" : `, ${t("on_page", { page })}`);
  return {
    mark,
    held: documents.filter(({ id }) => papers.held?.includes(id)).map(({ id, title }) => ({ id, title })),
    papers: found.map(({ id, title, text }) => ({
      ...{ id, title, more: Math.max(0, text!.found - mostPlaces) },
      places: text!.findings
        .slice(0, mostPlaces)
        .map(
          ({ kind, hint, need, page }) =>
            t(`found_${kind}`, { hint, need: need ? t(`need_${need}`) : "" }) + onPage(page),
        ),
    })),
  };
}

/** @throws `InvalidInput` after which the page of the form shows what was found */
export function stopForPersons(c: WorkspaceContext, asked: PapersAsked): never {
  askedOf.set(c, asked);
  throw new InvalidInput([{ path: "persons", code: "meetings.papers_name_persons" }]);
}

/** Documents that an earlier attempt left, still carried by nothing. */
export const heldIn = (held: readonly string[], free: readonly { id: string }[]): string[] =>
  held.filter((one) => isUuid(one) && free.some(({ id }) => id === one));
