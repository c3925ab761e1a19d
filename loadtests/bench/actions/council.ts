import { accountsPaths } from "../../../server/features/accounts/accounts.paths.shared.ts";
import { deskPaths } from "../../../server/features/meetings/desk/desk-paths.shared.ts";
import { boardPaths } from "../../../server/features/readiness/readiness.paths.shared.ts";
import { settingsPath } from "../../../server/features/settings/settings.paths.shared.ts";
import { fillPath } from "../../../server/workspace/home.shared.ts";
import type { Desk } from "./desk.ts";

/** Sections of the settings, and what is changed in each. */
const sections: Readonly<Record<string, Record<string, string>>> = {
  names: {},
  contacts: { phone: "+355 4 222 2222" },
  "data-officer": { name: "Arta Hoxha", email: "te.dhenat@shembull.example" },
  media: { name: "Ilir Hoxha", email: "media@shembull.example" },
  social: { Facebook: "https://www.facebook.com/shembull" },
  colour: { brand: "#0b5b46" },
  emblem: {},
  languages: {},
  order: {},
  numbering: {},
  approval: {},
  broadcast: {},
};

/** What the council says of itself: settings, one element of the board, people who work here, a meeting's template. */
export async function keepTheHouse(desk: Desk, turn: number): Promise<void> {
  for (const [section, changes] of Object.entries(sections))
    await desk.send(`settings: ${section}`, settingsPath.sq, section, changes);
  const element = fillPath(boardPaths.one, { code: "I.3.6" }).sq;
  await desk.send("an element is judged and planned", element, "element", {
    ...{ "own.level": "partial", "own.note.sq": `Në punë (${turn}).`, "own.note.en": `At work (${turn}).` },
    ...{ "short.text.sq": "Botohet.", "short.text.en": "Published.", "short.dueOn": "2027-03-01" },
  });
  await desk.send("somebody is invited", accountsPaths.users.sq, "invite", {
    ...{ email: `redaktori${turn}@shembull.example`, name: "Redaktori", roles: "editor" },
  });
  await desk.send("a template is saved", deskPaths.newTemplate.sq, "thing", {
    ...{ "name.sq": `Modeli ${turn}`, "name.en": `Template ${turn}` },
  });
  await desk.send("one's own account is saved", accountsPaths.own.sq, "profile", { name: `Arta ${turn}` });
}
