import { searchedLists } from "../../../server/features/editing/form.shared.ts";
import type { Work } from "./office.ts";

const api = "/api/v1/admin/editing";
const news = (turn: number) => ({
  ...{ element: "V.1.1", title: { sq: `Lajmi ${turn}`, en: `News ${turn}` }, date: "2026-11-25" },
  ...{ summary: null, body: { sq: "<p>Teksti.</p>", en: null }, tags: [], fields: { topic: "budget" }, documents: [] },
});

/** The same life as by forms, by a script of somebody's own. */
export const editByScript: Work = async ({ secretary: desk, editor }, turn) => {
  const all = `${api}/publication`;
  const made = await desk.call("script: a new one", "POST", all, { input: news(turn) });
  const { id, version } = made as { id: string; version: string };
  const one = `${all}/${id}`;
  await editor.call("script: handed over", "POST", `${one}/submit`, { note: "Për botim" });
  await desk.call("script: given back", "POST", `${one}/return`, { note: "Shto një foto" });
  await desk.call("script: changed", "PUT", one, {
    ...{ version, input: { ...news(turn), title: { sq: `Lajmi ${turn}, i saktë`, en: null } } },
  });
  await desk.call("script: published", "POST", `${one}/publish`);
  await desk.call("script: a version is brought back", "POST", `${one}/versions/1/restore`);
  await desk.call("script: withdrawn", "POST", `${one}/withdraw`, { reason: { sq: "Gabim.", en: "A mistake." } });
  await desk.look("script: the versions", `${one}/versions`);
  await desk.look("script: a version", `${one}/versions/2`);
  await desk.look("script: one as it stands", one);
  await desk.call("script: into the bin", "DELETE", one);
  await desk.call("script: out of the bin", "POST", `${one}/unbin`);
  await desk.look("script: a list", `${all}?q=lajmi`);
  await desk.look("script: a list of thousands", `${api}/act?q=tarifat`);
  await desk.look("script: forms that were left", `${api}/edits`);
};

/** What is looked for while somebody types. */
export const lookUp: Work = async ({ secretary: desk }, turn) => {
  const words = ["tarifa", "buxheti", "arta", "qira", "vendim"];
  const q = words[turn % words.length]!;
  for (const list of searchedLists) await desk.look(`choices while typing: ${list}`, `${api}/choices/${list}?q=${q}`);
  await desk.look("the finder while typing", `/api/v1/admin/search?q=${q}`);
  await desk.look("the finder’s page", `/admin/kerko?q=${q}`);
  await desk.look("contrast while a colour is chosen", "/api/v1/admin/settings/contrast?colour=%230b5b46");
};
