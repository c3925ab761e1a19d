import { searchesPaths } from "../../../server/features/search/searches.paths.shared.ts";
import { settingsPath } from "../../../server/features/settings/settings.paths.shared.ts";
import type { Changes } from "./desk.ts";
import { inBoth } from "./kinds.ts";
import type { Work } from "./office.ts";

const reason = inBoth("reason", "Sipas vendimit të qeverisë.", "By a decision of the government.");
const source = { source: "Vendim nr. 12" };

/** Sections of the settings, and what is changed in each. */
const sections = (turn: number): Readonly<Record<string, Changes>> => ({
  names: inBoth("place", `Shembull ${turn}`, `Shembull ${turn}`),
  contacts: { phone: `+355 4 222 ${1000 + turn}` },
  "data-officer": { name: `Arta Hoxha ${turn}`, email: "te.dhenat@shembull.example" },
  media: { name: `Ilir Hoxha ${turn}`, email: "media@shembull.example" },
  social: { Facebook: `https://www.facebook.com/shembull${turn}` },
  colour: { brand: turn % 2 ? "#0b5b46" : "#0b4f5b" },
  emblem: { emblem: turn % 2 ? "bridge" : "olive" },
  languages: {},
  numbering: { acts: turn % 2 ? "year" : "term" },
  broadcast: { connections: String(1000 + turn) },
});

/** What the council says of itself, section by section, and what it takes back again. */
export const keepSettings: Work = async ({ secretary: desk }, turn) => {
  const set = (what: string, which: string, changes: Changes = {}) =>
    desk.send(`settings: ${what}`, settingsPath.sq, which, changes);
  for (const [section, changes] of Object.entries(sections(turn))) await set(section, section, changes);
  await set("english is left out", "languages", { english: null });
  await set("english is there again", "languages", { english: "on" });
  const { buttons } = await desk.form(settingsPath.sq, "order");
  await set("a member is moved", "order", { move: buttons.find(({ value }) => value.startsWith("down "))!.value });

  const period = { rule: "L3", number: String(6 + (turn % 2)), unit: "calendar", validFrom: dayOf(turn) };
  await set("a period of its own", "periods", { ...period, ...inBoth("ground", "Neni 12", "Article 12") });
  await set("a period ends", "/afatet/mbarimi", { validTo: "2027-12-31", ...reason });
  await set("a day off", "days", { day: "2026-12-23", ...inBoth("name", "Pushim", "Holiday"), ...source, ...reason });
  await set("a day off is taken back", "/pushimet/heqja", { day: "2026-12-23", ...reason });
  await set("a public holiday is confirmed", "holiday", { day: "2026-12-08", ...source, ...reason });
  await set("a public holiday is open again", "/pushimet/heqja", { day: "2026-12-08", ...reason });

  await set("a part that the council has not", "/pjeset", { module: "projects", since: "2026-01-01", ...reason });
  await set("a part is there again", "/pjeset/kthimi");
  await set("a domain of its own", "domain", { host: `keshilli${turn}.example.org` });
  await set("a domain is looked up", "domain-check");
  await set("a domain is given up", "domain-drop");
  await desk.send("searched together with others", searchesPaths.searches.sq, "together", {
    searchedWithOthers: turn % 2 ? "on" : null,
  });
};

/** Of each turn another. */
const dayOf = (turn: number) => Temporal.PlainDate.from("2027-03-01").add({ days: turn }).toString();
