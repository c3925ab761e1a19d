import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { accountsPaths } from "../../server/features/accounts/accounts.paths.shared.ts";
import { consultationPaths } from "../../server/features/draft-acts/consultation-desk.shared.ts";
import { editingPaths } from "../../server/features/editing/editing.paths.shared.ts";
import type { InBoth } from "../../server/features/elements/catalogue.shared.ts";
import { deskPaths } from "../../server/features/meetings/desk/desk-paths.shared.ts";
import { minutesPaths } from "../../server/features/minutes/minutes.paths.shared.ts";
import { photosPaths } from "../../server/features/photos/photos.paths.shared.ts";
import { boardPaths } from "../../server/features/readiness/readiness.paths.shared.ts";
import { recordingPaths } from "../../server/features/recordings/recordings.paths.shared.ts";
import { locales } from "../../server/locale.shared.ts";
import { fillPath } from "../../server/workspace/home.shared.ts";
import { faultsOf } from "./support/faults.ts";
import { signUp } from "./support/sign-up.ts";
import { hydrated, visitors } from "./support/visitor.ts";
import { type WorkspaceMatter, workspaceMatter } from "./support/workspace-matter.ts";

const visitor = visitors();
let matter: WorkspaceMatter;
let draft: string;
beforeAll(async () => {
  matter = await workspaceMatter();
  draft = await matter.does(
    async (tx) =>
      (await tx.selectFrom("draft_acts").where("stage", "=", "drafting").select("id").executeTakeFirstOrThrow()).id,
  );
});
afterAll(() => matter?.end());

/** A form that is sent in a way in which nobody can want it; what is not named is left empty. */
interface Wrong {
  at: InBoth;
  /** The element's id. */
  form: string;
  values?: Readonly<Record<string, string>>;
  /** What else stays as it stands. */
  kept?: RegExp;
}

const wrongForms = (): Readonly<Record<string, Wrong>> => {
  const { id, members, items, template } = matter;
  const at = (path: InBoth, parts: Readonly<Record<string, string>> = {}) => fillPath(path, { id, ...parts });
  const noVote = { id, item: items[0]! };
  return {
    "an act": { at: editingPaths("act").fresh, form: "thing" },
    "a draft act": { at: editingPaths("draft_act").fresh, form: "thing" },
    "a person": { at: editingPaths("person").fresh, form: "thing", values: { "contacts.email": "elira" } },
    "an election": { at: editingPaths("election").fresh, form: "thing", values: { seats: "x" } },
    "a rate of pay": { at: editingPaths("pay_rate").fresh, form: "thing", values: { amount: "x" } },
    "a new meeting": { at: deskPaths.create, form: "particulars" },
    "a template": { at: at(deskPaths.template, { template }), form: "thing", kept: /^stood/ },
    "a new item": { at: at(deskPaths.newItem), form: "item" },
    "where it is seen": { at: at(deskPaths.stream), form: "stream", values: { streamUrl: "këtu" } },
    "who came": {
      ...{ at: at(deskPaths.attendance), form: "attendance", kept: /^came/ },
      values: { [`arrived.${members[1]!.id}`]: "12:00", [`left.${members[1]!.id}`]: "10:00" },
    },
    "a vote by name": {
      ...{ at: fillPath(deskPaths.vote, noVote), form: "vote" },
      values: { method: "by_name", majority: "simple", [`ballots.${members[0]!.id}`]: "for" },
    },
    "a vote that is counted": { at: fillPath(deskPaths.vote, noVote), form: "vote", values: { votesFor: "-1" } },
    "what became of an item": { at: fillPath(deskPaths.result, noVote), form: "result" },
    "when minutes were approved": {
      ...{ at: at(minutesPaths.page), form: "minutes-approval" },
      values: { approvedOn: "2199-01-01" },
    },
    "a recording": { at: at(recordingPaths.page), form: "link", values: { link: "këtu", duration: "x" } },
    "a photo": { at: fillPath(photosPaths.page, { entity: "person", id: members[0]!.id }), form: "photo" },
    "a table": { at: { sq: "/admin/importi", en: "/en/admin/imports" }, form: "import", values: { kind: "acts" } },
    "an invitation": { at: accountsPaths.users, form: "invite", values: { email: "askush" } },
    "a profile": { at: accountsPaths.own, form: "profile" },
    "an element of the board": {
      ...{ at: fillPath(boardPaths.one, { code: "I.1.1" }), form: "element" },
      values: { "own.level": "full", "short.dueOn": "2026-04-01" },
    },
    "a consultation": {
      at: fillPath(consultationPaths.page, { id: draft }),
      form: "consultation",
      values: { from: "2019-01-01" },
    },
    "the colour": {
      at: { sq: "/admin/cilesimet", en: "/en/admin/settings" },
      form: "colour",
      values: { brand: "e kuqe" },
    },
    "the contacts": {
      at: { sq: "/admin/cilesimet", en: "/en/admin/settings" },
      form: "contacts",
      values: { email: "x" },
    },
  };
};

/** Sends a form as it was not meant. */
async function sendWrong(page: Page, { form, values = {}, kept }: Wrong) {
  const sent = page.waitForNavigation({ timeout: 20_000 });
  await page.locator(`form[id="${form}"]`).evaluate(
    (element, { values, kept }) => {
      const form = element as HTMLFormElement;
      for (const field of form.elements) {
        const isField =
          field instanceof HTMLSelectElement ||
          field instanceof HTMLTextAreaElement ||
          (field instanceof HTMLInputElement && !/hidden|file|submit/.test(field.type));
        if (!isField || new RegExp(kept).test(field.name)) continue;
        if (/radio|checkbox/.test(field.type)) (field as HTMLInputElement).checked = values[field.name] === field.value;
        else field.value = values[field.name] ?? "";
      }
      form.requestSubmit();
    },
    { values, kept: kept?.source ?? "^$" },
  );
  return (await sent)!.status();
}

/** What is wrong with how a refused form tells what is wrong. */
async function untold(page: Page): Promise<string[]> {
  const faults = await page.evaluate(() => {
    const faults: string[] = [];
    const summary = document.activeElement;
    if (!summary?.matches("main [role=alert]")) return [`the focus is on ${summary?.outerHTML.slice(0, 80)}`];
    const links = [...summary.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')];
    if (links.length === 0) faults.push("the summary leads nowhere");
    for (const { hash, textContent } of links) {
      const field = document.getElementById(decodeURIComponent(hash.slice(1)));
      if (!field) {
        faults.push(`${hash} is not there`);
        continue;
      }
      const marked = [field, ...field.querySelectorAll("[aria-invalid=true]")];
      // Nothing in a group of choices is the wrong one: it is told by its description alone.
      const isMarked = marked.some((one) => one.getAttribute("aria-invalid") === "true");
      if (!isMarked && !field.matches("fieldset")) faults.push(`${hash} is not marked as wrong`);
      const told = marked
        .flatMap((one) => one.getAttribute("aria-describedby")?.split(" ") ?? [])
        .map((id) => document.getElementById(id)?.textContent?.trim() ?? `${id} is not there`);
      if (!told.some((text) => text !== "" && textContent!.endsWith(text)))
        faults.push(`${hash} is described by ${JSON.stringify(told)}, not by ${textContent}`);
    }
    return faults;
  });
  for (const link of await page.locator("[role=alert]:focus a[href^='#']").all()) {
    const hash = (await link.getAttribute("href"))!;
    await link.click();
    const isThere = await page.evaluate(
      (id) => {
        const field = document.getElementById(id);
        const { activeElement } = document;
        const box = activeElement?.getBoundingClientRect();
        return field?.contains(activeElement) && box && box.top >= 0 && box.top < innerHeight;
      },
      decodeURIComponent(hash.slice(1)),
    );
    if (!isThere) faults.push(`${hash} does not bring the focus there`);
    await page.locator("main [role=alert]").first().focus();
  }
  return faults;
}

it.each(locales)(
  "A form that is refused leads to each of its faults and keeps nobody out, in %s, by day and by night, on 320 pixels",
  { timeout: 300_000 },
  async (locale) => {
    const { page } = await visitor({ viewport: { width: 320, height: 640 }, mayHear: /status of 422/ });
    await signUp(page, "Drita Leka", "secretary");
    const faults: Record<string, unknown> = {};
    for (const [name, wrong] of Object.entries(wrongForms())) {
      await page.goto(wrong.at[locale]);
      await hydrated(page);
      const forms = await page.locator("main form").evaluateAll((all) => all.map(({ id }) => id));
      if (!forms.includes(wrong.form)) {
        faults[name] = { forms };
        continue;
      }
      const status = await sendWrong(page, wrong);
      await hydrated(page);
      const here = [
        ...(status === 422 ? [] : [`answered ${status}: ${page.url()}`]),
        ...(await untold(page)),
        ...(await faultsOf(page)),
      ];
      if (here.length > 0) faults[name] = here;
    }
    expect(faults).toEqual({});
  },
);
