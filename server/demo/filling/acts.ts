import { addActDocuments } from "../../features/acts/act-documents.service.ts";
import { createAct, publishAct } from "../../features/acts/acts.service.ts";
import { announceAct, notifyAct } from "../../features/acts/announcing.service.ts";
import { explainGap } from "../../features/acts/numbering.service.ts";
import {
  depositAct,
  noteNoAnswer,
  recordCourt,
  recordNoObjection,
  recordReconsideration,
  recordReturn,
  recordRuling,
} from "../../features/acts/prefect.service.ts";
import { relateActs } from "../../features/acts/relations.service.ts";
import type { DemoAct, DemoGap, DemoPrefectStep } from "../council-content.ts";
import { onDay } from "./doing.ts";
import { decideDraft } from "./drafts.ts";
import { type Filling, proposerOf } from "./filling.ts";

/** Numbers that come before an act's: explained, or of an act that is entered and not public. */
async function fillGap(
  { tx, ids }: Filling,
  { type, series, from, to, reason, unpublished }: DemoGap,
  before: DemoAct,
) {
  const by = onDay(before.adoptedOn, "14:00");
  if (reason) await explainGap(tx, by, { type, series, from, to, reason });
  else if (unpublished)
    await createAct(tx, by, { ...unpublished, type, bodyId: ids.bodies.get("council"), adoptedOn: before.adoptedOn });
}

async function fillAct(filling: Filling, act: DemoAct) {
  const { tx, ids } = filling;
  const { key, type, nature, number, title, summary, body, legalBasis, subject, adoptedOn, namesPersons } = act;
  const by = onDay(adoptedOn, "15:00");
  const { id } = await createAct(tx, by, {
    ...{ type, nature, number, title, summary, text: body, legalBasis, subject, adoptedOn, namesPersons },
    ...proposerOf(filling, act.proposer),
    bodyId: ids.bodies.get("council"),
    agendaItemId: ids.items.get(act.item),
    ...(act.draft && { draftActId: ids.drafts.get(act.draft) }),
  });
  ids.acts.set(key, id);
  await addActDocuments(tx, by, id, await filling.documents(by, filling.papersOf("act", key)));
  for (const { kind, act: target, text } of act.relations)
    await relateActs(tx, by, {
      ...{ actId: id, kind },
      ...(target ? { targetId: ids.acts.get(target) } : { targetText: text }),
    });
  await publishAct(tx, by, id);
  const { announcedOn, notifiedOn } = act;
  const announce = async () => announcedOn && announceAct(tx, onDay(announcedOn), id, { announcedOn });
  const notify = async () => notifiedOn && notifyAct(tx, onDay(notifiedOn), id, { notifiedOn });
  const isNotifiedFirst = notifiedOn !== undefined && notifiedOn < (announcedOn ?? notifiedOn);
  for (const step of isNotifiedFirst ? [notify, announce] : [announce, notify]) await step();
}

/** What came of a step on paper. */
async function file(filling: Filling, key: string, { day }: DemoPrefectStep) {
  const { tx, ids } = filling;
  const letters = filling.papersOf("act", key, true).filter(({ on }) => on === day);
  if (letters.length === 0) return;
  const by = onDay(day, "13:00");
  await addActDocuments(tx, by, ids.acts.get(key), await filling.documents(by, letters));
}

async function take({ tx, ids }: Filling, id: string, given: DemoPrefectStep) {
  const { step, day, protocolNumber, reasons, outcome, resultAct } = given;
  const by = onDay(day, "13:00");
  switch (step) {
    case "deposited":
      return depositAct(tx, by, id, { day, protocolNumber: protocolNumber! });
    case "no_objection":
      return recordNoObjection(tx, by, id, { day });
    case "no_answer":
      return noteNoAnswer(tx, by, id, { day });
    case "returned":
      return recordReturn(tx, by, id, { day, reasons: reasons! });
    case "reconsidered":
      return recordReconsideration(tx, by, id, {
        ...{ day, outcome: outcome as "kept" },
        ...(resultAct && { resultActId: ids.acts.get(resultAct) }),
      });
    case "court":
      return recordCourt(tx, by, id, { day, reasons });
    case "ruled":
      return recordRuling(tx, by, id, { day, outcome: outcome as "valid" });
  }
}

/** Acts in the order in which they were adopted, then their reviews: those name acts that came later. */
export async function fillActs(filling: Filling): Promise<void> {
  const { work, ids } = filling;
  const gaps = [...work.gaps];
  for (const act of work.acts) {
    const before = gaps.findIndex(
      ({ type, series, to }) => type === act.type && series === act.series && to < act.number,
    );
    if (before >= 0) await fillGap(filling, gaps.splice(before, 1)[0]!, act);
    await fillAct(filling, act);
  }
  const decided = work.meetings.filter(({ body }) => body === "council").flatMap(({ items }) => items);
  for (const { draft } of decided) if (draft) await decideDraft(filling, draft);
  for (const { key, prefect } of work.acts)
    for (const step of prefect) {
      await take(filling, ids.acts.get(key), step);
      await file(filling, key, step);
    }
}
