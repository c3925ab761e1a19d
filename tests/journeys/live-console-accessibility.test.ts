import type { Page } from "playwright-core";
import { expect, inject, it } from "vitest";
import { type Locale, locales } from "../../server/locale.shared.ts";
import { faultsOf } from "./support/faults.ts";
import { type LiveSession, liveSession } from "./support/live-session.ts";
import { signUp } from "./support/sign-up.ts";
import { visitors } from "./support/visitor.ts";

const visitor = visitors();
const words = {
  sq: { room: "Në sallë", log: "Ditari", agenda: "Rendi i ditës", strike: /^Shlyejeni: hapi/, add: "Shtoni një pikë" },
  en: { room: "In the room", log: "Log", agenda: "Agenda", strike: /^Strike step/, add: "Add an item" },
} as const;
const tab = (page: Page, name: string) => page.locator(".console-tabs button", { hasText: name }).click();

/** A meeting from its roll call to its end, with what is to be seen of the console at each stage. */
function stagesOf(session: LiveSession, page: Page, locale: Locale) {
  const said = words[locale];
  const [first, second] = session.items;
  const named = crypto.randomUUID();
  const counted = crypto.randomUUID();
  const people = session.members.map(({ id }) => id);
  const ballots = people.slice(1, 4).map((personId, at) => ({ personId, choice: at === 0 ? "against" : "for" }));
  const step = (given: Record<string, unknown>) => session.step(given);
  const addItem = async () => {
    await tab(page, said.agenda);
    await page.getByRole("button", { name: said.add }).click();
  };
  const striking = async () => {
    await tab(page, said.log);
    await page.getByRole("button", { name: said.strike }).first().click();
  };
  const stages: [string, () => Promise<void>][] = [
    ["before it begins", async () => {}],
    ["the roll", () => step({ kind: "opened" })],
    [
      "who is in the room",
      async () => {
        const roll = people.map((personId, at) => ({ personId, status: at === 0 ? "absent" : "present" }));
        await step({ kind: "roll_called", members: roll });
        await tab(page, said.room);
      },
    ],
    ["an item is added", addItem],
    [
      "an item, its speakers, and how is voted",
      async () => {
        await step({ kind: "item_started", itemId: first });
        await step({ kind: "speaker_listed", personId: people[2] });
        await step({ kind: "speaker_began", guest: "Kryetarja e Bashkisë" });
      },
    ],
    [
      "a vote by name",
      async () => {
        await step({ kind: "vote_opened", vote: named, itemId: first, method: "by_name", majority: "voting" });
        await step({ kind: "ballots_cast", vote: named, ballots });
      },
    ],
    ["the vote is over", () => step({ kind: "vote_closed", vote: named })],
    ["a mistake is struck", striking],
    [
      "a secret vote",
      async () => {
        await step({ kind: "item_ended", itemId: first });
        await step({ kind: "item_started", itemId: second });
        await step({ kind: "vote_opened", vote: counted, itemId: second, method: "secret", majority: "voting" });
      },
    ],
    [
      "a break",
      async () => {
        const counts = { votesFor: 2, votesAgainst: 1, abstentions: 0 };
        await step({ kind: "vote_closed", vote: counted, counts });
        await step({ kind: "break_began" });
      },
    ],
    [
      "the end",
      async () => {
        await step({ kind: "break_ended" });
        await step({ kind: "item_ended", itemId: second });
        await step({ kind: "closed" });
      },
    ],
  ];
  return stages;
}

it.each(locales)(
  "At no stage of a meeting does its console keep anybody out, in %s, by day and by night, on 320 pixels",
  async (locale) => {
    const titles = [
      {
        sq: "Tarifa e shërbimit të pastrimit për njësitë administrative",
        en: "The cleaning fee for administrative units",
      },
      { sq: "Zgjedhja e përfaqësuesit", en: "Election of the representative" },
    ];
    const session = await liveSession(inject("environment"), "gurekuq", titles);
    try {
      const { page, open } = await visitor({ council: "gurekuq", viewport: { width: 320, height: 640 } });
      await signUp(page, "Liri Prenga", "secretary", "gurekuq");
      await open(
        locale === "sq" ? `/admin/mbledhjet/${session.id}/seanca` : `/en/admin/meetings/${session.id}/session`,
      );
      const faults: Record<string, string[]> = {};
      let steps = 0;
      for (const [stage, reach] of stagesOf(session, page, locale)) {
        const before = steps;
        const shown = async () => Number(await page.locator(".console-tabs small").last().innerText());
        await reach();
        steps = await session.count();
        if (steps > before) await expect.poll(shown).toBe(steps);
        const here = await faultsOf(page);
        if (here.length > 0) faults[stage] = here;
      }
      expect(faults).toEqual({});
    } finally {
      await session.end();
    }
  },
  240_000,
);
