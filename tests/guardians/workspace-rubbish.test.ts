import { afterAll, beforeAll, expect, it } from "vitest";
import { startSession } from "../../server/auth/sessions.ts";
import { nouns } from "../../server/features/editing/editing.paths.shared.ts";
import { nested } from "../../server/workspace/typed-values.ts";
import { accountFor } from "../support/accounts.ts";
import { enact } from "../support/acts.ts";
import { chamberOf } from "../support/chamber.ts";
import { news, publish, storePdf } from "../support/content.ts";
import { publishDraft } from "../support/drafts.ts";
import { formsOn } from "../support/forms-on.ts";
import { announcedMeeting } from "../support/live-meeting.ts";
import { createWorld, type TestWorld } from "../support/world.ts";
import { readRights } from "./workspace-routes/rights.ts";

const rights = await readRights();
const routesBy = (method: string) =>
  Object.keys(rights)
    .filter((route) => route.startsWith(`${method} `))
    .map((route) => route.slice(method.length + 1));

let world: TestWorld;
let secretary: string;
/** By the part of the address before them. */
const ids: Record<string, string> = {};
let agendaItem: string;
/** Of nothing that there is. */
const guessed = "0b9d7a3e-5d1c-4c8f-9e53-3d1f1c1d2e3f";
beforeAll(async () => {
  world = await createWorld();
  const { lisi } = world;
  secretary = await accountFor(world, lisi, ["secretary"]);
  const chamber = chamberOf(world, lisi);
  const meeting = await announcedMeeting(lisi);
  agendaItem = meeting.items[0]!;
  Object.assign(ids, {
    mbledhjet: meeting.id,
    perdoruesit: await accountFor(world, lisi, ["editor"]),
    dokumentet: (await storePdf(world, lisi, "Vendimi")).id,
    [nouns.publication.sq]: (await publish(world, lisi, news())).id,
    [nouns.draft_act.sq]: (await publishDraft(world, lisi)).id,
    [nouns.act.sq]: (await enact(world, lisi)).id,
    [nouns.person.sq]: (await chamber.person("Teuta Marku")).id,
    [nouns.body.sq]: (await chamber.body("committee", "Komisioni i Financave")).id,
    [nouns.party.sq]: (await chamber.party("PX", "Partia X")).id,
    [nouns.term.sq]: (await chamber.term("2023-06-01", null)).id,
  });
});
afterAll(() => world.end());

const rubbish = {
  "a NUL": "a\0b",
  "a script": `"><script>alert(1)</script><img src=x onerror=alert(1)>`,
  "20 000 letters": "e".repeat(20_000),
  "less than nothing": "-1",
  "20 digits": "98765432109876543210",
};
/** Some of what the forms of the workspace ask for, where none stands on a page. */
const plausible = [
  ...["title.sq", "title.en", "name", "name.sq", "email", "note", "reason.sq", "body.sq", "place.sq", "url", "element"],
  ...["date", "day", "time", "number", "year", "order", "seats", "kind", "roles", "person", "code", "session", "id"],
  ...["documentIds", "items", "version", "form", "language", "for", "at"],
];

/** A route with what there is in it. */
function filled(template: string): string {
  const noun = template.split("/")[2]!;
  const parts: Record<string, string> = {
    id: ids[noun] ?? (noun === "fotot" ? ids[nouns.person.sq]! : ids[nouns.publication.sq]!),
    entity: noun === "fotot" ? "person" : "publication",
    item: agendaItem,
    language: "sq",
    code: "V.1.1",
  };
  return template.replace(/:(\w+)(\{[^}]*\})?/g, (_, name: string) => parts[name] ?? guessed);
}

const cookie = async () => {
  const session = { accountId: secretary, userAgent: "", verified: true };
  return `session=${await startSession({ db: world.lisi.db, clock: world.clock }, session)}`;
};

interface Told {
  status: number;
  html: string;
}
async function ask(path: string, init: { method?: string; body?: BodyInit; type?: string } = {}): Promise<Told> {
  const answer = await world.ask("lisi.localhost", path, {
    ...{ method: init.method ?? "GET", body: init.body ?? null },
    headers: {
      ...{ accept: "text/html", "sec-fetch-site": "same-origin", cookie: await cookie() },
      ...(init.type && { "content-type": init.type }),
    },
  });
  const isPage = /^text\/html/.test(answer.headers.get("content-type") ?? "");
  const text = await answer.text();
  return { status: answer.status, html: isPage ? text : "" };
}

/** Between the quotes of an attribute it is text already. */
const runs = (html: string) => /<script>alert|<img src=x/.test(html.replaceAll(/="[^"]*"/g, ""));

type Entries = readonly (readonly [string, string])[];
interface StandingForm {
  sentTo: string;
  entries: Entries;
}

/** Fixed addresses before those with parts, as `/i-ri` before `/:id`. */
const patterns = routesBy("POST")
  .sort((one, other) => one.split(":").length - other.split(":").length)
  .map((route) => ({ route, pattern: new RegExp(`^${route.replace(/:\w+(\{[^}]*\})?/g, "[^/?]+")}(\\?|$)`) }));

/** A form of each route, as it stands on a page of the workspace. */
async function standingForms(): Promise<Map<string, StandingForm>> {
  const forms = new Map<string, StandingForm>();
  for (const template of routesBy("GET").filter((path) => !path.startsWith("/api/"))) {
    const { status, html } = await ask(filled(template));
    if (status !== 200) continue;
    for (const { action, entries, buttons } of formsOn(html))
      for (const sentTo of [action, ...buttons.map((button) => button.action)]) {
        const route = patterns.find(({ pattern }) => pattern.test(sentTo))?.route;
        if (route && entries.length >= (forms.get(route)?.entries.length ?? 0)) forms.set(route, { sentTo, entries });
      }
  }
  return forms;
}

/** Words and numbers are typed; all else is an id, a choice or a mark. */
const isTyped = ([name, value]: readonly [string, string]) =>
  /\.(sq|en)$|name|note|reason|mail|phone|url|date|day|number/i.test(name) || /^[\d.]*$/.test(value);

/** What takes a thing away or closes it comes after all that needs it. */
const closes = /\/(heqja|hedhja|koshi|terheqja|anulimi|shtyrja|dalja|gjendja|miratimi|botimi|publikimi)$/;

it("no form of the workspace fails on rubbish or gives it back as markup, nor does any page that then shows it", async () => {
  const standing = await standingForms();
  expect(standing.size).toBeGreaterThan(40);
  const wrong: string[] = [];
  const seen = { refused: 0, saved: 0, given: 0 };
  const look = (what: string, { status, html }: Told) => {
    if (status >= 500) wrong.push(`${what}: ${status}`);
    if (runs(html)) wrong.push(`${what}: markup`);
    if (status === 422) seen.refused += 1;
    if (status === 303) seen.saved += 1;
    if (html.includes("&lt;script>alert(1)")) seen.given += 1;
  };
  const templates = routesBy("POST").sort((one, other) => Number(closes.test(one)) - Number(closes.test(other)));
  for (const template of templates) {
    const { sentTo, entries } = standing.get(template) ?? { sentTo: filled(template), entries: [] };
    for (const [kind, text] of Object.entries(rubbish)) {
      const names = new Set(entries.length > 0 ? entries.map(([name]) => name) : plausible);
      const whole: Entries = [...names].map((name) => [name, text]);
      const what = `${template}, ${kind}`;
      if (template.startsWith("/api/")) {
        const given = nested(Object.fromEntries(whole));
        const body = JSON.stringify({ ...given, input: given });
        look(what, await ask(sentTo, { method: "POST", body, type: "application/json" }));
        continue;
      }
      const send = (fields: Entries) =>
        ask(sentTo, { method: "POST", body: new URLSearchParams(fields.map(([name, value]) => [name, value])) });
      look(what, await send(whole));
      const typed: Entries = entries.map((entry) => (isTyped(entry) ? [entry[0], text] : entry));
      if (typed.length > 0) look(`${what} in what is typed`, await send(typed));
    }
  }
  for (const template of routesBy("GET")) look(`${template} afterwards`, await ask(filled(template)));
  expect(wrong).toEqual([]);
  // Enough of it was looked at, and some kept and shown.
  expect(seen.refused).toBeGreaterThan(300);
  expect(seen.saved).toBeGreaterThan(30);
  expect(seen.given).toBeGreaterThan(50);
}, 60_000);
