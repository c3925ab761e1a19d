import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { clientDirectory, loadWebBuild } from "../../server/pages/web-build.ts";
import { createWorld, type TestWorld } from "../support/world.ts";

interface Manifest {
  [source: string]: { file: string; css?: string[] };
}
const manifest = (name: string): Manifest => JSON.parse(readFileSync(join(clientDirectory, ".vite", name), "utf8"));
/** Scripts and styles. Fonts and pictures are files of their own and the same for both. */
const filesOf = (built: Manifest) =>
  new Set(
    Object.values(built)
      .flatMap(({ file, css = [] }) => [file, ...css])
      .filter((file) => /\.(js|css)$/.test(file)),
  );

let world: TestWorld;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.end());

it("The workspace and the public site share no script and no style sheet", () => {
  const workspace = filesOf(manifest("workspace.json"));
  expect(workspace.size).toBeGreaterThan(5);
  expect([...filesOf(manifest("manifest.json"))].filter((file) => workspace.has(file))).toEqual([]);
});

it("Nothing that the public site loads is a source of the workspace", () => {
  const sources = Object.keys(manifest("manifest.json"));
  expect(sources.length).toBeGreaterThan(30);
  expect(sources.filter((source) => /workspace/.test(source))).toEqual([]);
});

it("A public page names no file of the workspace, and a page of the workspace none of the public site", async () => {
  const { workspace } = await loadWebBuild();
  const { script, styles } = workspace.assetsFor("accounts/sign-in-page", "sq");
  const home = await (await world.lisi.get("/")).text();
  const signIn = await (await world.lisi.get("/admin/hyrja")).text();
  const named = (html: string) => [...html.matchAll(/\/assets\/[\w.-]+\.(?:js|css)/g)].map(([file]) => file);
  expect(named(signIn)).toContain(script);
  expect(named(home).length).toBeGreaterThan(2);
  expect(named(home).filter((file) => named(signIn).includes(file))).toEqual([]);
  expect(styles.length).toBe(1);
});
