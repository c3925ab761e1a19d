import { randomUUID } from "node:crypto";
import * as v from "valibot";
import type { TenantTx } from "../../../db/tenant-db.ts";
import { likeWords } from "../../../http/list-query.ts";
import { phrases } from "../../../http/phrases.ts";
import { InvalidInput } from "../../../http/problem.ts";
import { atFields } from "../../../workspace/at-fields.ts";
import { stoodField } from "../../../workspace/changed-meanwhile.shared.ts";
import { page, type WorkspaceParts, type WorkspaceRoute } from "../../../workspace/feature.ts";
import { onceOf, typed, typedInBoth, typedOrNull } from "../../../workspace/form-fields.schema.ts";
import { form, typedValues } from "../../../workspace/form-route.ts";
import { doing, type Shown, type WorkspaceContext } from "../../../workspace/scope.ts";
import type { TypedValues } from "../../../workspace/typed-values.ts";
import { isUuid, uuidPart } from "../../../workspace/uuid-part.ts";
import { proposerKinds } from "../../acts/acts.shared.ts";
import { madeOnce } from "../../editing/made-once.ts";
import { type Asker, bodiesList, findChoices } from "../../editing/pick-lists.ts";
import { addItem, changeItem, moveItem, removeItem } from "../agenda.service.ts";
import { itemKindChoices } from "../meeting-choices.ts";
import { itemNotFound } from "../meetings.errors.ts";
import { itemKinds } from "../meetings.shared.ts";
import { numberOf } from "../numbers.shared.ts";
import { isByTwo } from "../papers-by-two.ts";
import { changeForm } from "./change-form.ts";
import { findAgenda, findDraftAct, findDraftActs, findFreeDocuments, findPapers } from "./desk.queries.ts";
import { deskPath, editMeetings, headOf, meetingId, readMeeting, standsAt } from "./desk-meeting.ts";
import { deskPaths } from "./desk-paths.shared.ts";
import { filledFromDraft, saidByDraft } from "./from-draft.ts";
import { reasonAfterAll, unlessGone } from "./item-gone.ts";
import { meetingPage } from "./overview.ts";
import { roleChoices } from "./paper-roles.ts";
import { type PapersAsked, papersAsked } from "./papers-persons.ts";
import { papersView } from "./papers-view.ts";
import { askAboutTyped, type TextsOf } from "./texts-persons.ts";

/** The item's id in the address. @throws `meetings.item_not_found` */
export const itemId = (c: WorkspaceContext): string => uuidPart(c, "item", itemNotFound);

const reasonText: TextsOf = (t) => ({ reason: t("reason") });
const reasonAt = { failures: { "meetings.reason_needed": "reason.sq" } };
const onAgenda = (c: WorkspaceContext, id: string, done: string, item?: string) =>
  `${deskPath(c, "meeting", { id })}?done=${done}#${item ? `item-${item}` : "agenda"}`;

const directions = ["up", "down", "in", "out"] as const;
type Direction = (typeof directions)[number];
const steps: Record<Direction, (path: readonly number[]) => number[]> = {
  up: (path) => [...path.slice(0, -1), path.at(-1)! - 1],
  down: (path) => [...path.slice(0, -1), path.at(-1)! + 1],
  // Below the one before it, which is the last there; the service counts without the item itself.
  in: (path) => [...path.slice(0, -1), path.at(-1)! - 1, 0],
  out: (path) => [...path.slice(0, -2), path.at(-2)! + 1],
};

const Move = v.object({
  /** `up:<id>`, or `to:<id>` with the number in `to`. */
  move: v.pipe(typed, v.regex(/^(up|down|in|out|to):[0-9a-f-]{36}$/, "input.wrong")),
  to: v.pipe(typed, v.regex(/^(\d{1,3}(\.\d{1,3}){0,2})?$/, "meetings.item_out_of_order")),
  reason: typedInBoth,
});

const moves = form(deskPaths.agenda, editMeetings, {
  name: "agenda",
  schema: Move,
  async save(c, { move, to, reason }) {
    const id = meetingId(c);
    const [step, moved] = move.split(":") as [Direction | "to", string];
    // Removed meanwhile, it is not on the page that comes back; the reason that was typed is.
    const failures = { ...reasonAt.failures, "meetings.item_not_found": "move" };
    await atFields({ failures, fields: { to: "move" } }, () =>
      c.var.db.write(async (tx) => {
        const items = await findAgenda(tx, id);
        const item = items.find((one) => one.id === moved);
        if (!item) throw itemNotFound();
        const wanted = step === "to" ? to.split(".").map(Number) : steps[step](item.path);
        if (step === "in") {
          const above = wanted.slice(0, -1);
          const below = items.filter(
            ({ path }) => path.length === wanted.length && above.every((part, at) => part === path[at]),
          );
          wanted[wanted.length - 1] = below.length + 1;
        }
        if (wanted.some((part) => part < 1))
          throw new InvalidInput([{ path: "to", code: "meetings.item_out_of_order" }]);
        await moveItem(tx, doing(c), moved, wanted, reason);
        await askAboutTyped(c, tx, id, reasonText);
      }),
    );
    return onAgenda(c, id, "moved", moved);
  },
  async again(c) {
    standsAt(c, "meeting");
    return meetingPage(c);
  },
});

const itemTexts: TextsOf = (t) => ({
  ...{ title: t("item_title"), summary: t("summary"), proposer: t("proposer"), reason: t("reason") },
});

const Item = v.object({
  kind: v.picklist(itemKinds, "text.required"),
  title: v.optional(v.object({ sq: typed, en: typed }), {}),
  summary: typedInBoth,
  proposerKind: v.pipe(typedOrNull, v.nullable(v.picklist(proposerKinds, "input.wrong"))),
  proposer: typedInBoth,
  proposerPersonId: typedOrNull,
  proposerBodyId: typedOrNull,
  protocolNumber: typedOrNull,
  draftActId: typedOrNull,
  reason: typedInBoth,
  /** The opened form for a new item. */
  form: onceOf,
});
const inputOf = ({ reason: _, form: __, title, ...item }: v.InferOutput<typeof Item>) => ({
  ...item,
  title: { sq: title.sq, en: title.en.trim() || null },
});

/** Draft acts that were looked for, with the one that is chosen. */
async function draftsFor(c: WorkspaceContext, words: string, chosenId: string | null) {
  const { db, locale } = c.var;
  const rows = await db.read(async (tx) => {
    const found = await findDraftActs(tx, likeWords(words));
    const isChosen = isUuid(chosenId ?? "") && !found.some(({ id }) => id === chosenId);
    const chosen = isChosen ? await findDraftAct(tx, chosenId!) : undefined;
    return chosen ? [chosen, ...found] : found;
  });
  return rows.map((draft) => {
    const { id, title, protocol_number, registered_on, stage } = draft;
    const hint = [
      registered_on.split("-").toReversed().join("."),
      protocol_number && phrases(locale, "meetings")("protocol", { number: protocol_number }),
      phrases(locale, "drafts")(`stage.${stage}`),
    ];
    return {
      value: id,
      label: title[locale] || title.sq,
      hint: hint.filter(Boolean).join(", "),
      says: saidByDraft(draft),
    };
  });
}
type Drafts = Awaited<ReturnType<typeof draftsFor>>;

/** People whom a list would hold; of a long register whoever is or may be chosen is among them in any case. */
async function proposersOf(tx: TenantTx, asker: Asker, chosenIds: readonly string[]) {
  const people = await findChoices(tx, "people", asker, null, 300);
  const missing = chosenIds.filter((id) => !people.some(({ value }) => value === id));
  if (missing.length === 0) return people;
  const chosen = tx.selectFrom("people").where("id", "in", missing).select(["id as value", "name as label"]);
  return [...(await chosen.execute()), ...people];
}

const choicesFor = async (c: WorkspaceContext, drafts: Drafts, personId: string | null = null) => ({
  ...(await c.var.db.read(async (tx) => ({
    people: await proposersOf(
      tx,
      c.var,
      [personId, ...drafts.map(({ says }) => says.proposerPersonId)].flatMap((one) => one || []),
    ),
    bodies: await bodiesList(tx, c.var.locale),
  }))),
  kinds: itemKindChoices.map(({ value, label }) => ({ value, label: label[c.var.locale] })),
  proposers: proposerKinds.map((value) => ({
    value,
    label: phrases(c.var.locale, "matters")(`proposer.${value}`),
  })),
});

interface Looked {
  words: string;
  chosenId: string | null;
}

async function newItemPage(c: WorkspaceContext, looked: Looked = { words: "", chosenId: null }): Promise<Shown> {
  const id = meetingId(c);
  const meeting = await c.var.db.read((tx) => readMeeting(tx, id));
  const drafts = await draftsFor(c, looked.words, looked.chosenId);
  const data = {
    meeting: headOf(meeting, c.var),
    item: null,
    choices: await choicesFor(c, drafts),
    drafts,
    values: { kind: "draft_act", form: randomUUID() },
    papers: [],
    free: [],
    roles: [],
    asked: null,
    isByTwo: false,
  };
  return { view: "meetings/item-page", data };
}

const shownOf = (stored: Awaited<ReturnType<typeof findAgenda>>[number]) => ({
  ...{ kind: stored.kind, "title.sq": stored.title.sq, "title.en": stored.title.en },
  ...{ "summary.sq": stored.summary?.sq, "summary.en": stored.summary?.en },
  ...{ proposerKind: stored.proposer_kind, "proposer.sq": stored.proposer?.sq, "proposer.en": stored.proposer?.en },
  ...{ proposerPersonId: stored.proposer_person_id, proposerBodyId: stored.proposer_body_id },
  ...{ protocolNumber: stored.protocol_number, draftActId: stored.draft_act_id },
});

export async function itemPage(c: WorkspaceContext, looked?: Looked): Promise<Shown> {
  const { db, locale } = c.var;
  const [id, item] = [meetingId(c), itemId(c)];
  const { meeting, stored, papers, free, byTwo } = await db.read(async (tx) => {
    const meeting = await readMeeting(tx, id);
    const stored = (await findAgenda(tx, id)).find((one) => one.id === item);
    if (!stored) throw itemNotFound();
    const papers = (await findPapers(tx, id)).filter(({ agenda_item_id }) => agenda_item_id === item);
    return { meeting, stored, papers, free: await findFreeDocuments(tx), byTwo: await isByTwo(tx, meeting) };
  });
  const drafts = await draftsFor(c, looked?.words ?? "", looked?.chosenId ?? stored.draft_act_id);
  const data = {
    meeting: headOf(meeting, c.var),
    item: { id: item, number: numberOf(stored.path), title: stored.title },
    choices: await choicesFor(c, drafts, stored.proposer_person_id),
    drafts,
    values: shownOf(stored),
    papers: papersView(papers, meeting, locale),
    free: free.map(({ id, title, file_name }) => ({ value: id, label: title[locale] || title.sq, hint: file_name })),
    roles: roleChoices(locale, "item"),
    asked: papersAsked(c),
    isByTwo: byTwo,
    once: randomUUID(),
  };
  return { view: "meetings/item-page", data };
}
export interface ItemData {
  meeting: ReturnType<typeof headOf>;
  item: { id: string; number: string; title: { sq: string; en?: string | null } } | null;
  choices: Awaited<ReturnType<typeof choicesFor>>;
  drafts: Drafts;
  values: Record<string, string | null | undefined>;
  papers: ReturnType<typeof papersView>;
  free: { value: string; label: string; hint: string }[];
  roles: ReturnType<typeof roleChoices>;
  asked: PapersAsked | null;
  isByTwo: boolean;
  /** By which the form for new files is known. */
  once: string;
}

const sentOf = (values: TypedValues, name: string) => [values[name] ?? ""].flat()[0]!;

/** The item was removed meanwhile: what was typed into its form stands in the one for a new item. */
async function asNewItem(c: WorkspaceContext, { [stoodField]: _, ...values }: TypedValues): Promise<Response> {
  standsAt(c, "newItem");
  const shown = await newItemPage(c, { words: "", chosenId: sentOf(values, "draftActId") || null });
  const title = phrases(c.var.locale, "desk")("item_gone_new");
  return c.var.show({ ...shown, status: 404 }, { name: "item", title, fields: [], values });
}

/** The button that looks for draft acts sends the whole form, and so nothing that was typed is lost. */
function looking(
  route: WorkspaceRoute,
  again: (c: WorkspaceContext, looked: Looked) => Promise<Shown>,
): WorkspaceRoute {
  return {
    ...route,
    async answer(c) {
      const values = await typedValues(c);
      if (values.step !== "look") return route.answer(c);
      const words = sentOf(values, "words").slice(0, 200);
      const shown = await again(c, { words, chosenId: sentOf(values, "draftActId") || null });
      return c.var.show(shown, { name: "item", title: "", fields: [], values });
    },
  };
}

export const agendaRoutes = (parts: WorkspaceParts): WorkspaceRoute[] => [
  moves,
  page(deskPaths.newItem, editMeetings, newItemPage),
  looking(
    changeForm(parts, deskPaths.newItem, {
      name: "item",
      schema: Item,
      places: reasonAt,
      texts: itemTexts,
      async change(c, tx, id, typed) {
        const item = await filledFromDraft(tx, inputOf(typed), null);
        const { made } = await madeOnce(tx, c.var.now, {
          ...{ form: typed.form, input: { id, ...item } },
          make: async () => (await addItem(tx, doing(c), id, item, typed.reason)).id,
          isThere: async (one) => (await findAgenda(tx, id)).some((standing) => standing.id === one),
        });
        return onAgenda(c, id, "item_added", made);
      },
      again: (c) => newItemPage(c),
    }),
    newItemPage,
  ),
  page(deskPaths.item, editMeetings, itemPage),
  unlessGone(
    looking(
      changeForm(parts, deskPaths.item, {
        name: "item",
        schema: Item,
        places: reasonAt,
        texts: itemTexts,
        async standing(c, tx, id) {
          const stored = (await findAgenda(tx, id)).find((one) => one.id === itemId(c));
          if (!stored) throw itemNotFound();
          return shownOf(stored);
        },
        async change(c, tx, id, typed) {
          const item = itemId(c);
          const stored = (await findAgenda(tx, id)).find((one) => one.id === item);
          const change = await filledFromDraft(tx, inputOf(typed), stored?.draft_act_id ?? null);
          await changeItem(tx, doing(c), item, change, typed.reason);
          return onAgenda(c, id, "item_changed", item);
        },
        again: (c) => itemPage(c),
      }),
      itemPage,
    ),
    asNewItem,
  ),
  unlessGone(
    changeForm(parts, deskPaths.itemRemoval, {
      name: "removal",
      schema: v.object({ reason: typedInBoth }),
      places: reasonAt,
      texts: reasonText,
      async change(c, tx, id, { reason }) {
        await removeItem(tx, doing(c), itemId(c), reason);
        return onAgenda(c, id, "item_removed");
      },
      async again(c) {
        standsAt(c, "item");
        return itemPage(c);
      },
    }),
    reasonAfterAll("reason"),
  ),
];
