import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { signedIn, type Visitor } from "../../../tests/support/accounts.ts";
import { actInput, addCouncilBody } from "../../../tests/support/acts.ts";
import { doing, storePdf } from "../../../tests/support/content.ts";
import { draft } from "../../../tests/support/drafts.ts";
import { fieldsOn } from "../../../tests/support/fields-on.ts";
import { createWorld, type TestCouncil, type TestWorld } from "../../../tests/support/world.ts";
import { editableOf } from "./editables.ts";
import { createThing } from "./editing.service.ts";

let world: TestWorld;
let lisi: TestCouncil;
let secretary: Visitor;
let stranger: Visitor;
beforeAll(async () => {
  world = await createWorld();
  ({ lisi } = world);
  await addCouncilBody(lisi);
  secretary = await signedIn(world, lisi, ["secretary"]);
  stranger = await signedIn(world, world.krasta, ["secretary"]);
});
afterAll(() => world.end());

const act = (given: object = {}) =>
  lisi.db.write(async (tx) =>
    createThing(tx, doing(world), editableOf("act"), { ...(await actInput(tx, { text: null })), ...given }),
  );
const draftAct = (given: object = {}) =>
  lisi.db.write((tx) => createThing(tx, doing(world), editableOf("draft_act"), { ...draft({ body: null }), ...given }));
const publish = (entity: string, id: string, typed: Record<string, string> = {}, visitor = secretary) =>
  visitor.post(`/admin/redaktimi/${entity}/${id}/botimi`, { at: "", ...typed });
const isPublic = async (entity: string, id: string) =>
  (await lisi.db.read((tx) => editableOf(entity).find(tx, id)))!.standing!.state === "published";
const audited = (entity: string, id: string) =>
  lisi.db.read((tx) =>
    tx
      .selectFrom("audit_log")
      .where("subject_id", "=", id)
      .where("action", "=", `${entity}.without_reading_confirmed`)
      .select("actor")
      .execute(),
  );

describe.each([
  ["act", act],
  ["draft_act", draftAct],
] as const)("Something of kind %s with neither text nor file", (entity, make) => {
  it("is published only after somebody has said that it is meant so, which is recorded", async () => {
    const { id } = await make();
    const refused = await publish(entity, id);
    const html = await refused.text();
    expect(refused.status).toBe(409);
    expect(html).toContain("Nuk ka as tekst, as skedar");
    expect(html).toMatch(/<input[^>]*form="thing"[^>]*name="withoutReading"/);
    expect(await isPublic(entity, id)).toBe(false);
    expect(await audited(entity, id)).toEqual([]);
    const inEnglish = await secretary.post(`/en/admin/editing/${entity}/${id}/publish`, { at: "" });
    expect(await inEnglish.text()).toContain("There is neither a text nor a file");
    expect((await publish(entity, id, { withoutReading: "yes" }, stranger)).status).toBe(404);

    expect((await publish(entity, id, { withoutReading: "yes" })).headers.get("location")).toMatch(/done=published$/);
    expect(await isPublic(entity, id)).toBe(true);
    expect(await audited(entity, id)).toHaveLength(1);
    expect((await audited(entity, id))[0]!.actor).toMatchObject({ name: "Arta secretary" });
  });

  it("is not asked about once it has a file", async () => {
    const { id: documentId } = await storePdf(world, lisi, "Vendimi i plotë");
    const { id } = await make({ documents: [{ documentId, role: "other" }] });
    expect((await publish(entity, id)).status).toBe(303);
    expect(await audited(entity, id)).toEqual([]);
  });

  it("is refused to scripts by name, until they say it too", async () => {
    const { id } = await make();
    const send = (body: object) =>
      world.ask(lisi.host, `/api/v1/admin/editing/${entity}/${id}/publish`, {
        method: "POST",
        headers: { cookie: secretary.cookie!, "sec-fetch-site": "same-origin", "content-type": "application/json" },
        body: JSON.stringify(body),
      });
    const refused = await send({});
    expect([refused.status, (await refused.json()).code]).toEqual([409, "editing.nothing_to_read"]);
    expect((await send({ withoutReading: "yes" })).status).toBe(422);
    expect((await send({ withoutReading: true })).status).toBe(204);
  });
});

describe("An act", () => {
  it("that is public is asked about when its only text is taken out, and not for what it never had", async () => {
    const { id } = await act({ text: { sq: "<p>Tarifa është 60 lekë.</p>" } });
    expect((await publish("act", id)).status).toBe(303);
    const at = `/admin/aktet/${id}`;
    const form = fieldsOn(await (await secretary.get(at)).text());
    const refused = await secretary.post(at, { ...form, "text.sq": "" });
    const html = await refused.text();
    expect([refused.status, fieldsOn(html)["text.sq"]]).toEqual([409, ""]);
    expect(html).toContain("Nuk ka as tekst, as skedar");
    expect((await secretary.post(at, { ...fieldsOn(html), withoutReading: "yes" })).status).toBe(303);
    const later = fieldsOn(await (await secretary.get(at)).text());
    const saved = await secretary.post(at, { ...later, "summary.sq": "Përmbledhje e re." });
    expect(saved.headers.get("location")).toMatch(/done=saved$/);
  });

  it("that also names persons asks one after the other, and forgets no answer", async () => {
    const { id } = await act({ summary: { sq: "Ankuesi me numër J01231118R." } });
    const first = await (await publish("act", id)).text();
    expect(first).toContain("Teksti duket se flet për persona");
    const persons = /name="persons" value="([\w-]{43})"/.exec(first)![1]!;
    const second = await (await publish("act", id, { persons })).text();
    expect(second).toContain("Nuk ka as tekst, as skedar");
    const carried = /type="hidden" form="thing" name="persons" value="([\w-]{43})"/.exec(second)![1]!;
    expect((await publish("act", id, { persons: carried, withoutReading: "yes" })).status).toBe(303);
    const carriedToo = await act({ summary: { sq: "Ankuesi me numër J01231118R." } });
    expect(await (await publish("act", carriedToo.id, { withoutReading: "yes" })).text()).toMatch(
      /type="hidden" form="thing" name="withoutReading" value="yes"/,
    );
  });
});
