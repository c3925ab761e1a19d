import { addDraftDocuments, createDraftAct, publishDraftAct } from "../../features/draft-acts/draft-acts.service.ts";
import {
  extendConsultation,
  markDecided,
  setStage,
  startConsultation,
  startInitiative,
} from "../../features/draft-acts/stages.service.ts";
import type { DemoDraft } from "../council-content.ts";
import { onDay } from "./doing.ts";
import { type Filling, proposerOf } from "./filling.ts";

async function fillDraft(filling: Filling, draft: DemoDraft) {
  const { tx, ids } = filling;
  const { key, type, nature, subject, title, summary, body, reasons, expectedEffect, howToComment } = draft;
  const by = onDay(draft.registeredOn);
  const { id } = await createDraftAct(tx, by, {
    ...{ type, nature, subject, title, summary, body, reasons, expectedEffect, howToComment },
    ...proposerOf(filling, draft.proposer),
    protocolNumber: draft.protocolNumber,
    registeredOn: draft.registeredOn,
    consultationRequired: draft.isConsultationRequired,
  });
  ids.drafts.set(key, id);
  const papers = filling.papersOf("draft", key);
  if (papers.length > 0) await addDraftDocuments(tx, by, id, await filling.documents(by, papers));
  await publishDraftAct(tx, by, id);
  const { initiativeFrom, consultationFrom, extended } = draft;
  if (initiativeFrom) await startInitiative(tx, onDay(initiativeFrom), id, { from: initiativeFrom });
  if (consultationFrom) await startConsultation(tx, onDay(consultationFrom), id, { from: consultationFrom });
  if (extended) {
    const { workingDays, on, ground } = extended;
    await extendConsultation(tx, onDay(on), id, { workingDays, ground });
  }
  await moveOn(filling, draft, id);
}

/** Where no sitting decides; the others follow theirs. */
async function moveOn({ tx }: Filling, { stage, stageOn, stageNote, initiativeFrom }: DemoDraft, id: string) {
  const by = onDay(stageOn);
  if (stage === "drafting" && !initiativeFrom) return;
  if (stage === "drafting" || stage === "review" || stage === "withdrawn" || stage === "agenda")
    await setStage(tx, by, id, stage, stageNote ?? null);
}

/** Draft acts with their periods, as far as they have come by themselves. */
export async function fillDrafts(filling: Filling): Promise<void> {
  for (const draft of filling.work.drafts) await fillDraft(filling, draft);
}

/** What a sitting decided on a draft. */
export async function decideDraft({ tx, ids, work }: Filling, key: string): Promise<void> {
  const draft = work.drafts.find((one) => one.key === key);
  if (draft?.stage === "adopted" || draft?.stage === "rejected")
    await markDecided(tx, onDay(draft.stageOn, "16:00"), ids.drafts.get(key), draft.stage);
}
