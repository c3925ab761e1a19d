import type { AttachedDocument } from "../documents/attachments.queries.ts";
import { withoutHistory } from "../documents/documents.queries.ts";
import type { DocumentView } from "../documents/documents.schema.ts";
import { actUrl, bodyUrl } from "../elements/item-urls.shared.ts";
import type { StoredAct } from "./act-record.ts";
import type { ListedAct } from "./acts.queries.ts";
import type { ActReference, ActSummary, Named } from "./acts.schema.ts";

export const referenceView = (
  row: Pick<StoredAct, "type" | "number" | "adopted_on" | "title" | "slug">,
): ActReference => ({
  type: row.type,
  number: row.number,
  adoptedOn: row.adopted_on,
  title: row.title,
  url: actUrl(row.slug),
});

/** The papers that an act is proven by, the best one first. */
const papers = ["redacted", "signed", "text"] as const;

/** Of an act's documents, the one to download where there is room for one. */
export function paperOf(documents: readonly AttachedDocument[]): DocumentView | null {
  const found = papers.map((role) => documents.find((document) => document.role === role)).find(Boolean);
  if (!found) return null;
  const { role: _, addedAt: __, ...document } = found;
  return withoutHistory(document);
}

export const bodyView = (row: Pick<ListedAct, "body_name" | "body_slug" | "body_kind" | "body_is_public">): Named => ({
  name: row.body_name,
  url: row.body_is_public ? bodyUrl(row.body_kind, row.body_slug) : null,
});

export const summaryView = (row: ListedAct, documents: readonly AttachedDocument[]): ActSummary => ({
  id: row.id,
  slug: row.slug,
  ...referenceView(row),
  nature: row.nature,
  series: row.series,
  summary: row.summary,
  subject: row.subject,
  body: bodyView(row),
  proposerKind: row.proposer_kind,
  announcedOn: row.announced_on,
  notifiedOn: row.notified_on,
  inForceOn: row.in_force_on,
  repealedOn: row.repealed_on,
  force: row.force,
  prefectState: row.shown_prefect_state,
  vote:
    row.votes_for === null ? null : { for: row.votes_for, against: row.votes_against!, abstentions: row.abstentions! },
  paper: paperOf(documents),
});
