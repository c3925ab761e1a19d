import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { link, signedIn, type Visitor, visitorOf } from "../../../tests/support/accounts.ts";
import { chamberOf } from "../../../tests/support/chamber.ts";
import { doing, storePdf } from "../../../tests/support/content.ts";
import { seatBody } from "../../../tests/support/council-rows.ts";
import { visitTo } from "../../../tests/support/operators.ts";
import { createWorld, type TestCouncil, type TestWorld } from "../../../tests/support/world.ts";

import { replaceDocument } from "../documents/documents.service.ts";
import { attachToMeeting } from "../meetings/meeting-documents.service.ts";

/** The world stands at 05.03.2026, 10:00. */
let world: TestWorld;
let lisi: TestCouncil;
let body: string;
let editor: Visitor;
let secretary: Visitor;
let neighbour: Visitor;
beforeAll(async () => {
  world = await createWorld();
  ({ lisi } = world);
  body = (await seatBody(lisi, "council", "keshilli", { sq: "Këshilli Bashkiak" }, 3)).id;
  [editor, secretary, neighbour] = await Promise.all([
    signedIn(world, lisi, ["editor"]),
    signedIn(world, lisi, ["secretary"]),
    signedIn(world, world.krasta, ["secretary"]),
  ]);
  await lisi.db.write((tx) => tx.updateTable("tenant_settings").set({ approval: true }).execute());
});
afterAll(() => world.end());

const textOf = async (answer: Response | Promise<Response>) => (await answer).text();
const idIn = (answer: Response) => /\/([0-9a-f-]{36})\?/.exec(answer.headers.get("location") ?? "")![1]!;
const news = async (title: string) => {
  const form = { element: "V.1.1", "title.sq": title, date: "2026-03-02", "fields.topic": "budget" };
  return idIn(await editor.post("/admin/publikimet/i-ri?element=V.1.1", form));
};
const list = (visitor: Visitor) => textOf(visitor.get("/admin/miratimet"));

const planned = async (visitor: Visitor, day: string) =>
  idIn(
    await visitor.post("/admin/mbledhjet/e-re", {
      ...{ bodyId: body, kind: "ordinary", day, time: "18:00", "place.sq": "Salla", access: "open" },
    }),
  );

describe("What was handed over", () => {
  it("waits on a page of its own, which leads to it, and is counted with title and author on the first screen of whoever publishes", async () => {
    expect(await list(secretary)).toContain("Asgjë nuk pret miratim");
    const id = await news("Lajmi që pret");
    await editor.post(`/admin/redaktimi/publication/${id}/dergimi`, { note: "Ju lutem shikojeni." });
    const page = await list(secretary);
    for (const words of ["Lajmi që pret", "Ju lutem shikojeni.", `href="/admin/publikimet/${id}"`])
      expect(page).toContain(words);
    expect(await list(editor)).toContain("E dorëzuat ju");
    expect(await list(editor)).not.toContain("Shihni dhe publikoni");
    const publisher = await signedIn(world, lisi, ["publisher"], "boton@lisi.example");
    for (const whoever of [secretary, publisher])
      for (const [address, approvals, things] of [
        ["/admin", "/admin/miratimet", "/admin/publikimet"],
        ["/en/admin", "/en/admin/approvals", "/en/admin/publications"],
      ]) {
        const html = (await textOf(whoever.get(address!))).replaceAll(/<!--.*?-->/g, "");
        const [main = ""] = /<main[ >].*<\/main>/s.exec(html) ?? [];
        const waiting = main.split("<section").find((section) => section.includes('id="approval"')) ?? "";
        expect(waiting, address).toContain(`href="${approvals}"`);
        expect(waiting, address).toMatch(new RegExp(`<a [^>]*href="${things}/${id}"[^>]*>Lajmi që pret<`));
        expect(waiting, address).toMatch(/<span[^>]*>1<\/span>/);
        expect(waiting, address).toContain("Arta editor");
      }
    expect(await textOf(neighbour.get("/admin"))).not.toContain("Lajmi që pret");
    expect(await textOf(secretary.get("/en/admin/approvals"))).toContain("Look and publish");
    expect(await list(neighbour)).not.toContain("Lajmi që pret");
  });

  it("is given back with a word, which is required, and then waits no more", async () => {
    const id = await news("Lajmi që kthehet");
    await editor.post(`/admin/redaktimi/publication/${id}/dergimi`);
    const back = `/admin/miratimet/publication/${id}/kthimi`;
    const bare = await secretary.post(back, { for: id, note: " " });
    expect(bare.status).toBe(422);
    expect(await bare.text()).toContain('href="#return-note"');
    expect((await neighbour.post(back, { note: "Jo." })).status).toBe(409);
    const done = await secretary.post(back, { for: id, note: "Mungon titulli në anglisht." });
    expect(done.headers.get("location")).toBe("/admin/miratimet?done=returned");
    expect(await list(editor)).toContain("Mungon titulli në anglisht.");
    expect((await secretary.post(back, { note: "Përsëri." })).status).toBe(409);
  });

  it("is not a councillor’s own profile that waits for nobody, which is answered as such", async () => {
    const councillor = await signedIn(world, lisi, ["councillor"]);
    const { id } = await chamberOf(world, lisi).person("Teuta Marku");
    await link(world, lisi, councillor.email, id);
    for (const back of [`/admin/miratimet/person/${id}/kthimi`, `/en/admin/approvals/person/${id}/return`])
      expect((await councillor.post(back, { note: "Jo." })).status).toBe(409);
  });

  it("is a meeting as well: its notice is given by somebody else than who handed it over, and as it was handed over", async () => {
    const form = {
      bodyId: body,
      kind: "ordinary",
      day: "2026-03-19",
      time: "18:00",
      "place.sq": "Salla",
      access: "open",
    };
    const id = idIn(await editor.post("/admin/mbledhjet/e-re", form));
    const notice = `/admin/mbledhjet/${id}/njoftimi`;
    expect((await secretary.post(notice)).status).toBe(409);
    expect((await secretary.post(`/admin/mbledhjet/${id}/kalendari`)).status).toBe(409);
    expect(await textOf(secretary.get(notice))).toContain(
      "njoftimi jepet pasi mbledhjen ta ketë dorëzuar dikush tjetër",
    );
    expect((await editor.post(`/admin/mbledhjet/${id}/dergimi`, { note: "Gati." })).status).toBe(303);
    expect(await list(secretary)).toContain(`href="${notice}"`);
    expect(await textOf(secretary.get(notice))).toContain("Jepni njoftimin");
    await editor.post(`/admin/mbledhjet/${id}/pikat/e-re`, { kind: "report", "title.sq": "Raporti", "title.en": "" });
    expect((await secretary.post(notice)).status).toBe(409);
    await editor.post(`/admin/mbledhjet/${id}/dergimi`);
    expect((await secretary.post(notice)).status).toBe(303);
    expect(await list(secretary)).not.toContain(notice);
    expect((await editor.post(`/admin/mbledhjet/${id}/dergimi`)).status).toBe(409);
  });

  it("is taken back by whoever handed it over, without a word, where it waits and on its own page", async () => {
    const [one, other] = [await news("Lajmi i parë"), await news("Lajmi i dytë")];
    for (const id of [one, other]) await editor.post(`/admin/redaktimi/publication/${id}/dergimi`);
    const back = `/admin/miratimet/publication/${one}/kthimi`;
    expect(await list(editor)).toContain(back);
    expect(await textOf(editor.get("/en/admin/approvals"))).toContain("Take it back");
    expect((await editor.post(back)).headers.get("location")).toBe("/admin/miratimet?done=taken_back");
    expect(await list(editor)).not.toContain("Lajmi i parë");
    expect((await secretary.post(`/admin/redaktimi/publication/${one}/botimi`, { at: "" })).status).toBe(409);
    const step = `/admin/redaktimi/publication/${other}/kthimi`;
    expect(await textOf(editor.get(`/admin/publikimet/${other}`))).toContain("Merreni mbrapsht");
    expect((await editor.post(step)).headers.get("location")).toContain("?done=taken_back");
    const colleague = await signedIn(world, lisi, ["editor"], "tjetra@lisi.example");
    await editor.post(`/admin/redaktimi/publication/${other}/dergimi`);
    expect((await colleague.post(step, { note: "Jo." })).status).toBe(403);
  });

  it("is no business of an operator’s, who looks at it, and is told so", async () => {
    const visitor = visitorOf(world, lisi);
    visitor.cookie = `session=${await visitTo(world, lisi)}`;
    const [id, meeting] = [await news("Lajmi i operatorit"), await planned(editor, "2026-04-02")];
    const desk = `/admin/mbledhjet/${meeting}`;
    for (const step of [`${desk}/dergimi`, `/admin/redaktimi/publication/${id}/dergimi`]) {
      const refused = await visitor.post(step, { note: "" });
      expect([refused.status, await refused.text()]).toEqual([
        403,
        expect.stringContaining("Operatori i portalit nuk është personi i dytë i këshillit"),
      ]);
      expect((await editor.post(step)).status).toBe(303);
    }
    const page = await list(visitor);
    expect(page).toContain("Lajmi i operatorit");
    expect(page).not.toContain("kthimi");
    expect(await textOf(visitor.get("/en/admin/approvals"))).toContain("Lajmi i operatorit");
    expect((await visitor.get(`${desk}/njoftimi`)).status).toBe(200);
    expect((await visitor.post(`/admin/miratimet/publication/${id}/kthimi`, { note: "Jo." })).status).toBe(403);
    expect(await textOf(visitor.get(`/admin/publikimet/${id}`))).not.toContain("dergimi");
  });

  it("is a meeting with the files of its papers: another file is handed over anew", async () => {
    const id = await planned(editor, "2026-04-09");
    const { id: document } = await storePdf(world, lisi, "Rendi i ditës");
    await lisi.db.write((tx) =>
      attachToMeeting(tx, doing(world), id, [{ documentId: document, role: "agenda" as const }]),
    );
    await editor.post(`/admin/mbledhjet/${id}/dergimi`);
    const notice = `/admin/mbledhjet/${id}/njoftimi`;
    expect(await textOf(secretary.get(notice))).toContain("Jepni njoftimin");
    const { file } = await storePdf(world, lisi, "Rendi tjetër");
    await lisi.db.write((tx) => replaceDocument(tx, doing(world), document, file, { fileName: "rendi.pdf" }));
    expect(await textOf(secretary.get(notice))).not.toContain("Jepni njoftimin</button>");
    expect((await secretary.post(notice)).status).toBe(409);
    expect(await textOf(editor.get(notice))).toContain(`action="/admin/mbledhjet/${id}/dergimi"`);
    await editor.post(`/admin/mbledhjet/${id}/dergimi`);
    expect((await secretary.post(notice)).status).toBe(303);
  });

  it("is a meeting in the calendar once more for its notice, and not once that is given or it is withdrawn", async () => {
    const publisher = await signedIn(world, lisi, ["publisher"]);
    const [id, other] = [await planned(editor, "2026-04-16"), await planned(editor, "2026-04-23")];
    for (const one of [id, other]) {
      await editor.post(`/admin/mbledhjet/${one}/dergimi`);
      expect((await secretary.post(`/admin/mbledhjet/${one}/kalendari`)).status).toBe(303);
      expect((await secretary.post(`/admin/mbledhjet/${one}/njoftimi`)).status).toBe(409);
      expect((await publisher.post(`/admin/mbledhjet/${one}/dergimi`)).status).toBe(303);
      expect(await list(secretary)).toContain(`/admin/mbledhjet/${one}/njoftimi`);
    }
    expect((await secretary.post(`/admin/mbledhjet/${id}/njoftimi`)).status).toBe(303);
    expect((await publisher.post(`/admin/mbledhjet/${id}/dergimi`)).status).toBe(409);
    expect((await publisher.post(`/admin/mbledhjet/${other}/terheqja`)).status).toBe(303);
    expect(await list(secretary)).not.toContain(other);
    expect((await secretary.post(`/admin/mbledhjet/${other}/kalendari`)).status).toBe(409);
  });

  it("is no meeting that was called off: nothing of it is left waiting for a notice", async () => {
    const publisher = await signedIn(world, lisi, ["publisher"], "botuesja@lisi.example");
    const left = (id: string) =>
      lisi.db.read((tx) => tx.selectFrom("submissions").select("entity").where("entity_id", "=", id).execute());
    for (const [day, step, form] of [
      ["2026-05-07", "anulimi", {}],
      ["2026-05-14", "shtyrja", {}],
      ["2026-05-21", "shtyrja", { day: "2026-05-28", time: "18:00" }],
    ] as const) {
      const id = await planned(editor, day);
      await editor.post(`/admin/mbledhjet/${id}/dergimi`);
      await secretary.post(`/admin/mbledhjet/${id}/kalendari`);
      expect((await publisher.post(`/admin/mbledhjet/${id}/dergimi`)).status).toBe(303);
      expect(await left(id)).toHaveLength(1);
      const called = await secretary.post(`/admin/mbledhjet/${id}/${step}`, { ...form, "reason.sq": "Mungon kuorumi" });
      expect(called.status).toBe(303);
      expect(await left(id)).toEqual([]);
    }
  });

  it("may also be handed over by whoever publishes, who then does not publish it alone", async () => {
    const form = {
      bodyId: body,
      kind: "ordinary",
      day: "2026-03-26",
      time: "18:00",
      "place.sq": "Salla",
      access: "open",
    };
    const id = idIn(await secretary.post("/admin/mbledhjet/e-re", form));
    await secretary.post(`/admin/mbledhjet/${id}/dergimi`);
    expect((await secretary.post(`/admin/mbledhjet/${id}/njoftimi`)).status).toBe(409);
  });
});
