import { sql } from "kysely";
import * as v from "valibot";
import { raiseVersion } from "../../db/content-versions.ts";
import type { TenantTx } from "../../db/tenant-db.ts";
import { isBlankHtml } from "../../html-text.ts";
import { phrases } from "../../http/phrases.ts";
import type { Doing } from "../audit/audit.service.ts";
import { findDeadlines } from "../deadlines/deadlines.queries.ts";
import { dropDeadline } from "../deadlines/deadlines.service.ts";
import { Attachments } from "../documents/attachment.schema.ts";
import { attachmentsOf, releaseTimeOf, setAttachments } from "../documents/attachments.service.ts";
import { editable, type Found, rowsById } from "../editing/editable.ts";
import { composedTitle, inLanguage, namedBy } from "../editing/titles-in-sql.ts";
import { changedOnly } from "../editing/versions.ts";
import { actUrl } from "../elements/item-urls.shared.ts";
import { syncClocks } from "./act-clocks.ts";
import { lockAct, remembered } from "./act-record.ts";
import { ActInput, ActRelations } from "./acts.schema.ts";
import { changeAct, createAct, publishAct, withdrawAct } from "./acts.service.ts";
import { actTypes } from "./acts.shared.ts";
import { gapsPath } from "./gaps-desk.shared.ts";
import { relationsOf, setRelations } from "./relations.service.ts";
import { removeAct } from "./removal.service.ts";
import { reviewPaths } from "./review-desk.shared.ts";
import { reviewOfAct, wordsOfReview } from "./review-of-act.ts";

const ActEdit = v.strictObject({ ...ActInput.entries, documents: Attachments, relations: ActRelations });
type ActEdit = v.InferOutput<typeof ActEdit>;

const typeName = namedBy(
  sql`type`,
  Object.fromEntries(
    actTypes.map((type) => [
      type,
      { sq: phrases("sq", "matters")(`type.${type}`), en: phrases("en", "matters")(`type.${type}`) },
    ]),
  ),
);
const title = composedTitle((language) => [
  inLanguage(typeName, language),
  sql`' '`,
  sql`number`,
  sql`'/'`,
  sql`series`,
  sql`': '`,
  inLanguage(sql`title`, language),
]);

async function find(tx: TenantTx, id: string): Promise<Found<ActEdit> | null> {
  const stored = await tx.selectFrom("acts").selectAll().where("id", "=", id).executeTakeFirst();
  if (!stored) return null;
  const { series: _, ...written } = remembered(stored);
  const { state, public_from } = stored;
  return {
    input: {
      ...written,
      ...{ documents: await attachmentsOf(tx, "act", id), relations: await relationsOf(tx, id) },
    },
    standing: { state, public_from },
    title: stored.title,
    publicUrl: actUrl(stored.slug),
  };
}

async function setDocuments(tx: TenantTx, by: Doing, id: string, documents: ActEdit["documents"]) {
  const act = await lockAct(tx, id);
  const isChanged = await setAttachments(tx, by, "act", id, documents, releaseTimeOf(act));
  if (isChanged && act.state === "published") await raiseVersion(tx, "acts");
}

export const actEditable = editable<ActEdit>({
  entity: "act",
  elements: ["I.3.6"],
  schema: ActEdit,
  rows: rowsById("acts", { title, words: sql`folded_text` }),
  withdrawnWithReason: true,
  failures: {
    ...{ "acts.number_taken": "number", "acts.number_fixed": "number", "acts.gap_too_wide": "number" },
    ...{ "acts.leaves_gap": "gapReason", "acts.no_term": "adoptedOn", "acts.unredacted": "namesPersons" },
    "drafts.wrong_step": "draftActId",
  },
  besides: [
    {
      path: reviewPaths.review,
      label: { sq: phrases("sq", "review")("title"), en: phrases("en", "review")("title") },
    },
  ],
  besideList: [{ path: gapsPath, label: { sq: phrases("sq", "gaps")("title"), en: phrases("en", "gaps")("title") } }],
  keepsWithdrawn: true,
  isWithoutReading: ({ text, documents }) => isBlankHtml(text) && documents.length === 0,
  find,
  async create(tx, by, { documents, relations, ...input }) {
    const { id } = await createAct(tx, by, input);
    await setDocuments(tx, by, id, documents);
    await setRelations(tx, by, id, relations);
    return id;
  },
  async change(tx, by, id, { documents, relations, ...input }) {
    const own = changedOnly((await find(tx, id))!.input, input);
    if (Object.keys(own).length > 0) await changeAct(tx, by, id, own);
    await setDocuments(tx, by, id, documents);
    await setRelations(tx, by, id, relations);
  },
  publish: publishAct,
  withdraw: (tx, by, id, reason) => withdrawAct(tx, by, id, reason!),
  remove: removeAct,
  shownWithIt: reviewOfAct,
  wordsBeside: wordsOfReview,
  async rest(tx, by, id) {
    for (const clock of await findDeadlines(tx, "act", id))
      if (clock.closedAt === null) await dropDeadline(tx, by, clock.id);
  },
  goOn: async (tx, by, id) => syncClocks(tx, by, await lockAct(tx, id)),
});
