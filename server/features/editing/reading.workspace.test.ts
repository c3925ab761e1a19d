import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { signedIn, type Visitor } from "../../../tests/support/accounts.ts";
import { addCouncilBody, enact } from "../../../tests/support/acts.ts";
import { doing, news, storePdf } from "../../../tests/support/content.ts";
import { formsOn } from "../../../tests/support/forms-on.ts";
import { createWorld, type TestWorld } from "../../../tests/support/world.ts";
import { createPublication } from "../publications/publications.service.ts";

let world: TestWorld;
let auditor: Visitor;
let editor: Visitor;
let draft: string;
let act: string;
beforeAll(async () => {
  world = await createWorld();
  await addCouncilBody(world.lisi);
  auditor = await signedIn(world, world.lisi, ["auditor"]);
  editor = await signedIn(world, world.lisi, ["editor"]);
  const { id: documentId } = await storePdf(world, world.lisi, "Relacioni");
  const input = news({
    body: { sq: "<h2>Pse</h2><p>Sepse <strong>duhet</strong>.</p>", en: "<p>Because.</p>" },
    documents: [documentId],
  });
  draft = (await world.lisi.db.write((tx) => createPublication(tx, doing(world), input))).id;
  act = (await enact(world, world.lisi)).id;
});
afterAll(() => world.end());

const mainOf = async (visitor: Visitor, path: string) => {
  const answer = await visitor.get(path);
  expect(answer.status).toBe(200);
  return /<main[\s\S]*<\/main>/.exec((await answer.text()).replace(/<!--.*?-->/g, ""))![0];
};

describe("Whoever reads and changes nothing", () => {
  it.each([
    ["/admin/publikimet/", "Çështja", ["Këshilli miratoi buxhetin", "02.03.2026", "Sepse duhet.", "Vendimi"]],
    ["/en/admin/publications/", "Title", ["The Council adopted the budget", "02.03.2026", "Because.", "Budget"]],
  ])("is shown a draft as it stands, in words: %s", async (path, label, said) => {
    const main = await mainOf(auditor, path + draft);
    for (const text of [label, ...said]) expect(main).toContain(text);
    const [first, second] = ["Këshilli miratoi buxhetin</dd>", "The Council adopted the budget</dd>"];
    expect(main.indexOf(first)).toBeGreaterThan(-1);
    expect(main.indexOf(second), "Albanian first, as in the form").toBeGreaterThan(main.indexOf(first));
    expect(main).toContain(path.startsWith("/en") ? "Your role lets you read this" : "Roli juaj ju lejon ta lexoni");
    expect(main).not.toMatch(/<(form|button|input|select|textarea)\b|&lt;h2|&lt;p/);
    expect(main).toContain(path.startsWith("/en") ? "/versions" : "/versionet");
  });

  it("is told whether the public sees it, and what is empty is left out", async () => {
    const main = await mainOf(auditor, `/en/admin/acts/${act}`);
    expect(main).toContain("Public since");
    expect(main).toContain("On paid parking");
    expect(main).not.toMatch(/<(form|button|input|select|textarea)\b/);
    expect(main).not.toMatch(/<dd[^>]*><\/dd>/);
  });

  it("is nobody who edits: they have the form", async () => {
    expect(formsOn(await mainOf(editor, `/admin/publikimet/${draft}`)).map(({ id }) => id)).toContain("thing");
  });
});
