import { json } from "../../db/columns.ts";
import { raiseVersion } from "../../db/content-versions.ts";
import type { TenantTx } from "../../db/tenant-db.ts";
import { cleanLocalizedHtml } from "../../html.ts";
import { InvalidInput } from "../../http/problem.ts";
import { parsed } from "../../http/validated.ts";
import type { LocalizedText } from "../../locale.shared.ts";
import { type Doing, recordChange } from "../audit/audit.service.ts";
import { areFree, releaseDocuments } from "../documents/documents.service.ts";
import { publishedAt, recordStanding, takenBack } from "../lifecycle/lifecycle.ts";
import { pageElements } from "./page-elements.shared.ts";
import { notAPage, pageAlreadyPublic, pageNotFound, pageNotPublished } from "./pages.errors.ts";
import { type PageContent, PageInput, PageWithdrawalReason } from "./pages.schema.ts";

/** The HTML parts, cleaned; a part of which nothing remains is left out. */
function cleaned({ who, fees, address, sections, ...rest }: PageContent): PageContent {
  const clean = (part: LocalizedText | undefined) => cleanLocalizedHtml(part) ?? undefined;
  return {
    ...rest,
    who: clean(who),
    fees: clean(fees),
    address: clean(address),
    sections: sections?.flatMap(({ title, text }) => {
      const kept = clean(text);
      return kept ? [{ title, text: kept }] : [];
    }),
  };
}

async function lockPage(tx: TenantTx, element: string) {
  const page = await tx.selectFrom("pages").selectAll().where("element", "=", element).forUpdate().executeTakeFirst();
  if (!page) throw pageNotFound();
  return page;
}

/** Ids of all its documents, public or not, in the order in which they are shown. */
export const pageDocuments = async (tx: TenantTx, id: string) => {
  const rows = await tx
    .selectFrom("page_documents")
    .select("document_id")
    .where("page_id", "=", id)
    .orderBy("position")
    .execute();
  return rows.map((row) => row.document_id);
};

async function setDocuments(tx: TenantTx, id: string, documents: readonly string[]) {
  await tx.deleteFrom("page_documents").where("page_id", "=", id).execute();
  if (documents.length === 0) return;
  if (!(await areFree(tx, documents))) throw new InvalidInput([{ path: "documents", code: "pages.document_unknown" }]);
  await tx
    .insertInto("page_documents")
    .values(documents.map((document_id, position) => ({ page_id: id, position, document_id })))
    .execute();
}

/**
 * Writes the page of an element: a new one is a draft, a public one is changed for its readers at once.
 * @throws `InvalidInput`, `pages.not_a_page`
 */
export async function savePage(tx: TenantTx, by: Doing, element: string, given: PageInput): Promise<{ id: string }> {
  if (!pageElements.has(element)) throw notAPage(element);
  const { content, documents } = parsed(PageInput, given);
  if (new Set(documents).size < documents.length)
    throw new InvalidInput([{ path: "documents", code: "pages.document_twice" }]);
  if (content.form && !documents.includes(content.form))
    throw new InvalidInput([{ path: "content.form", code: "pages.form_missing" }]);

  const text = json(cleaned(content));
  const made = await tx
    .insertInto("pages")
    .values({ element, content: text, public_from: null, created_at: by.now, updated_at: by.now })
    .onConflict((conflict) => conflict.columns(["tenant_id", "element"] as never).doNothing())
    .returning("id")
    .executeTakeFirst();
  const { id, state, public_from, content: before } = await lockPage(tx, element);
  const documentsBefore = await pageDocuments(tx, id);
  if (!made) await tx.updateTable("pages").set({ content: text, updated_at: by.now }).where("id", "=", id).execute();
  await releaseDocuments(
    tx,
    documentsBefore.filter((one) => !documents.includes(one)),
    null,
  );
  await setDocuments(tx, id, documents);
  if (state === "published") {
    await releaseDocuments(tx, documents, public_from);
    await raiseVersion(tx, "pages");
  }
  await recordChange(
    tx,
    by,
    made ? "page.created" : "page.changed",
    "page",
    id,
    made ? null : { content: before, documents: documentsBefore },
    { element, content: cleaned(content), documents },
  );
  return { id };
}

/**
 * Publishes the page of an element now, or later by itself. A schedule that has not come may be moved.
 * @throws `pages.not_found`, `pages.already_public`
 */
export async function publishPage(tx: TenantTx, by: Doing, element: string, at: Date = by.now): Promise<void> {
  const { id, ...before } = await lockPage(tx, element);
  const after = publishedAt(before, by, at, pageAlreadyPublic);
  await tx
    .updateTable("pages")
    .set({ ...after, updated_at: by.now })
    .where("id", "=", id)
    .execute();
  await releaseDocuments(tx, await pageDocuments(tx, id), at);
  await raiseVersion(tx, "pages");
  await recordStanding(tx, by, ["page", id], before, after);
}

/**
 * Takes the page of an element and its files from the public; its address then says what will stand there.
 * @throws `InvalidInput`, `pages.not_found`, `pages.not_published`
 */
export async function withdrawPage(tx: TenantTx, by: Doing, element: string, reason: LocalizedText): Promise<void> {
  const why = parsed(PageWithdrawalReason, reason);
  const { id, ...before } = await lockPage(tx, element);
  const after = takenBack(before, by, pageNotPublished);
  await tx
    .updateTable("pages")
    .set({ ...after, updated_at: by.now })
    .where("id", "=", id)
    .execute();
  await releaseDocuments(tx, await pageDocuments(tx, id), null);
  await raiseVersion(tx, "pages");
  await recordStanding(tx, by, ["page", id], before, after, why);
}
