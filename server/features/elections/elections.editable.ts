import { sql } from "kysely";
import * as v from "valibot";
import { raiseVersion } from "../../db/content-versions.ts";
import type { TenantTx } from "../../db/tenant-db.ts";
import { phrases } from "../../http/phrases.ts";
import type { Doing } from "../audit/audit.service.ts";
import { Attachments } from "../documents/attachment.schema.ts";
import { attachmentsOf, releaseTimeOf, setAttachments } from "../documents/attachments.service.ts";
import { editable, type Found, foldedTitle, rowsById } from "../editing/editable.ts";
import { composedTitle, inLanguage, namedBy } from "../editing/titles-in-sql.ts";
import { isSame } from "../editing/versions.ts";
import { electionUrl } from "../elements/item-urls.shared.ts";
import { ElectionInput } from "./elections.schema.ts";
import {
  changeElection,
  createElection,
  electionInput,
  publishElection,
  removeElection,
  withdrawElection,
} from "./elections.service.ts";
import { electionKinds } from "./elections.shared.ts";

const ElectionEdit = v.strictObject({ ...ElectionInput.entries, documents: Attachments });
type ElectionEdit = v.InferOutput<typeof ElectionEdit>;

const inBoth = (kind: (typeof electionKinds)[number]) => ({
  sq: phrases("sq", "elections")(`kind.${kind}`),
  en: phrases("en", "elections")(`kind.${kind}`),
});
const kindName = namedBy(sql`kind`, Object.fromEntries(electionKinds.map((kind) => [kind, inBoth(kind)])));
export const electionTitle = composedTitle((language) => [
  inLanguage(kindName, language),
  sql`' '`,
  sql`to_char(held_on, 'DD.MM.YYYY')`,
]);

async function find(tx: TenantTx, id: string): Promise<Found<ElectionEdit> | null> {
  const stored = await tx.selectFrom("elections").selectAll().where("id", "=", id).executeTakeFirst();
  if (!stored) return null;
  const { kind, slug, state, public_from } = stored;
  return {
    input: { ...(await electionInput(tx, stored)), documents: await attachmentsOf(tx, "election", id) },
    standing: { state, public_from },
    title: inBoth(kind),
    publicUrl: electionUrl(slug),
  };
}

async function setDocuments(tx: TenantTx, by: Doing, id: string, documents: ElectionEdit["documents"]) {
  const election = await tx
    .selectFrom("elections")
    .select(["state", "public_from"])
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
  const isChanged = await setAttachments(tx, by, "election", id, documents, releaseTimeOf(election));
  if (isChanged && election.state === "published") await raiseVersion(tx, "elections");
}

export const electionEditable = editable<ElectionEdit>({
  entity: "election",
  elements: ["I.2.4"],
  schema: ElectionEdit,
  rows: rowsById("elections", { title: electionTitle, words: foldedTitle(electionTitle) }),
  find,
  async create(tx, by, { documents, ...input }) {
    const { id } = await createElection(tx, by, input);
    await setDocuments(tx, by, id, documents);
    return id;
  },
  async change(tx, by, id, { documents, ...input }) {
    const { documents: _, ...before } = (await find(tx, id))!.input;
    if (!isSame(before, input)) await changeElection(tx, by, id, input);
    await setDocuments(tx, by, id, documents);
  },
  publish: publishElection,
  withdraw: withdrawElection,
  remove: removeElection,
});
