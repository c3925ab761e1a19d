import * as v from "valibot";
import { json } from "../../db/columns.ts";
import { raiseVersion } from "../../db/content-versions.ts";
import { followName } from "../../db/free-slug.ts";
import type { TenantTx } from "../../db/tenant-db.ts";
import { cleanLocalizedHtml } from "../../html.ts";
import { type FieldProblem, InvalidInput } from "../../http/problem.ts";
import { fieldProblems, parsed } from "../../http/validated.ts";
import type { LocalizedText } from "../../locale.shared.ts";
import { registerText } from "../../search/register-text.ts";
import type { Rendition } from "../albums/albums.tables.ts";
import { type Doing, recordChange } from "../audit/audit.service.ts";
import { areFree, releaseDocuments } from "../documents/documents.service.ts";
import { comesBack, publishedAt, recordStanding, withdrawnFor } from "../lifecycle/lifecycle.ts";
import { requireOffered } from "../settings/modules.service.ts";
import { fieldsSchema, type PublicationFields } from "./fields.schema.ts";
import { type PublicationKind, publicationKind } from "./kinds.shared.ts";
import {
  alreadyPublic,
  alreadyWithdrawn,
  notACollection,
  notPublished,
  publicationNotFound,
} from "./publications.errors.ts";
import { PublicationChange, PublicationInput, WithdrawalReason } from "./publications.schema.ts";
import { slugOf } from "./slug.ts";

type Checked = v.InferOutput<typeof PublicationInput>;

const isBetween1900And2199 = (day: string) => /^(19|20|21)/.test(day);

/** The dates that the kind asks for are there and make sense, and no others. */
function datingProblems(kind: PublicationKind, given: Checked): FieldProblem[] {
  const asked = { date: ["date"], year: ["year"], period: ["periodFrom", "periodTo"] }[kind.dating];
  const problems: FieldProblem[] = [];
  for (const path of ["date", "year", "periodFrom", "periodTo"] as const) {
    const value = given[path] ?? null;
    if (asked.includes(path) && value === null) problems.push({ path, code: "text.required" });
    else if (!asked.includes(path) && value !== null) problems.push({ path, code: "publications.dated_otherwise" });
    else if (typeof value === "string" && !isBetween1900And2199(value))
      problems.push({ path, code: "date.impossible" });
  }
  if (given.periodFrom && given.periodTo && given.periodFrom > given.periodTo)
    problems.push({ path: "periodTo", code: "publications.period_ends_before_it_begins" });
  return problems;
}

/** Days that follow the publication's own, and cannot be before it: an answer before the question. */
const earlyDays = (kind: PublicationKind, fields: PublicationFields, date: string | null | undefined): FieldProblem[] =>
  kind.fields.flatMap(({ name, notBeforeDate }) =>
    notBeforeDate && date && typeof fields[name] === "string" && fields[name] < date
      ? [{ path: `fields.${name}`, code: "fields.before_the_date" }]
      : [],
  );

/** Typed fields that people look for: a law by its number, a contract by its parties. */
const wordsOf = (kind: PublicationKind, fields: PublicationFields): string[] =>
  kind.fields.flatMap(({ name, kind: fieldKind }) => {
    const value = fields[name];
    if (fieldKind === "text" && typeof value === "string") return [value];
    if (fieldKind !== "localized" || !value) return [];
    const { sq, en } = value as LocalizedText;
    return [sq, en ?? ""];
  });

/** What a publication is made of, checked against its kind and brought into the shape in which it is stored. */
function checked(kind: PublicationKind, given: Checked) {
  const fields = v.safeParse(fieldsSchema(kind), given.fields);
  const problems = datingProblems(kind, given);
  if (!fields.success) problems.push(...fieldProblems(fields.issues, "fields"));
  else problems.push(...earlyDays(kind, fields.output, given.date));
  if (new Set(given.documents).size < given.documents.length)
    problems.push({ path: "documents", code: "publications.document_twice" });
  if (!fields.success || problems.length > 0) throw new InvalidInput(problems);

  const { title, date = null, year = null, periodFrom = null, periodTo = null } = given;
  const summary = given.summary ?? null;
  const texts = [title, summary, ...given.tags, ...wordsOf(kind, fields.output)];
  return {
    title: json(title),
    summary: summary && json(summary),
    body: cleaned(given.body),
    date,
    year,
    period_from: periodFrom,
    period_to: periodTo,
    sort_date: date ?? periodFrom ?? `${year}-01-01`,
    tags: [...new Set(given.tags)],
    fields: json(fields.output),
    folded_text: registerText(...texts),
  };
}

function cleaned(body: LocalizedText | null | undefined): string | null {
  const clean = cleanLocalizedHtml(body);
  return clean && json(clean);
}

/** Inserts under the first free address; two who come at once with one title get two addresses. */
async function insertUnderFreeSlug(
  tx: TenantTx,
  wanted: string,
  values: ReturnType<typeof checked> & { element: string; created_at: Date; updated_at: Date },
): Promise<{ id: string; slug: string }> {
  for (let suffix = 1; ; suffix += 1) {
    const slug = suffix === 1 ? wanted : `${wanted}-${suffix}`;
    const taken = await tx
      .selectFrom("publications")
      .select("id")
      .where("element", "=", values.element)
      .where("slug", "=", slug)
      .executeTakeFirst();
    const made =
      !taken &&
      (await tx
        .insertInto("publications")
        .values({ ...values, slug })
        .onConflict((conflict) => conflict.columns(["tenant_id", "element", "slug"] as never).doNothing())
        .returning(["id", "slug"])
        .executeTakeFirst());
    if (made) return made;
  }
}

async function setDocuments(tx: TenantTx, id: string, documents: readonly string[]) {
  await tx.deleteFrom("publication_documents").where("publication_id", "=", id).execute();
  if (documents.length === 0) return;
  if (!(await areFree(tx, documents)))
    throw new InvalidInput([{ path: "documents", code: "publications.document_unknown" }]);
  await tx
    .insertInto("publication_documents")
    .values(documents.map((document_id, position) => ({ publication_id: id, position, document_id })))
    .execute();
}

/** The publication, held so that two who change it at once come one after the other. */
async function lockPublication(tx: TenantTx, id: string) {
  const publication = await tx
    .selectFrom("publications")
    .selectAll()
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();
  if (!publication) throw publicationNotFound();
  return publication;
}

/** Ids of all its documents, public or not, in the order in which they are shown. */
export const publicationDocuments = async (tx: TenantTx, id: string) =>
  (
    await tx
      .selectFrom("publication_documents")
      .select("document_id")
      .where("publication_id", "=", id)
      .orderBy("position")
      .execute()
  ).map((row) => row.document_id);

type Stored = Awaited<ReturnType<typeof lockPublication>>;

/** A publication as the audit remembers it: what people wrote, not what follows from it. */
const remembered = (stored: Stored, documents: readonly string[]) => ({
  element: stored.element,
  slug: stored.slug,
  title: stored.title,
  summary: stored.summary,
  body: stored.body,
  date: stored.date,
  year: stored.year,
  periodFrom: stored.period_from,
  periodTo: stored.period_to,
  tags: stored.tags,
  fields: stored.fields,
  documents,
});

/**
 * A draft in a collection. Its address is made from the Albanian title and stays as it is, whatever the title becomes.
 * @throws `InvalidInput`, `publications.not_a_collection`
 */
export async function createPublication(
  tx: TenantTx,
  by: Doing,
  given: PublicationInput,
): Promise<{ id: string; slug: string }> {
  const kind = publicationKind(given.element);
  if (!kind) throw notACollection(given.element);
  const input = parsed(PublicationInput, given);
  const made = await insertUnderFreeSlug(tx, input.slug ?? slugOf(input.title.sq), {
    ...checked(kind, input),
    element: kind.element,
    created_at: by.now,
    updated_at: by.now,
  });
  await setDocuments(tx, made.id, input.documents);
  const stored = await lockPublication(tx, made.id);
  await recordChange(tx, by, "publication.created", "publication", made.id, null, remembered(stored, input.documents));
  return made;
}

/**
 * Changes what is given and leaves all else. Readers see it at once where the publication is public.
 * @throws `InvalidInput`, `publications.not_found`
 */
export async function changePublication(tx: TenantTx, by: Doing, id: string, change: PublicationChange): Promise<void> {
  const asked = parsed(PublicationChange, change);
  const stored = await lockPublication(tx, id);
  const kind = publicationKind(stored.element)!;
  const before = remembered(stored, await publicationDocuments(tx, id));
  const { slug: _, ...whole } = before;
  const input = parsed(PublicationInput, { ...whole, ...asked });
  await tx
    .updateTable("publications")
    .set({ ...checked(kind, input), updated_at: by.now })
    .where("id", "=", id)
    .execute();
  await followName(tx, "publications", stored, [slugOf(before.title.sq), slugOf(input.title.sq)]);
  if (asked.documents) {
    await releaseDocuments(
      tx,
      before.documents.filter((one) => !input.documents.includes(one)),
      null,
    );
    await setDocuments(tx, id, input.documents);
    await releaseDocuments(tx, input.documents, stored.state === "published" ? stored.public_from : null);
  }
  if (stored.state === "published") await raiseVersion(tx, "publications");
  const after = remembered(await lockPublication(tx, id), input.documents);
  await recordChange(tx, by, "publication.changed", "publication", id, before, after);
}

/**
 * Publishes at an instant: now, or later by itself. A schedule that has not come may be moved. The files follow.
 * @throws `publications.not_found`, `publications.already_public`
 */
export async function publishPublication(tx: TenantTx, by: Doing, id: string, at: Date = by.now): Promise<void> {
  const before = await lockPublication(tx, id);
  const after = publishedAt(before, by, at, alreadyPublic);
  await requireOffered(tx, before.element);
  await tx
    .updateTable("publications")
    .set({ ...after, ...comesBack(at, by), updated_at: by.now })
    .where("id", "=", id)
    .execute();
  await releaseDocuments(tx, await publicationDocuments(tx, id), at);
  await raiseVersion(tx, "publications");
  await recordStanding(tx, by, ["publication", id], before, after);
}

/**
 * Takes a publication back: its address then says when and why, and its files are gone. One whose time has not come
 * becomes a draft again, since nobody has seen it.
 * @throws `InvalidInput`, `publications.not_found`, `publications.not_published`, `publications.already_withdrawn`
 */
export async function withdrawPublication(tx: TenantTx, by: Doing, id: string, reason: LocalizedText): Promise<void> {
  const why = parsed(WithdrawalReason, reason);
  const before = await lockPublication(tx, id);
  const after = withdrawnFor(before, by, why, { notPublished, withdrawnAlready: alreadyWithdrawn });
  await tx
    .updateTable("publications")
    .set({ ...after, updated_at: by.now })
    .where("id", "=", id)
    .execute();
  await releaseDocuments(tx, await publicationDocuments(tx, id), null);
  await raiseVersion(tx, "publications");
  await recordStanding(tx, by, ["publication", id], before, after, why);
}

/** A photo whose original and renditions are stored already. */
export interface StoredPhoto {
  caption: LocalizedText;
  alternative: LocalizedText;
  /** Pixels. */
  width: number;
  height: number;
  originalSha256: string;
  renditions: Rendition[];
}

/** Says anew what is seen on the photo of a publication, and what stands beneath it. */
export async function describePublicationPhoto(
  tx: TenantTx,
  by: Doing,
  id: string,
  { caption, alternative }: Pick<StoredPhoto, "caption" | "alternative">,
): Promise<void> {
  const { state } = await lockPublication(tx, id);
  const of = tx.selectFrom("publication_photos").where("publication_id", "=", id);
  const before = await of.select(["caption", "alternative"]).executeTakeFirst();
  if (!before) return;
  await tx
    .updateTable("publication_photos")
    .set({ caption: json(caption), alternative: json(alternative) })
    .where("publication_id", "=", id)
    .execute();
  if (state === "published") await raiseVersion(tx, "publications");
  await recordChange(tx, by, "publication.photo_described", "publication", id, before, { caption, alternative });
}

/** Sets, changes or (`null`) takes away the photo of a publication. Its original must be among the council's files. */
export async function setPublicationPhoto(
  tx: TenantTx,
  by: Doing,
  id: string,
  photo: StoredPhoto | null,
): Promise<void> {
  const { state } = await lockPublication(tx, id);
  const [before] = await tx
    .deleteFrom("publication_photos")
    .where("publication_id", "=", id)
    .returning(["caption", "alternative", "original_sha256"])
    .execute();
  if (photo)
    await tx
      .insertInto("publication_photos")
      .values({
        publication_id: id,
        caption: json(photo.caption),
        alternative: json(photo.alternative),
        width: photo.width,
        height: photo.height,
        original_sha256: photo.originalSha256,
        renditions: json(photo.renditions),
      })
      .execute();
  if (state === "published") await raiseVersion(tx, "publications");
  const after = photo && {
    caption: photo.caption,
    alternative: photo.alternative,
    original_sha256: photo.originalSha256,
  };
  await recordChange(tx, by, "publication.photo_set", "publication", id, before ?? null, after);
}
