import { sql } from "kysely";
import * as v from "valibot";
import { raiseVersion } from "../../db/content-versions.ts";
import type { TenantTx } from "../../db/tenant-db.ts";
import { isBlankHtml } from "../../html-text.ts";
import { phrases } from "../../http/phrases.ts";
import { type FieldProblem, InvalidInput } from "../../http/problem.ts";
import { mayConsult, maySeeAllDrafts } from "../accounts/policies.ts";
import type { Doing } from "../audit/audit.service.ts";
import { Attachments } from "../documents/attachment.schema.ts";
import { type Attachment, attachmentsOf, releaseTimeOf, setAttachments } from "../documents/attachments.service.ts";
import { checkNamedDocuments } from "../documents/documents-within.ts";
import { editable, type Found, rowsById } from "../editing/editable.ts";
import { changedOnly } from "../editing/versions.ts";
import { draftActUrl } from "../elements/item-urls.shared.ts";
import { consultationPaths } from "./consultation-desk.shared.ts";
import { consultedDrafts } from "./consulted.ts";
import { notConsulted } from "./draft-acts.errors.ts";
import { DraftActInput } from "./draft-acts.schema.ts";
import {
  changeDraftAct,
  createDraftAct,
  draftActInput,
  publishDraftAct,
  withdrawDraftAct,
} from "./draft-acts.service.ts";
import { type DraftStage, draftStages } from "./draft-acts.shared.ts";
import { lockDraftAct } from "./draft-acts.store.ts";

const DraftActEdit = v.strictObject({ ...v.omit(DraftActInput, ["slug"]).entries, documents: Attachments });
type DraftActEdit = v.InferOutput<typeof DraftActEdit>;

async function find(tx: TenantTx, id: string): Promise<Found<DraftActEdit> | null> {
  const stored = await tx.selectFrom("draft_acts").selectAll().where("id", "=", id).executeTakeFirst();
  if (!stored) return null;
  const { slug, title, state, public_from } = stored;
  return {
    input: { ...draftActInput(stored), documents: await attachmentsOf(tx, "draftAct", id) },
    standing: { state, public_from },
    title,
    publicUrl: draftActUrl(slug),
  };
}

const inBoth = (key: "stage" | `stage.${DraftStage}`) => ({
  sq: phrases("sq", "drafts")(key),
  en: phrases("en", "drafts")(key),
});

/** Who did not choose them before chooses among those that the public knows, as the form offers them. @throws `InvalidInput` */
async function checkNamedProposer(
  tx: TenantTx,
  { actor, now }: Doing,
  input: DraftActEdit,
  before: DraftActEdit | null,
) {
  if (maySeeAllDrafts(actor)) return;
  const problems: FieldProblem[] = [];
  for (const [path, table] of [
    ["proposerPersonId", "people"],
    ["proposerBodyId", "bodies"],
  ] as const) {
    const id = input[path];
    if (!id || id === before?.[path]) continue;
    const known = await tx
      .selectFrom(table)
      .select("id")
      .where("id", "=", id)
      .where("state", "=", "published")
      .where("public_from", "<=", now)
      .executeTakeFirst();
    if (!known) problems.push({ path, code: "drafts.proposer_unknown" });
  }
  if (problems.length > 0) throw new InvalidInput(problems);
}

export const draftActEditable = editable<DraftActEdit>({
  entity: "draft_act",
  elements: ["I.3.7", "I.3.13"],
  schema: DraftActEdit,
  rows: rowsById("draft_acts", { title: sql`title`, words: sql`folded_text` }),
  besides: [
    {
      path: consultationPaths.page,
      label: { sq: phrases("sq", "consultation")("title"), en: phrases("en", "consultation")("title") },
    },
  ],
  way: {
    path: consultationPaths.page,
    label: inBoth("stage"),
    stages: Object.fromEntries(draftStages.map((stage) => [stage, inBoth(`stage.${stage}`)])),
  },
  partFor: (actor) =>
    mayConsult(actor)
      ? {
          ...{ rows: consultedDrafts, left: notConsulted },
          async checkNamed(tx, by, input, before) {
            await checkNamedDocuments(tx, by.actor, input.documents as readonly Attachment[] | undefined);
            await checkNamedProposer(tx, by, input as DraftActEdit, before as DraftActEdit | null);
          },
        }
      : null,
  withdrawnWithReason: true,
  keepsWithdrawn: true,
  isWithoutReading: ({ body, documents }) => isBlankHtml(body) && documents.length === 0,
  find,
  create: async (tx, by, input) => (await createDraftAct(tx, by, input)).id,
  async change(tx, by, id, { documents, ...input }) {
    const own = changedOnly((await find(tx, id))!.input, input);
    if (Object.keys(own).length > 0) await changeDraftAct(tx, by, id, own);
    const draft = await lockDraftAct(tx, id);
    const isChanged = await setAttachments(tx, by, "draftAct", id, documents, releaseTimeOf(draft));
    if (isChanged && draft.state === "published") await raiseVersion(tx, "drafts", "meetings");
  },
  publish: publishDraftAct,
  withdraw: (tx, by, id, reason) => withdrawDraftAct(tx, by, id, reason!),
});
