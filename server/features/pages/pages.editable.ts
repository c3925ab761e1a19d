import { sql } from "kysely";
import * as v from "valibot";
import type { TenantTx } from "../../db/tenant-db.ts";
import { InvalidInput } from "../../http/problem.ts";
import { editable, type Found, foldedTitle, rowsById } from "../editing/editable.ts";
import { namedBy } from "../editing/titles-in-sql.ts";
import { type ElementCode, elementByCode } from "../elements/catalogue.shared.ts";
import { titleOf } from "../elements/titles.ts";
import { pageElements } from "./page-elements.shared.ts";
import { pageThereAlready } from "./pages.errors.ts";
import { type PageContent, PageInput } from "./pages.schema.ts";
import { pageDocuments, publishPage, savePage, withdrawPage } from "./pages.service.ts";

const PageEdit = v.strictObject({ element: v.string(), ...PageInput.entries });
type PageEdit = v.InferOutput<typeof PageEdit>;

const elements = [...pageElements] as ElementCode[];
/** A page is called like its element, which the database does not know. */
export const pageTitle = namedBy(sql`element`, Object.fromEntries(elements.map((code) => [code, titleOf(code)])));

const elementOf = async (tx: TenantTx, id: string) =>
  (await tx.selectFrom("pages").select("element").where("id", "=", id).executeTakeFirstOrThrow()).element;

async function find(tx: TenantTx, id: string): Promise<Found<PageEdit> | null> {
  const stored = await tx.selectFrom("pages").selectAll().where("id", "=", id).executeTakeFirst();
  if (!stored) return null;
  const { element, content, state, public_from } = stored;
  return {
    input: { element, content: content as PageContent, documents: await pageDocuments(tx, id) },
    standing: { state, public_from },
    title: titleOf(element as ElementCode),
    publicUrl: elementByCode(element as ElementCode).path,
  };
}

export const pageEditable = editable<PageEdit>({
  entity: "page",
  elements,
  schema: PageEdit,
  rows: rowsById("pages", { title: pageTitle, words: foldedTitle(pageTitle) }),
  withdrawnWithReason: true,
  find,
  async create(tx, by, { element, ...input }) {
    const there = await tx.selectFrom("pages").select("id").where("element", "=", element).executeTakeFirst();
    if (there) throw pageThereAlready();
    return (await savePage(tx, by, element, input)).id;
  },
  async change(tx, by, id, { element, ...input }) {
    if (element !== (await elementOf(tx, id))) throw new InvalidInput([{ path: "element", code: "editing.fixed" }]);
    await savePage(tx, by, element, input);
  },
  publish: async (tx, by, id, at) => publishPage(tx, by, await elementOf(tx, id), at),
  withdraw: async (tx, by, id, reason) => withdrawPage(tx, by, await elementOf(tx, id), reason!),
});
