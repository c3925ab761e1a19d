import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { signedIn } from "../../../tests/support/accounts.ts";
import { doing, law, news, publish, storePdf } from "../../../tests/support/content.ts";
import { addBody, addMeeting } from "../../../tests/support/meeting-rows.ts";
import { createWorld, type TestCouncil, type TestWorld } from "../../../tests/support/world.ts";
import { upkeepOf } from "../../compose.ts";
import { json } from "../../db/columns.ts";
import { fileKey } from "../../storage/storage.ts";
import { replaceDocument } from "../documents/documents.service.ts";
import { withdrawPublication } from "../publications/publications.service.ts";
import { keepCheck } from "../uploads/take-in.ts";
import { checkCouncil } from "./check-council.ts";
import { checkFiles } from "./check-files.ts";
import { linkChecker } from "./link-checker.ts";
import { countDefects, findDefects, findLastRun } from "./upkeep.queries.ts";
import { askForCheck, ignoreDefect, takeUpDefect } from "./upkeep.service.ts";

let world: TestWorld;
let never: AbortSignal;
/** What the other site answers, by path. */
const answers = new Map<string, { status: number; location?: string }>();
const asked: { method: string; path: string; agent: string }[] = [];
const server = createServer(((request, response) => {
  const path = request.url!;
  asked.push({ method: request.method!, path, agent: request.headers["user-agent"] ?? "" });
  const { status, location } = answers.get(path) ?? { status: 404 };
  response.writeHead(status, location ? { location } : {}).end();
}) satisfies RequestListener);
let elsewhere = "";

beforeAll(async () => {
  world = await createWorld();
  never = new AbortController().signal;
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  elsewhere = `http://tjeter.example:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await world.end();
  server.close();
});
beforeEach(() => {
  answers.clear();
  asked.length = 0;
  world.clock.moveTo("2026-03-05T02:40:00+01:00");
});

/** Finds the other site on this machine, which the real one would never ask. */
const checker = () =>
  linkChecker({
    contact: "https://portali.al",
    resolve: async () => [{ address: "127.0.0.1", family: 4 }],
    mayConnect: () => true,
    patience: 2_000,
  });
const check = async (council: TestCouncil, link = checker()) => {
  await world.catchUp();
  await checkCouncil({ ...upkeepOf(world), elsewhere: link }, council.db, world.clock.now(), never, council.id);
};
const defectsOf = (council: TestCouncil, ignored = false) =>
  council.db.read(async (tx) => (await findDefects(tx, { ignored })).items);
const filesOf = async (council: TestCouncil) =>
  (await defectsOf(council)).filter(({ kind }) => kind.startsWith("file_"));
const nextNight = () => world.clock.moveTo(new Date(world.clock.now().getTime() + 86_400_000));
const linked = (href: string) => ({ sq: `<p>Shihni <a href="${href}">këtu</a>.</p>`, en: "<p>See.</p>" });

describe("A file that the public needs", () => {
  it("and that is gone from the store is told with what has it, until it is back", async () => {
    const { id, file, bytes } = await storePdf(world, world.lisi, "Vendimi nr. 12", {
      title: { sq: "Vendimi nr. 12", en: "Decision no. 12" },
    });
    const made = await publish(world, world.lisi, law({ documents: [id] }));
    await check(world.lisi);
    expect(await filesOf(world.lisi)).toEqual([]);

    const key = fileKey(world.lisi.id, file.sha256);
    await world.services.storage.delete(key);
    nextNight();
    await check(world.lisi);
    expect(await filesOf(world.lisi)).toMatchObject([
      {
        kind: "file_missing",
        entity: "publication",
        entityId: made.id,
        address: `/dokumente/${id}/vendimi.pdf`,
        title: { sq: "Vendimi nr. 12", en: "Decision no. 12" },
        url: { sq: expect.stringMatching(/^\//), en: expect.stringMatching(/^\/en\//) },
        detail: { expected: bytes.length },
      },
    ]);
    expect(await filesOf(world.krasta)).toEqual([]);

    async function* whole() {
      yield bytes;
    }
    await world.services.storage.put(key, whole(), { size: bytes.length, mediaType: "application/pdf" });
    nextNight();
    await check(world.lisi);
    expect(await filesOf(world.lisi)).toEqual([]);
  });

  it("and that is a scan without text is told until a version with text replaces it, and the neighbour's is not", async () => {
    const { id, file } = await storePdf(world, world.lisi, "Skanimi");
    const made = await publish(world, world.lisi, law({ title: { sq: "Ligji i skanuar" }, documents: [id] }));
    const nothing = { reason: null, pages: 1, pagesRead: 1, language: null, findings: [], found: 0 };
    await world.lisi.db.write((tx) =>
      keepCheck(tx, doing(world), file.sha256, { virus: "clean", text: { state: "none", ...nothing } }),
    );
    const scans = async (council: TestCouncil) =>
      (await defectsOf(council)).filter(({ kind }) => kind === "scan_without_text");
    await check(world.lisi);
    await check(world.krasta);
    expect(await scans(world.lisi)).toMatchObject([{ entity: "publication", entityId: made.id }]);
    expect(await scans(world.krasta)).toEqual([]);

    const newer = await storePdf(world, world.lisi, "Me tekst");
    await world.lisi.db.write((tx) => replaceDocument(tx, doing(world), id, newer.file, { fileName: "me-tekst.pdf" }));
    nextNight();
    await check(world.lisi);
    expect(await scans(world.lisi)).toEqual([]);
  });

  it("and that has another size than it should have is damaged", async () => {
    const { id, file } = await storePdf(world, world.lisi, "Vendimi nr. 13");
    await publish(world, world.lisi, law({ title: { sq: "Ligji 13" }, documents: [id] }));
    const key = fileKey(world.lisi.id, file.sha256);
    async function* half() {
      yield new Uint8Array(10);
    }
    await world.services.storage.put(key, half(), { size: 10, mediaType: "application/pdf" });
    await check(world.lisi);
    expect(await filesOf(world.lisi)).toMatchObject([{ kind: "file_damaged", detail: { found: 10 } }]);
  });

  it("is not missed any more once nothing public has it", async () => {
    const { id, file } = await storePdf(world, world.krasta, "Vendimi nr. 14");
    const made = await publish(world, world.krasta, law({ title: { sq: "Ligji 14" }, documents: [id] }));
    await world.services.storage.delete(fileKey(world.krasta.id, file.sha256));
    await check(world.krasta);
    expect(await filesOf(world.krasta)).toHaveLength(1);
    await world.krasta.db.write((tx) => withdrawPublication(tx, doing(world), made.id, { sq: "Gabim." }));
    nextNight();
    await check(world.krasta);
    expect(await filesOf(world.krasta)).toEqual([]);
  });

  it("has its turn in a later night where there are too many for one", async () => {
    const files = [];
    for (const number of [1, 2, 3]) {
      const { id, file } = await storePdf(world, world.krasta, `Njoftimi nr. ${number}`);
      await publish(world, world.krasta, law({ title: { sq: `Njoftimi ${number}` }, documents: [id] }));
      await world.services.storage.delete(fileKey(world.krasta.id, file.sha256));
      files.push(file);
    }
    const { storage } = world.services;
    const night = () => checkFiles({ storage, limit: 2 }, world.krasta.db, world.krasta.id, world.clock.now(), never);
    expect(await night()).toEqual({ files: 2, filesLeft: 1 });
    expect(await filesOf(world.krasta)).toHaveLength(2);
    nextNight();
    await night();
    expect(await filesOf(world.krasta)).toHaveLength(3);
    await world.krasta.db.write((tx) => tx.deleteFrom("defects").execute());
  });

  it("is not called missing while the store cannot be asked at all", async () => {
    const { storage } = world.services;
    const away = { ...storage, head: () => Promise.reject(new Error("away")) };
    await expect(
      checkFiles({ storage: away as never }, world.krasta.db, world.krasta.id, world.clock.now(), never),
    ).rejects.toThrow("away");
    expect(await filesOf(world.krasta)).toEqual([]);
  });
});

describe("A link in a published text", () => {
  const ofLinks = async (council: TestCouncil) =>
    (await defectsOf(council)).filter(({ kind }) => kind === "link_broken").map(({ address }) => address);
  beforeEach(async () => {
    await world.lisi.db.write(async (tx) => {
      await tx.updateTable("publications").set({ state: "draft", public_from: null }).execute();
      await tx.deleteFrom("defects").execute();
      await tx.deleteFrom("link_checks").execute();
    });
  });

  it("to a page of the council that is not there is told at once, in the language in which it stands", async () => {
    await publish(
      world,
      world.lisi,
      news({
        title: { sq: "Lajmi me lidhje", en: "News with links" },
        body: {
          sq: '<p><a href="/aktet">Aktet</a> <a href="/aktet/nuk-ekziston">Akti</a></p>',
          en: '<p><a href="/en/acts">Acts</a> <a href="/en/nowhere">Nowhere</a> <a href="#fundi">End</a></p>',
        },
      }),
    );
    await check(world.lisi);
    expect(
      (await defectsOf(world.lisi))
        .map(({ field, address, detail }) => ({ field, address, detail }))
        .sort((one, other) => one.field.localeCompare(other.field)),
    ).toEqual([
      { field: "body.en", address: "/en/nowhere", detail: { reason: "status", status: 404 } },
      { field: "body.sq", address: "/aktet/nuk-ekziston", detail: { reason: "status", status: 404 } },
    ]);
    expect(await ofLinks(world.krasta)).toEqual([]);
  });

  it("to the council’s own file by its whole address is followed without the network", async () => {
    const { id } = await storePdf(world, world.lisi, "Rregullorja");
    await publish(world, world.lisi, law({ title: { sq: "Rregullorja" }, documents: [id] }));
    const whole = `http://${world.lisi.host}/dokumente/${id}/vendimi.pdf`;
    const draft = (await storePdf(world, world.lisi, "Ende draft")).id;
    await publish(world, world.lisi, news({ title: { sq: "Me skedar" }, body: linked(whole) }));
    await publish(
      world,
      world.lisi,
      news({ title: { sq: "Me draft" }, body: linked(`/dokumente/${draft}/vendimi.pdf`) }),
    );
    await check(world.lisi);
    expect(await ofLinks(world.lisi)).toEqual([`/dokumente/${draft}/vendimi.pdf`]);
    expect(asked.map(({ path }) => path)).not.toContain(`/dokumente/${id}/vendimi.pdf`);
  });

  it("to another site is told after two nights, whatever is asked in between, and not once it works again", async () => {
    const address = `${elsewhere}/ligji`;
    await publish(world, world.lisi, news({ title: { sq: "Ligji tjetër" }, body: linked(address) }));
    await check(world.lisi);
    await check(world.lisi);
    expect(await ofLinks(world.lisi)).toEqual([]);
    nextNight();
    await check(world.lisi);
    expect(await ofLinks(world.lisi)).toEqual([address]);
    answers.set("/ligji", { status: 200 });
    nextNight();
    await check(world.lisi);
    expect(await ofLinks(world.lisi)).toEqual([]);
  });

  it("and one of a recording, a stream or a room is looked at like those in texts, as long as it is there to be followed", async () => {
    const { lisi } = world;
    // Streams and recordings have no other addresses; here nobody answers under them.
    const at = (path: string) => `${elsewhere.replace("http:", "https:")}/${path}`;
    const body = await addBody(lisi, "committee", "transmetuesit", { sq: "Transmetuesit" });
    const held = await addMeeting(lisi, body, "e-mbajtur", { starts_at: new Date("2026-02-10T09:00:00Z") });
    const ahead = await addMeeting(lisi, body, "e-ardhshme", { starts_at: new Date("2026-03-20T09:00:00Z") });
    await lisi.db.write(async (tx) => {
      await tx
        .updateTable("bodies")
        .set({ stream_url: at("kanali") })
        .where("id", "=", body)
        .execute();
      for (const { id, slug } of [
        { id: held, slug: "mbajtur" },
        { id: ahead, slug: "ardhshme" },
      ])
        await tx
          .updateTable("meetings")
          .set({ stream_url: at(`stream-${slug}`), online_url: at(`dhoma-${slug}`) })
          .where("id", "=", id)
          .execute();
      const now = world.clock.now();
      await tx
        .insertInto("recordings")
        .values({
          ...{ meeting_id: held, link: at("regjistrimi"), duration: null, begins_at: null },
          ...{ poster_width: null, poster_height: null, poster_renditions: json([]) },
          ...{ state: "published", public_from: now, created_at: now, updated_at: now },
        })
        .execute();
    });
    await check(lisi);
    nextNight();
    await check(lisi);
    const found = (await defectsOf(lisi)).filter(({ kind }) => kind === "link_broken");
    expect(new Set(found.map(({ entityId, field, address }) => `${entityId} ${field} ${address}`))).toEqual(
      new Set([
        `${body} streamUrl ${at("kanali")}`,
        `${ahead} streamUrl ${at("stream-ardhshme")}`,
        `${ahead} onlineUrl ${at("dhoma-ardhshme")}`,
        `${held} recording ${at("regjistrimi")}`,
      ]),
    );
    expect(await ofLinks(world.krasta)).toEqual([]);
  });

  it("is asked with HEAD, and with GET where that is refused, by a name that says who asks", async () => {
    await publish(world, world.lisi, news({ title: { sq: "Dy lidhje" }, body: linked(`${elsewhere}/mire`) }));
    await publish(world, world.lisi, news({ title: { sq: "Dy lidhje të tjera" }, body: linked(`${elsewhere}/keq`) }));
    answers.set("/mire", { status: 200 });
    await check(world.lisi);
    expect(asked.map(({ method, path }) => `${method} ${path}`).sort()).toEqual([
      "GET /keq",
      "HEAD /keq",
      "HEAD /mire",
    ]);
    expect(asked[0]!.agent).toContain("+https://portali.al");
  });

  it("whose server wants a password or is in a hurry is not called broken", async () => {
    for (const status of [401, 403, 429]) answers.set(`/${status}`, { status });
    const say = checker();
    for (const status of [401, 403, 429])
      expect(await say.check(`${elsewhere}/${status}`, never), String(status)).toBeNull();
  });

  it("is followed through five redirects and no more", async () => {
    for (let at = 0; at < 6; at += 1) answers.set(`/r${at}`, { status: 302, location: `/r${at + 1}` });
    answers.set("/r6", { status: 200 });
    expect(await checker().check(`${elsewhere}/r1`, never)).toBeNull();
    expect(await checker().check(`${elsewhere}/r0`, never)).toEqual({ reason: "too_many_redirects", status: null });
  });

  it("is not asked where other sites are not to be asked", async () => {
    await publish(world, world.lisi, news({ title: { sq: "Pa rrjet" }, body: linked(`${elsewhere}/ligji`) }));
    await world.catchUp();
    await checkCouncil({ ...upkeepOf(world), elsewhere: null }, world.lisi.db, world.clock.now(), never, world.lisi.id);
    expect(asked).toEqual([]);
  });
});

describe("The council’s own network", () => {
  it.each([
    ["this machine", "http://127.0.0.1/"],
    ["this machine in another writing", "http://2130706433/"],
    ["this machine in IPv6", "http://[::1]/"],
    ["this machine in IPv4 within IPv6", "http://[::ffff:127.0.0.1]/"],
    ["a private network", "http://10.1.2.3/admin"],
    ["a cloud’s secrets", "http://169.254.169.254/latest/meta-data/"],
    ["a private network in IPv6", "http://[fd00::1]/"],
  ])("is never asked: %s", async (_, address) => {
    expect(await linkChecker({ contact: "x" }).check(address, never)).toEqual({
      reason: "private_address",
      status: null,
    });
  });

  it("is not reached by a name that leads there, nor by a redirect", async () => {
    const places: Record<string, string> = { "jashte.example": "127.0.0.1", "brenda.example": "192.168.1.7" };
    const say = linkChecker({
      contact: "x",
      resolve: async (host) => [{ address: places[host]!, family: 4 }],
      mayConnect: (address) => address === "127.0.0.1",
    });
    const port = new URL(elsewhere).port;
    answers.set("/brenda", { status: 302, location: "http://brenda.example/" });
    expect(await say.check("http://brenda.example/", never)).toEqual({ reason: "private_address", status: null });
    expect(await say.check(`http://jashte.example:${port}/brenda`, never)).toEqual({
      reason: "private_address",
      status: null,
    });
    expect(asked.length).toBeGreaterThan(0);
  });

  it("is not reached by other protocols or by an address with a password", async () => {
    for (const address of ["file:///etc/passwd", "ftp://shembull.al/", "https://a:b@shembull.al/"])
      expect(await checker().check(address, never), address).toEqual({ reason: "malformed", status: null });
  });
});

describe("What is missing for some readers", () => {
  it("is a photo that says nothing to those who do not see it", async () => {
    await world.krasta.db.write(async (tx) => {
      await tx
        .insertInto("files")
        .values({ sha256: "a".repeat(64), size: 1, crc32: 1, media_type: "image/webp", extension: "webp" })
        .execute();
      const { id } = await tx
        .insertInto("albums")
        .values({
          slug: "festa",
          title: json({ sq: "Festa" }),
          date: "2026-01-01",
          state: "published",
          public_from: new Date("2026-01-01"),
        })
        .returning("id")
        .executeTakeFirstOrThrow();
      const photo = { album_id: id, width: 1, height: 1, original_sha256: "a".repeat(64), renditions: "[]" };
      await tx
        .insertInto("photos")
        .values({ ...photo, position: 1, caption: json({ sq: "Po" }), alternative: json({ sq: "Sheshi plot" }) })
        .execute();
      await tx
        .insertInto("photos")
        .values({ ...photo, position: 2, caption: json({ sq: "Jo" }), alternative: json({ sq: " " }) })
        .execute();
    });
    await check(world.krasta);
    const missing = (await defectsOf(world.krasta)).filter(({ kind }) => kind === "photo_without_text");
    expect(missing).toMatchObject([{ entity: "album", field: "photos.2", title: { sq: "Festa" } }]);
  });

  it("is English, which is counted", async () => {
    const council = await addBody(world.krasta, "council", "keshilli", { sq: "Këshilli", en: "Council" });
    await addMeeting(world.krasta, council, "2026-03-12-keshilli", { place: json({ sq: "Salla" }) });
    await check(world.krasta);
    const run = await world.krasta.db.read(findLastRun);
    expect(run).toMatchObject({ finishedAt: world.clock.now(), counts: { withoutEnglish: { album: 1, meeting: 1 } } });
    expect(run!.counts.withoutEnglish).not.toHaveProperty("body");
  });
});

describe("A defect", () => {
  it("is put aside with a reason, which is remembered, and taken up again", async () => {
    const [defect] = await defectsOf(world.krasta);
    const by = doing(world);
    await expect(world.krasta.db.write((tx) => ignoreDefect(tx, by, defect!.id, " "))).rejects.toMatchObject({
      code: "http.invalid_input",
    });
    await expect(world.lisi.db.write((tx) => ignoreDefect(tx, by, defect!.id, "E jona"))).rejects.toMatchObject({
      code: "upkeep.not_found",
    });
    await world.krasta.db.write((tx) => ignoreDefect(tx, by, defect!.id, "Faqja e vjetër"));
    await expect(world.krasta.db.write((tx) => ignoreDefect(tx, by, defect!.id, "Prapë"))).rejects.toMatchObject({
      code: "upkeep.already_ignored",
    });
    expect((await defectsOf(world.krasta)).map(({ id }) => id)).not.toContain(defect!.id);
    expect(await defectsOf(world.krasta, true)).toMatchObject([{ id: defect!.id, ignoredReason: "Faqja e vjetër" }]);
    nextNight();
    await check(world.krasta);
    expect(await defectsOf(world.krasta, true)).toMatchObject([{ id: defect!.id }]);
    await world.krasta.db.write((tx) => takeUpDefect(tx, by, defect!.id));
    expect((await defectsOf(world.krasta)).map(({ id }) => id)).toContain(defect!.id);
    const actions = await world.krasta.db.read((tx) =>
      tx.selectFrom("audit_log").where("subject", "=", "defect").orderBy("id").select("action").execute(),
    );
    expect(actions.map(({ action }) => action)).toEqual(["defect.ignored", "defect.taken_up"]);
  });

  it("is counted by kind", async () => {
    const counts = await world.krasta.db.read(countDefects);
    expect(counts).toContainEqual({ kind: "photo_without_text", count: 1 });
    const all = await defectsOf(world.krasta);
    expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(all.length);
  });
});

it("The site is looked through when somebody asks, once at a time", async () => {
  const ask = () => world.lisi.db.write((tx) => askForCheck(tx, doing(world)));
  await ask();
  await expect(ask()).rejects.toMatchObject({ code: "upkeep.already_asked" });
  const waiting = await world.lisi.db.read((tx) =>
    tx.selectFrom("outbox").where("topic", "=", "upkeep").select("id").execute(),
  );
  expect(waiting).toHaveLength(1);
  world.clock.moveTo(new Date(world.clock.now().getTime() + 60_000));
  await check(world.lisi);
  await ask();
});

it("Before the first look through the site the page of defects says so, and not that nothing is broken", async () => {
  const fresh = await createWorld();
  try {
    const secretary = await signedIn(fresh, fresh.krasta, ["secretary"]);
    const read = async () => (await secretary.get("/admin/defektet")).text();
    expect(await read()).toContain("nuk është kontrolluar ende");
    expect(await read()).not.toContain("Asgjë nuk është prishur");
    const now = fresh.clock.now();
    await fresh.krasta.db.write((tx) =>
      tx
        .insertInto("upkeep_runs")
        .values({ started_at: now, finished_at: now, asked_at: null, counts: "{}" })
        .execute(),
    );
    expect(await read()).toContain("Asgjë nuk është prishur");
  } finally {
    await fresh.end();
  }
});
