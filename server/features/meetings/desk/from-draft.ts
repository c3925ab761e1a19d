import type { TenantTx } from "../../../db/tenant-db.ts";
import type { LocalizedText } from "../../../locale.shared.ts";
import { isUuid } from "../../../workspace/uuid-part.ts";
import type { ProposerKind } from "../../acts/acts.shared.ts";
import { findDraftAct } from "./desk.queries.ts";

/** What of an item its draft act can say. */
interface Sayable {
  title: { sq: string; en: string | null };
  proposerKind: ProposerKind | null;
  proposer: LocalizedText | null;
  proposerPersonId: string | null;
  proposerBodyId: string | null;
  draftActId: string | null;
}

interface Draft {
  title: LocalizedText;
  proposer_kind: ProposerKind;
  proposer: LocalizedText | null;
  proposer_person_id: string | null;
  proposer_body_id: string | null;
}

/** What a draft act has for the fields of an item, by their names on its form. */
export const saidByDraft = (draft: Draft): Readonly<Record<string, string>> => ({
  ...{ "title.sq": draft.title.sq, "title.en": draft.title.en ?? "" },
  ...{ proposerKind: draft.proposer_kind },
  ...{ "proposer.sq": draft.proposer?.sq ?? "", "proposer.en": draft.proposer?.en ?? "" },
  ...{ proposerPersonId: draft.proposer_person_id ?? "", proposerBodyId: draft.proposer_body_id ?? "" },
});

/**
 * The item with what was left empty taken from the draft act that was chosen just now: each title for itself, the proposer
 * as one. What was typed stays, and what is emptied later stays empty.
 * @param before the draft act that the item had
 */
export async function filledFromDraft<Item extends Sayable>(
  tx: TenantTx,
  item: Item,
  before: string | null,
): Promise<Item> {
  const { draftActId, title, proposerKind, proposer, proposerPersonId, proposerBodyId } = item;
  if (!draftActId || draftActId === before || !isUuid(draftActId)) return item;
  const draft = await findDraftAct(tx, draftActId);
  if (!draft) return item;
  const isNobody = !(proposerKind || proposer || proposerPersonId || proposerBodyId);
  return {
    ...item,
    title: { sq: title.sq.trim() ? title.sq : draft.title.sq, en: title.en ?? draft.title.en ?? null },
    ...(isNobody && {
      ...{ proposerKind: draft.proposer_kind, proposer: draft.proposer },
      ...{ proposerPersonId: draft.proposer_person_id, proposerBodyId: draft.proposer_body_id },
    }),
  };
}
