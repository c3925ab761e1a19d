import { reviewPaths } from "../../../server/features/acts/review-desk.shared.ts";
import { binPath, type EditedEntity, editingPaths } from "../../../server/features/editing/editing.paths.shared.ts";
import { fillPath } from "../../../server/workspace/home.shared.ts";
import { type Desk, idIn } from "./desk.ts";

const paragraph = "Këshilli miratoi buxhetin dhe caktoi afatet e zbatimit të tij. ";
/** As long as a page of a printed text. */
const text = `<p>${paragraph.repeat(45)}</p>`;

/** The first thing of each kind that stands in the council. */
export type Standing = Readonly<Partial<Record<EditedEntity, string>>>;

/** Which field of each kind somebody corrects. */
const corrected: Partial<Record<EditedEntity, string>> = {
  act: "summary.sq",
  draft_act: "summary.sq",
  person: "occupation.sq",
  body: "duties.sq",
  election: "source.sq",
  plan: "note.sq",
  pay_month: "note.sq",
  pay_rate: "note.sq",
};

/** A text from its empty form to the public, corrected, brought back, withdrawn, thrown away and fetched again. */
export async function newsFromDraftToBin(desk: Desk, turn: number): Promise<void> {
  const title = `Lajmi ${turn}`;
  const made = await desk.send(
    "a news item is saved",
    `${editingPaths("publication").fresh.sq}?element=V.1.1`,
    "thing",
    {
      ...{ "title.sq": title, "title.en": title, date: "2026-11-25", "fields.topic": "budget", "body.sq": text },
    },
  );
  const one = fillPath(editingPaths("publication").one, { id: idIn(made) }).sq;
  const versions = `${fillPath(editingPaths("publication").versions, { id: idIn(made) }).sq}?n=1`;
  await desk.send("a news item is published", one, "/botimi");
  await desk.send("what is public is corrected", one, "thing", { "title.sq": `${title}, i saktë` });
  await desk.send("a version is brought back", versions, "restore");
  await desk.send("a news item is withdrawn", one, "/terheqja", { "reason.sq": "Gabim.", "reason.en": "A mistake." });
  await desk.send("a news item goes into the bin", one, "/koshi");
  await desk.send("a news item comes out of the bin", binPath.sq, `${idIn(made)}/kthimi-nga-koshi`);
}

/** A decision from its empty form to the prefect's desk. */
export async function decisionToThePrefect(desk: Desk, body: string, turn: number): Promise<void> {
  const made = await desk.send("an act is saved", editingPaths("act").fresh.sq, "thing", {
    ...{ type: "decision", nature: "normative", bodyId: body, subject: "services", adoptedOn: "2026-11-24" },
    ...{ "title.sq": `Për tarifat e shërbimeve, ${turn}`, "title.en": `On the fees of services, ${turn}` },
    ...{ "text.sq": "VENDOSI: tarifat miratohen.", "legalBasis.sq": "Ligji nr. 139/2015, neni 54" },
  });
  const id = idIn(made);
  await desk.send("an act is published", fillPath(editingPaths("act").one, { id }).sq, "/botimi");
  const review = fillPath(reviewPaths.review, { id }).sq;
  await desk.send("an act is announced", review, "announced", { day: "2026-11-25" });
}

/** What stands is corrected, kind by kind, and typing is kept before it is saved. */
export async function correctEachKind(desk: Desk, standing: Standing, turn: number): Promise<void> {
  for (const [entity, field] of Object.entries(corrected) as [EditedEntity, string][]) {
    const id = standing[entity];
    if (!id) continue;
    const path = fillPath(editingPaths(entity).one, { id }).sq;
    const { entries } = await desk.form(path, "thing");
    const typed: Record<string, string> = { ...Object.fromEntries(entries), [field]: `Shënim ${turn}.` };
    const { version, edit } = typed;
    const tab = crypto.randomUUID();
    const kept = await desk.call(`typing is kept: ${entity}`, "PUT", `/api/v1/admin/editing/edits/${edit}`, {
      ...{ entity, entityId: id, version, form: typed, tab: { id: tab, seen: null } },
    });
    const { at } = kept as { at: string };
    await desk.send(`what stands is corrected: ${entity}`, path, "thing", { ...typed, tab, kept: at });
  }
}
