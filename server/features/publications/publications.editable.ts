import { sql } from "kysely";
import * as v from "valibot";
import type { TenantTx } from "../../db/tenant-db.ts";
import { InvalidInput } from "../../http/problem.ts";
import { editable, type Found, rowsById } from "../editing/editable.ts";
import { changedOnly } from "../editing/versions.ts";
import type { ElementCode } from "../elements/catalogue.shared.ts";
import { itemUrl } from "../elements/item-urls.shared.ts";
import { wordsOfPhotos } from "../photos/words-of-photos.ts";
import { publicationKinds } from "./kinds.shared.ts";
import { PublicationInput } from "./publications.schema.ts";
import {
  changePublication,
  createPublication,
  publicationDocuments,
  publishPublication,
  withdrawPublication,
} from "./publications.service.ts";

const PublicationEdit = v.strictObject(v.omit(PublicationInput, ["slug"]).entries);
type PublicationEdit = v.InferOutput<typeof PublicationEdit>;

async function find(tx: TenantTx, id: string): Promise<Found<PublicationEdit> | null> {
  const stored = await tx.selectFrom("publications").selectAll().where("id", "=", id).executeTakeFirst();
  if (!stored) return null;
  const { element, title, summary, body, date, year, tags, fields, state, public_from } = stored;
  const documents = await publicationDocuments(tx, id);
  const period = { periodFrom: stored.period_from, periodTo: stored.period_to };
  return {
    input: { element, title, summary, body, date, year, ...period, tags, fields, documents },
    standing: { state, public_from },
    title,
    publicUrl: itemUrl(element as ElementCode, stored.slug),
  };
}

export const publicationEditable = editable<PublicationEdit>({
  entity: "publication",
  elements: Object.keys(publicationKinds) as ElementCode[],
  schema: PublicationEdit,
  rows: rowsById("publications", { title: sql`title`, words: sql`folded_text` }),
  withdrawnWithReason: true,
  find,
  create: async (tx, by, input) => (await createPublication(tx, by, input)).id,
  async change(tx, by, id, { element, ...input }) {
    const { input: before } = (await find(tx, id))!;
    if (element !== before.element) throw new InvalidInput([{ path: "element", code: "editing.fixed" }]);
    await changePublication(tx, by, id, changedOnly(before, input));
  },
  publish: publishPublication,
  wordsBeside: wordsOfPhotos("publication"),
  withdraw: (tx, by, id, reason) => withdrawPublication(tx, by, id, reason!),
});
