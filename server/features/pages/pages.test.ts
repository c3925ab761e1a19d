import * as v from "valibot";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { doing, news, publish as publishNews, storePdf } from "../../../tests/support/content.ts";
import { createWorld, type TestCouncil, type TestWorld } from "../../../tests/support/world.ts";
import { json } from "../../db/columns.ts";
import type { InvalidInput } from "../../http/problem.ts";
import { type PageInput, PageView } from "./pages.schema.ts";
import { publishPage, savePage, withdrawPage } from "./pages.service.ts";

let world: TestWorld;
let lisi: TestCouncil;
let krasta: TestCouncil;
beforeAll(async () => {
  world = await createWorld();
  ({ lisi, krasta } = world);
});
afterAll(() => world.end());

const save = (element: string, input: PageInput, council = lisi) =>
  council.db.write((tx) => savePage(tx, doing(world), element, input));
const publish = (element: string, at?: Date) => lisi.db.write((tx) => publishPage(tx, doing(world), element, at));
const statusOf = async (path: string, council = lisi) => {
  const answer = await council.get(path);
  await answer.arrayBuffer();
  return answer.status;
};
const lead = { sq: "Si ankoheni për një konsultim.", en: "How to complain about a consultation." };
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: InvalidInput) => ({ code: error.code, fields: error.fields?.map(({ path, code }) => `${path} ${code}`) }),
  );

describe("The page of a procedure", () => {
  it("tells who, how, within which periods and where, with the form to download", async () => {
    const { id: form } = await storePdf(world, lisi, "Formulari", { fileName: "formulari.pdf" });
    await save("I.3.14", {
      content: {
        lead,
        who: { sq: "<p>Kushdo<script>x()</script></p>" },
        how: [{ title: { sq: "Shkruani" }, text: { sq: "Tregoni aktin." } }],
        periods: [
          {
            what: { sq: "Përgjigjja" },
            number: 30,
            unit: "calendar",
            law: "146/2014",
            article: "20",
            certainty: "likely",
          },
        ],
        sections: [{ title: { sq: "Bosh" }, text: { sq: "<script>x()</script>" } }],
        form,
      },
      documents: [form],
    });
    expect(await statusOf("/api/v1/pages/I.3.14")).toBe(404);
    expect(await statusOf(`/dokumente/${form}/formulari.pdf`)).toBe(404);
    await publish("I.3.14");
    const page = v.parse(PageView, await lisi.json("/api/v1/pages/I.3.14"));
    expect(page).toMatchObject({
      content: {
        lead,
        who: { sq: "<p>Kushdo</p>" },
        periods: [{ number: 30, lawTitle: { sq: expect.stringContaining("146/2014") } }],
        sections: [],
        form,
      },
      documents: [{ id: form, url: `/dokumente/${form}/formulari.pdf` }],
      publishedAt: world.clock.now().toISOString(),
    });
    expect(await statusOf(page.documents[0]!.url)).toBe(200);
    expect(await statusOf("/api/v1/pages/I.3.14", krasta)).toBe(404);
  });

  it("is changed at once for its readers; a document that is left out is theirs no more", async () => {
    const { id: next } = await storePdf(world, lisi, "I ri", { fileName: "i-ri.pdf" });
    const [before] = (await lisi.json<PageView>("/api/v1/pages/I.3.14")).documents;
    await save("I.3.14", { content: { lead, form: next }, documents: [next] });
    expect((await lisi.json<PageView>("/api/v1/pages/I.3.14")).documents.map(({ id }) => id)).toEqual([next]);
    expect(await statusOf(before!.url)).toBe(404);
    expect(await statusOf(`/dokumente/${next}/i-ri.pdf`)).toBe(200);
  });

  it("that is withdrawn is gone with its files, and may be published again", async () => {
    const [document] = (await lisi.json<PageView>("/api/v1/pages/I.3.14")).documents;
    await lisi.db.write((tx) => withdrawPage(tx, doing(world), "I.3.14", { sq: "U shfuqizua rregullorja." }));
    expect(await statusOf("/api/v1/pages/I.3.14")).toBe(404);
    expect(await statusOf(document!.url)).toBe(404);
    await publish("I.3.14");
    expect(await statusOf(document!.url)).toBe(200);
  });

  it("that is scheduled appears by itself", async () => {
    await save("I.3.17", { content: { lead } });
    await publish("I.3.17", new Date(world.clock.now().getTime() + 60_000));
    expect(await statusOf("/api/v1/pages/I.3.17")).toBe(404);
    const before = world.clock.now();
    world.clock.moveTo(new Date(before.getTime() + 60_000));
    expect(await statusOf("/api/v1/pages/I.3.17")).toBe(200);
    world.clock.moveTo(before);
  });

  it("leaves who did what in the audit", async () => {
    const rows = await lisi.db.read((tx) =>
      tx.selectFrom("audit_log").select(["action"]).where("subject", "=", "page").orderBy("id").execute(),
    );
    expect(rows.map(({ action }) => action)).toEqual([
      ...["page.created", "page.published", "page.changed", "page.withdrawn", "page.published"],
      ...["page.created", "page.published"],
    ]);
  });

  it("refuses what it cannot hold, field by field", async () => {
    const { id: foreign } = await storePdf(world, krasta, "I Krastës");
    const known = crypto.randomUUID();
    expect(await refusal(save("I.2.1", { content: { lead } }))).toMatchObject({ code: "pages.not_a_page" });
    expect(await refusal(save("I.3.12", { content: { lead }, documents: [foreign] }))).toMatchObject({
      fields: ["documents pages.document_unknown"],
    });
    const { id: carried } = await storePdf(world, lisi, "Te lajmi");
    await publishNews(world, lisi, news({ documents: [carried] }));
    expect(await refusal(save("I.3.12", { content: { lead }, documents: [carried] }))).toMatchObject({
      fields: ["documents pages.document_unknown"],
    });
    expect(await refusal(save("I.3.12", { content: { lead, form: known } }))).toMatchObject({
      fields: ["content.form pages.form_missing"],
    });
    expect(await refusal(save("I.3.12", { content: { lead: { sq: "" } } }))).toMatchObject({
      fields: ["content.lead.sq text.required"],
    });
    expect(await refusal(publish("II.1.3"))).toMatchObject({ code: "pages.not_found" });
    expect(await refusal(publish("I.3.14"))).toMatchObject({ code: "pages.already_public" });
  });
});

describe("Social media and media contacts", () => {
  it("come from the council's settings, and are not found where there are none", async () => {
    const media = { name: "Eriona Balla", email: "media@lisi.example" };
    const social = [{ network: "YouTube", url: "https://youtube.example/@lisi" }];
    await lisi.db.write((tx) =>
      tx
        .updateTable("tenant_settings")
        .set({ contacts: json({ media, social }) })
        .execute(),
    );
    expect(v.parse(PageView, await lisi.json("/api/v1/pages/V.1.4"))).toMatchObject({
      social,
      media: null,
      content: null,
    });
    expect(v.parse(PageView, await lisi.json("/api/v1/pages/V.1.6"))).toMatchObject({ media, social: null });
    expect(await statusOf("/api/v1/pages/V.1.4", krasta)).toBe(404);
    expect(await statusOf("/api/v1/pages/toString")).toBe(404);
  });
});
