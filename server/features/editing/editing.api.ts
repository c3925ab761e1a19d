import { Hono } from "hono";
import * as v from "valibot";
import { aPage, oneOf, readQuery, typedText } from "../../http/list-query.ts";
import { phrases } from "../../http/phrases.ts";
import { isSomebody } from "../../http/scope.ts";
import { parsed, validated } from "../../http/validated.ts";
import { locales } from "../../locale.shared.ts";
import { localizedText } from "../../text.schema.ts";
import { notAllowed, requires } from "../../workspace/guard.ts";
import type { WorkspaceScope } from "../../workspace/scope.ts";
import {
  isInside,
  mayBin,
  mayConsult,
  mayEdit,
  mayEditAll,
  mayPublish,
  maySaveSomething,
  maySeeDrafts,
  type Policy,
} from "../accounts/policies.ts";
import type { Doing } from "../audit/audit.service.ts";
import { dropEdit, findEdits, keepEdit } from "./autosave.service.ts";
import { bin, takeFromBin } from "./bin.service.ts";
import { toKind, toOne } from "./desk/editor.ts";
import { differencesBetween } from "./differences.ts";
import { checkInPart, checkMayBin, checkMayPublish, editableFor, editableForOne } from "./editable-for.ts";
import { noSuchKind, noSuchRevision, notThere } from "./editing.errors.ts";
import { KeepingTab, listStates } from "./editing.schema.ts";
import { createThing, publishThing, restoreRevision, saveEdit, withdrawThing } from "./editing.service.ts";
import { isSearched } from "./form.shared.ts";
import { listBin, listThings } from "./listing.ts";
import { madeOnce } from "./made-once.ts";
import { partOf } from "./parts.ts";
import { checkPersons, checkTexts } from "./persons.service.ts";
import { findChoices } from "./pick-lists.ts";
import { checkMayChange, isWithThePublic } from "./public-changes.ts";
import { publishingTime } from "./publishing-time.ts";
import { checkReading, isWithoutReading } from "./reading-matter.service.ts";
import { findRevision, findRevisions } from "./revisions.service.ts";
import { type Editor, findSubmission, giveBack, submit } from "./submissions.service.ts";
import { untilLooked } from "./until-looked.ts";
import { versionOf } from "./versions.ts";

const version = v.pipe(v.string(), v.length(43, "editing.version_unknown"));
/** Says that what was found about persons was looked at: the mark that came with the refusal. */
const persons = v.optional(v.pipe(v.string(), v.maxLength(43, "text.too_long")));
/** Says that what has neither text nor file is meant so. */
const withoutReading = v.optional(v.boolean(), false);
const Save = v.strictObject({ version, input: v.unknown(), persons, withoutReading });
/** Of a caller that gives its creation no name of its own, each is another. */
const formName = v.optional(v.union([v.literal(""), v.pipe(v.string(), v.uuid())], "input.wrong"), "");
const Create = v.strictObject({ input: v.unknown(), persons, form: formName });
const instant = v.pipe(v.string(), v.isoTimestamp("date.malformed"));
const Publish = v.strictObject({ at: v.optional(instant), persons, withoutReading });
const Restore = v.strictObject({ persons });
const Withdraw = v.strictObject({ reason: v.nullish(localizedText(1_000)), persons });
const word = v.pipe(v.string(), v.trim(), v.maxLength(1_000, "text.too_long"));
const Submit = v.strictObject({ note: v.nullish(word) });
const Return = v.strictObject({ note: v.optional(word, "") });
const Edit = v.strictObject({
  entity: v.string(),
  entityId: v.nullish(v.string()),
  version: v.nullish(version),
  form: v.record(v.string(), v.union([v.string(), v.array(v.string())])),
  tab: v.optional(KeepingTab),
});
const id = v.pipe(v.string(), v.uuid());

type Variables = WorkspaceScope["Variables"];
const byOf = ({ actor, now }: Pick<Variables, "actor" | "now">): Doing => ({ actor, now });
function editorOf({ actor }: Pick<Variables, "actor">): Editor {
  if (!isSomebody(actor)) throw new TypeError("Only people edit.");
  return actor;
}
const edits = requires(toOne(mayEdit));
const publishes = requires(toKind(mayPublish));
const bins = requires(toKind(mayBin));
const sees = requires(toOne(maySeeDrafts));
/** A form of somebody's own, of whatever it is: what it may be of is said with it. */
const keeps = requires(maySaveSomething);
/** What the forms choose from that somebody may fill in. */
const toList: Policy = (actor, { list = "" } = {}) =>
  mayEditAll(actor) || (mayConsult(actor) && (list === "people" || list === "documents"));
const listQuery = { q: typedText, state: oneOf(listStates), bin: oneOf(["yes"] as const), page: aPage };

/** What scripts ask of everything that is edited; each route is guarded like the page that does the same. */
export const editingApi = new Hono<WorkspaceScope>()
  .get("/edits", requires(isInside), async (c) =>
    c.json({ items: await c.var.db.read((tx) => findEdits(tx, editorOf(c.var).id)) }),
  )
  .put("/edits/:id", keeps, validated("param", v.object({ id })), validated("json", Edit), async (c) => {
    const { entity, entityId = null, version: made = null, form, tab } = c.req.valid("json");
    const editable = editableFor(c.var.actor, entity);
    if (!mayEdit(c.var.actor, entity, entityId ?? undefined)) throw notAllowed();
    const edit = { id: c.req.valid("param").id, entity, entityId, version: made, form };
    const kept = await c.var.db.write(async (tx) => {
      if (entityId !== null && (!editable.rows.only(entityId) || !(await editable.find(tx, entityId))))
        throw notThere();
      return keepEdit(tx, editorOf(c.var).id, edit, c.var.now, tab);
    });
    return c.json({ ...kept, at: c.var.now.toISOString() });
  })
  .delete("/edits/:id", keeps, validated("param", v.object({ id })), async (c) => {
    await c.var.db.write((tx) => dropEdit(tx, editorOf(c.var).id, c.req.valid("param").id));
    return c.body(null, 204);
  })
  .get("/choices/:list", requires(toList), async (c) => {
    const list = c.req.param("list");
    if (!isSearched(list)) throw noSuchKind();
    const { q, lang } = readQuery({ q: typedText, lang: oneOf(locales) }, new URL(c.req.url).searchParams);
    return c.json({
      items: await c.var.db.read((tx) =>
        findChoices(tx, list, { actor: c.var.actor, now: c.var.now, locale: lang ?? "sq" }, q),
      ),
    });
  })
  .get("/:entity", sees, async (c) => {
    const editable = editableFor(c.var.actor, c.req.param("entity"), "see");
    const { q, state, bin: isBin, page } = readQuery(listQuery, new URL(c.req.url).searchParams);
    const list = isBin ? listBin : listThings;
    return c.json(await c.var.db.read((tx) => list(tx, editable, { q, state, page: page ?? 1 }, c.var.now)));
  })
  .post("/:entity", edits, validated("json", Create), async (c) => {
    const editable = editableFor(c.var.actor, c.req.param("entity"));
    const { input, persons: looked = null, form } = c.req.valid("json");
    return untilLooked(c, async () => {
      const { made, isNew } = await c.var.db.write(async (tx) => {
        if (!editable.rows.hasState) await checkMayChange(tx, c.var.actor, null, editable.entity);
        const one = await madeOnce(tx, c.var.now, {
          ...{ form, input: { entity: editable.entity, input } },
          make: async () => (await createThing(tx, byOf(c.var), editable, input)).id,
          isThere: async (id) => (await editable.find(tx, id)) !== null,
        });
        if (one.isNew && !editable.rows.hasState)
          await checkPersons(tx, byOf(c.var), editable, one.made, c.var.locale, looked);
        return {
          made: { id: one.made, version: versionOf((await editable.find(tx, one.made))!.input) },
          isNew: one.isNew,
        };
      });
      return c.json(made, isNew ? 201 : 200);
    });
  })
  .get("/:entity/:id", sees, async (c) => {
    const thing = c.req.param("id");
    const answer = await c.var.db.read(async (tx) => {
      const { editable } = await editableForOne(tx, c.var.actor, c.req.param("entity"), thing);
      const found = editable.rows.only(thing) && (await editable.find(tx, thing));
      if (!found) throw notThere();
      return {
        ...found,
        input: partOf(editable, found.input),
        version: versionOf(found.input),
        submission: (await findSubmission(tx, editable, thing)) ?? null,
      };
    });
    return c.json(answer);
  })
  .put("/:entity/:id", edits, validated("json", Save), async (c) => {
    const editable = editableFor(c.var.actor, c.req.param("entity"));
    const { input, version: made, persons: looked = null, withoutReading: isMeant } = c.req.valid("json");
    const thing = c.req.param("id");
    return untilLooked(c, async () => {
      const saved = await c.var.db.write(async (tx) => {
        const hadNoReading = await isWithoutReading(tx, editable, thing);
        const result = await saveEdit(tx, byOf(c.var), editable, thing, input, made);
        const { standing } = (await editable.find(tx, thing))!;
        if (result.kind === "saved" && isWithThePublic(standing)) {
          await checkPersons(tx, byOf(c.var), editable, thing, c.var.locale, looked);
          if (!hadNoReading) await checkReading(tx, byOf(c.var), editable, thing, isMeant);
        }
        return result;
      });
      if (saved.kind === "saved") return c.json(saved);
      const { merged, theirs } = saved;
      return c.json({ ...saved, merged: partOf(editable, merged), theirs: partOf(editable, theirs) }, 409);
    });
  })
  .delete("/:entity/:id", bins, async (c) => {
    const editable = editableFor(c.var.actor, c.req.param("entity"));
    await c.var.db.write(async (tx) => {
      await checkMayBin(tx, c.var.actor, editable, c.req.param("id"));
      await bin(tx, byOf(c.var), editable, c.req.param("id"));
    });
    return c.body(null, 204);
  })
  .post("/:entity/:id/unbin", bins, async (c) => {
    const editable = editableFor(c.var.actor, c.req.param("entity"));
    await c.var.db.write((tx) => takeFromBin(tx, byOf(c.var), editable, c.req.param("id")));
    return c.body(null, 204);
  })
  .post("/:entity/:id/publish", publishes, validated("json", Publish), async (c) => {
    const editable = editableFor(c.var.actor, c.req.param("entity"));
    const { at, persons: looked = null, withoutReading: isMeant } = c.req.valid("json");
    const thing = c.req.param("id");
    const wanted = publishingTime(at ?? "", c.var.now);
    return untilLooked(c, async () => {
      await c.var.db.write(async (tx) => {
        await checkMayPublish(tx, c.var.actor, editable.entity, thing);
        await publishThing(tx, byOf(c.var), editable, thing, wanted);
        await checkPersons(tx, byOf(c.var), editable, thing, c.var.locale, looked, true);
        await checkReading(tx, byOf(c.var), editable, thing, isMeant);
      });
      return c.body(null, 204);
    });
  })
  .post("/:entity/:id/withdraw", publishes, validated("json", Withdraw), async (c) => {
    const editable = editableFor(c.var.actor, c.req.param("entity"));
    const { reason = null, persons: looked = null } = c.req.valid("json");
    const thing = c.req.param("id");
    const label = phrases(c.var.locale, "editing")("withdraw_reason");
    return untilLooked(c, async () => {
      await c.var.db.write(async (tx) => {
        await checkMayPublish(tx, c.var.actor, editable.entity, thing);
        await withdrawThing(tx, byOf(c.var), editable, thing, reason);
        const texts = Object.entries(reason ?? {}).map(([end, text]) => [`reason.${end}`, label, text ?? ""] as const);
        await checkTexts(tx, byOf(c.var), [editable.entity, thing], texts, looked);
      });
      return c.body(null, 204);
    });
  })
  .post("/:entity/:id/submit", edits, validated("json", Submit), async (c) => {
    const editable = editableFor(c.var.actor, c.req.param("entity"));
    const { note = null } = c.req.valid("json");
    await c.var.db.write((tx) => submit(tx, byOf(c.var), editable, c.req.param("id"), note));
    return c.body(null, 204);
  })
  .post("/:entity/:id/return", edits, validated("json", Return), async (c) => {
    const editable = editableFor(c.var.actor, c.req.param("entity"));
    const { note } = c.req.valid("json");
    await c.var.db.write(async (tx) => {
      await checkInPart(tx, c.var.actor, editable.entity, c.req.param("id"));
      await giveBack(tx, byOf(c.var), editable, c.req.param("id"), note);
    });
    return c.body(null, 204);
  })
  .get("/:entity/:id/versions", sees, async (c) => {
    const thing = c.req.param("id");
    const items = await c.var.db.read(async (tx) => {
      const { editable } = await editableForOne(tx, c.var.actor, c.req.param("entity"), thing);
      if (!editable.rows.only(thing) || !(await editable.find(tx, thing))) throw notThere();
      return findRevisions(tx, editable, thing);
    });
    return c.json({ items });
  })
  .get("/:entity/:id/versions/:number", sees, async (c) => {
    const number = Number(c.req.param("number"));
    const answer = await c.var.db.read(async (tx) => {
      const { editable } = await editableForOne(tx, c.var.actor, c.req.param("entity"), c.req.param("id"));
      await checkInPart(tx, c.var.actor, editable.entity, c.req.param("id"), "see");
      const revision = await findRevision(tx, editable, c.req.param("id"), number);
      if (!revision) throw noSuchRevision();
      const before = await findRevision(tx, editable, c.req.param("id"), number - 1);
      const input = partOf(editable, revision.input);
      return {
        ...revision,
        input,
        differences: before ? differencesBetween(partOf(editable, before.input), input) : [],
      };
    });
    return c.json(answer);
  })
  .post("/:entity/:id/versions/:number/restore", edits, async (c) => {
    const editable = editableFor(c.var.actor, c.req.param("entity"));
    const number = Number(c.req.param("number"));
    const thing = c.req.param("id");
    // Whoever only restores sends nothing.
    const { persons: looked = null } = parsed(Restore, await c.req.json().catch(() => ({})));
    return untilLooked(c, async () => {
      const restored = await c.var.db.write(async (tx) => {
        const result = await restoreRevision(tx, byOf(c.var), editable, thing, number);
        const { standing } = (await editable.find(tx, thing))!;
        if (isWithThePublic(standing)) await checkPersons(tx, byOf(c.var), editable, thing, c.var.locale, looked);
        return result;
      });
      return c.json(restored);
    });
  });
