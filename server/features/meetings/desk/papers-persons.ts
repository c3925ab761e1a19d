import { createHash } from "node:crypto";
import type { TenantTx } from "../../../db/tenant-db.ts";
import { InvalidInput } from "../../../http/problem.ts";
import type { LocalizedText } from "../../../locale.shared.ts";
import { doing, type WorkspaceContext } from "../../../workspace/scope.ts";
import { isUuid } from "../../../workspace/uuid-part.ts";
import { lookIntoDocuments } from "../../documents/persons-in-documents.ts";
import { confirmPersons, isUnseen, whatIsSaid } from "../../editing/persons.service.ts";

/** More of one file are on the page of the document. */
const mostPlaces = 20;

/** Papers in which something is said about persons, asked about before the public reads them. */
export interface PapersAsked {
  /** What whoever has looked sends back. 43 characters. */
  mark: string;
  /** Nothing was found, but nobody could look. */
  isUnseen: boolean;
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
  const documents = await lookIntoDocuments(tx, papers.ids, locale);
  const found = documents.filter(({ places }) => places.length > 0);
  if (found.length === 0) return null;
  const told = found.map(({ id, places }) => [
    id,
    places.map(({ field, kind, need, hint }) => [field, kind, need, hint]),
  ]);
  const mark = createHash("sha256").update(JSON.stringify(told)).digest("base64url");
  const places = found.flatMap((one) =>
    one.places.map(({ field, kind, need }) => ({ document: one.id, field, kind, ...(need && { need }) })),
  );
  if (await confirmPersons(tx, doing(c), "meeting", meetingId, { mark, places }, confirmed)) return null;
  return {
    mark,
    isUnseen: found.every((one) => isUnseen(one.places)),
    held: documents.filter(({ id }) => papers.held?.includes(id)).map(({ id, title }) => ({ id, title })),
    papers: found.map((one) => ({
      ...{ id: one.id, title: one.title, more: Math.max(0, one.places.length - mostPlaces) },
      places: one.places.slice(0, mostPlaces).map((place) => `${place.label}: ${whatIsSaid(locale, place)}`),
    })),
  };
}

/** @throws `InvalidInput` after which the page of the form shows what was found */
export function stopForPersons(c: WorkspaceContext, asked: PapersAsked): never {
  askedOf.set(c, asked);
  throw new InvalidInput([
    { path: "persons", code: asked.isUnseen ? "editing.papers_unseen" : "meetings.papers_name_persons" },
  ]);
}

/** Documents that an earlier attempt left, still carried by nothing. */
export const heldIn = (held: readonly string[], free: readonly { id: string }[]): string[] =>
  held.filter((one) => isUuid(one) && free.some(({ id }) => id === one));
