import { Readable } from "node:stream";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Chamber, chamberOf } from "../../../tests/support/chamber.ts";
import { doing, shelfOf, storePdf } from "../../../tests/support/content.ts";
import { createWorld, type TestWorld } from "../../../tests/support/world.ts";
import { json } from "../../db/columns.ts";
import { keepPhotoFiles } from "../albums/photos.service.ts";
import { attach } from "../documents/attachments.service.ts";
import { addRepresentation, endRepresentation, setAffiliation } from "./affiliations.service.ts";
import { changePerson, createPerson, publishPerson, setPersonPhoto, withdrawPerson } from "./people.service.ts";
import type { Person } from "./person.schema.ts";
import { portraitFrom, uploadPortrait } from "./portraits.ts";

let world: TestWorld;
let lisi: Chamber;
const by = () => doing(world);
const page = (slug: string) => world.lisi.json<Person>(`/api/v1/people/${slug}`);
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error: { code: string; fields?: object[] }) => error.fields ?? error.code,
  );

beforeAll(async () => {
  world = await createWorld();
  lisi = chamberOf(world, world.lisi);
});
afterAll(() => world.end());

const portrait = async () =>
  uploadPortrait(
    shelfOf(world, world.lisi),
    Readable.from([
      await sharp({ create: { width: 800, height: 1000, channels: 3, background: "#446688" } })
        .jpeg()
        .toBuffer(),
    ]),
    { fileName: "portreti.jpg" },
  );

describe("A person", () => {
  it("has a page with what is known, in both languages, and says nothing that is not", async () => {
    const { slug } = await lisi.person("Elira Toska", {
      gender: "female",
      occupation: { sq: "Mjeke", en: "Physician" },
      cv: { sq: '<h2>Arsimi</h2><p onclick="x()">Mjekësi</p>', en: "<p>Medicine</p>" },
      contacts: { email: "elira@lisi.example", social: [{ network: "Facebook", url: "https://facebook.com/elira" }] },
    });
    expect(slug).toBe("elira-toska");
    expect(await page(slug)).toMatchObject({
      name: "Elira Toska",
      url: { sq: "/anetaret/elira-toska", en: "/en/members/elira-toska" },
      occupation: { sq: "Mjeke", en: "Physician" },
      cv: { sq: "<h2>Arsimi</h2><p>Mjekësi</p>", en: "<p>Medicine</p>" },
      contacts: { email: "elira@lisi.example" },
      photo: null,
      affiliation: null,
      seats: [],
      votes: [],
    });
    for (const [path, text] of [
      ["/anetaret/elira-toska", "Mjekësi"],
      ["/en/members/elira-toska", "Medicine"],
    ] as const) {
      const answer = await world.lisi.get(path);
      expect(answer.status).toBe(200);
      expect(await answer.text()).toContain(text);
    }
  });

  it("keeps the address whatever the name becomes, and what was not changed", async () => {
    const { id, slug } = await lisi.person("Lindita Zeqo", { contacts: { phone: "+355 44 2000" } });
    await world.lisi.db.write((tx) => changePerson(tx, by(), id, { name: "Lindita Zeqo Hoxha" }));
    expect(await page(slug)).toMatchObject({ name: "Lindita Zeqo Hoxha", contacts: { phone: "+355 44 2000" } });
    const other = await lisi.person("Lindita Zeqo");
    expect(other.slug).toBe("lindita-zeqo-2");
  });

  it("that cannot be is refused by its fields", async () => {
    const make = (given: object) =>
      refusal(world.lisi.db.write((tx) => createPerson(tx, by(), { name: "A B", familyName: "B", ...given } as never)));
    expect(await make({ name: " " })).toEqual([{ path: "name", code: "text.required" }]);
    expect(await make({ contacts: { email: "jo" } })).toEqual([{ path: "contacts.email", code: "email.malformed" }]);
    expect(await make({ gender: "grua" })).toEqual([{ path: "gender", code: "input.wrong" }]);
  });

  it("appears by itself when the time has come, with photo and files, and is gone with them when withdrawn", async () => {
    const { id, slug } = await world.lisi.db.write((tx) =>
      createPerson(tx, by(), { name: "Rovena Shkreli", familyName: "Shkreli" }),
    );
    const photo = await portrait();
    const cv = await storePdf(world, world.lisi, "Jetëshkrimi");
    const tomorrow = new Date(world.clock.now().getTime() + 86_400_000);
    await world.lisi.db.write(async (tx) => {
      await keepPhotoFiles(tx, by(), photo);
      await setPersonPhoto(tx, by(), id, portraitFrom(photo, { sq: "Rovena Shkreli në zyrë" }));
      await attach(tx, by(), "person", id, [{ documentId: cv.id, role: "cv" }], null);
      await publishPerson(tx, by(), id, tomorrow);
    });
    const smallest = `/foto/${id}/160.webp`;
    const statusOf = async (path: string) => {
      const answer = await world.lisi.get(path);
      await answer.arrayBuffer();
      return answer.status;
    };
    expect([await statusOf(`/api/v1/people/${slug}`), await statusOf(smallest)]).toEqual([404, 404]);
    const today = world.clock.now();
    world.clock.moveTo(tomorrow);
    const shown = await page(slug);
    expect(shown.photo?.renditions.map(({ width }) => width)).toEqual([160, 320, 640]);
    expect(shown.documents).toMatchObject([{ role: "cv" }]);
    const file = shown.documents[0]!.url;
    expect([await statusOf(smallest), await statusOf(file)]).toEqual([200, 200]);
    expect((await world.krasta.get(smallest)).status).toBe(404);
    await world.lisi.db.write((tx) => withdrawPerson(tx, by(), id));
    expect([await statusOf(`/api/v1/people/${slug}`), await statusOf(smallest), await statusOf(file)]).toEqual([
      404, 404, 404,
    ]);
    expect(await statusOf(`/anetaret/${slug}`)).toBe(404);
    world.clock.moveTo(today);
  });

  it("belongs to one party at a time: a new one ends the one before, one that comes later stays", async () => {
    const { id, slug } = await lisi.person("Arben Muça");
    const party = await lisi.party("PDV", "Partia e Drejtësisë Vendore");
    const set = (partyId: string | null, beginsOn: string, endsOn?: string) =>
      world.lisi.db.write((tx) => setAffiliation(tx, by(), id, { partyId, beginsOn, endsOn }));
    await set(party.id, "2020-01-01");
    await set(null, "2024-05-01");
    await set(party.id, "2022-01-01");
    expect((await page(slug)).affiliations).toMatchObject([
      { affiliation: { kind: "none" }, beginsOn: "2024-05-01", endsOn: null, isNow: true },
      { affiliation: { kind: "party" }, beginsOn: "2022-01-01", endsOn: "2024-04-30" },
      { affiliation: { kind: "party" }, beginsOn: "2020-01-01", endsOn: "2021-12-31" },
    ]);
    expect(await refusal(set(party.id, "2023-01-01", "2025-01-01"))).toBe("people.affiliated_twice");
    expect((await page(slug)).affiliations).toHaveLength(3);
    expect(await refusal(set(party.id, "2025-01-01", "2024-01-01"))).toEqual([
      { path: "endsOn", code: "people.ends_before_it_begins" },
    ]);
  });

  it("holds seats elsewhere on behalf of the council, from a day to another", async () => {
    const { id, slug } = await lisi.person("Shpresa Kodra");
    const made = await world.lisi.db.write((tx) =>
      addRepresentation(tx, by(), id, {
        organisation: { sq: "Këshilli i Qarkut", en: "County Council" },
        basis: { sq: "Vendimi nr. 12/2024" },
        beginsOn: "2024-02-01",
      }),
    );
    expect((await page(slug)).representations).toMatchObject([{ beginsOn: "2024-02-01", endsOn: null, isNow: true }]);
    await world.lisi.db.write((tx) => endRepresentation(tx, by(), made.id, "2025-12-31"));
    expect((await page(slug)).representations).toMatchObject([{ endsOn: "2025-12-31", isNow: false }]);
  });

  it("is told to search engines as a person", async () => {
    const html = await (await world.lisi.get("/en/members/elira-toska")).text();
    const data = [...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)].map(
      ([, text]) => JSON.parse(text!) as Record<string, unknown>,
    );
    expect(data).toContainEqual(expect.objectContaining({ "@type": "Person", name: "Elira Toska", gender: "Female" }));
  });
});

describe("What a person did in the council", () => {
  it("is counted from public meetings that took place, and votes are told where they were by name", async () => {
    const council = await lisi.body("council", "Këshilli Bashkiak");
    const term = await lisi.term("2023-08-01", "2027-07-31", 3);
    const { id, slug } = await lisi.person("Gëzim Çela");
    const seat = { bodyId: council.id, role: "member" as const, termId: term.id, beginsOn: "2023-08-01" };
    await lisi.join({ ...seat, personId: id, seat: 1 });
    const other = await lisi.person("Valbona Hasa");
    await lisi.join({ ...seat, personId: other.id, seat: 2 });
    await world.lisi.db.write(async (tx) => {
      const meet = async (day: string, stage: "closed" | "planned", state: "published" | "draft", status: string) => {
        const meeting = await tx
          .insertInto("meetings")
          .values({
            ...{ slug: `keshilli-${day}`, body_id: council.id, kind: "ordinary", folded_text: "", stage, state },
            ...{ starts_at: new Date(`${day}T09:00:00Z`), public_from: state === "draft" ? null : world.clock.now() },
          } as never)
          .returning("id")
          .executeTakeFirstOrThrow();
        await tx
          .insertInto("attendances")
          .values({ meeting_id: meeting.id, person_id: id, status } as never)
          .execute();
        return meeting.id;
      };
      const first = await meet("2026-01-20", "closed", "published", "present");
      await meet("2026-02-17", "closed", "published", "absent_with_reason");
      await meet("2026-02-24", "closed", "draft", "absent");
      const item = async (path: number, method: string, choice: string | null) => {
        const { id: itemId } = await tx
          .insertInto("agenda_items")
          .values({
            ...{ meeting_id: first, path: `{${path}}`, kind: "draft_act", title: json({ sq: `Çështja ${path}` }) },
            added_at: world.clock.now(),
          } as never)
          .returning("id")
          .executeTakeFirstOrThrow();
        const vote = await tx
          .insertInto("votes")
          .values({
            ...{ agenda_item_id: itemId, method, majority: "voting", members: 3, present: 2, votes_for: 1 },
            ...{ votes_against: 1, abstentions: 0, outcome: "rejected" },
          } as never)
          .returning("id")
          .executeTakeFirstOrThrow();
        if (choice)
          await tx
            .insertInto("ballots")
            .values({ vote_id: vote.id, person_id: id, choice } as never)
            .execute();
      };
      await item(1, "by_name", "against");
      await item(2, "secret", null);
    });
    const { attendance, votes } = await page(slug);
    expect(attendance.bodies).toMatchObject([{ meetings: 2, present: 1, late: 0, excused: 1, absent: 0 }]);
    expect(attendance.strip.map(({ day, status }) => [day, status])).toEqual([
      ["2026-01-20", "present"],
      ["2026-02-17", "absent_with_reason"],
    ]);
    expect(votes).toMatchObject([
      {
        title: { sq: "Çështja 1" },
        choice: "against",
        outcome: "rejected",
        meeting: { sq: "/mbledhjet/keshilli-2026-01-20" },
        act: null,
      },
    ]);
    expect((await page(other.slug)).votes).toEqual([]);
  });
});
