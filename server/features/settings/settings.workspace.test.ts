import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { signedIn, type Visitor, visitorOf } from "../../../tests/support/accounts.ts";
import { seatBody } from "../../../tests/support/council-rows.ts";
import { visitTo } from "../../../tests/support/operators.ts";
import { createWorld, type TestWorld } from "../../../tests/support/world.ts";

import { settingsSections } from "./settings.paths.shared.ts";

let world: TestWorld;
let secretary: Visitor;
let seated: Awaited<ReturnType<typeof seatBody>>;
beforeAll(async () => {
  world = await createWorld();
  secretary = await signedIn(world, world.lisi, ["secretary"]);
  seated = await seatBody(world.lisi, "council", "keshilli", { sq: "Këshilli", en: "The Council" }, 3);
});
afterAll(() => world.end());

const settings = async (path = "/admin/cilesimet") => (await secretary.get(path)).text();
const council = () => world.lisi.json<Record<string, unknown>>("/api/v1/council");

describe("The settings in the workspace", () => {
  it("show each section with what is set, in both languages", async () => {
    const albanian = await settings();
    for (const said of ["Emrat", "Kontaktet", "Rrjetet sociale", "Ngjyra", "Stema", "Adresa juaj në internet"])
      expect(albanian).toContain(said);
    expect(albanian).toContain('value="Këshilli Bashkiak Lisi"');
    expect(await settings("/en/admin/settings")).toContain("Approval before publishing");
  });

  it("are saved section by section; a wrong value keeps what was typed and touches no other section", async () => {
    const social = await secretary.post("/admin/cilesimet/rrjetet", { Facebook: "https://facebook.com/lisi" });
    expect([social.status, social.headers.get("location")]).toEqual([
      303,
      "/admin/cilesimet?done=social#social-section",
    ]);
    const wrong = await secretary.post("/admin/cilesimet/kontaktet", { email: "jo", phone: "+355 7", seats: "21" });
    expect(wrong.status).toBe(422);
    const page = await wrong.text();
    expect(page).toContain('href="#contacts-email"');
    expect(page).toContain('value="+355 7"');
    expect(page).toContain('value="https://facebook.com/lisi"');
    expect((await council()).contacts).toEqual({
      social: [{ network: "Facebook", url: "https://facebook.com/lisi" }],
    });
  });

  it("say what a colour can be read on, before it is saved, and refuse what cannot be read", async () => {
    const told = async (colour: string) =>
      (await secretary.get(`/api/v1/admin/settings/contrast?lang=en&colour=${encodeURIComponent(colour)}`)).json();
    expect(await told("#0b5b46")).toMatchObject({ fits: true, suggestion: "#0b5b46" });
    const pale = await told("#ffcc00");
    expect(pale).toMatchObject({ fits: false, verdict: expect.stringContaining("WCAG 2.2 AA") });
    expect(pale.pairs[0]).toMatchObject({ scheme: "light", required: "4.50", fits: false, apca: expect.any(Number) });
    expect((await secretary.get("/api/v1/admin/settings/contrast?colour=red")).status).toBe(422);
    expect(await settings("/admin/cilesimet?colour=%23ffcc00")).toContain("nuk lexohet");
    const refused = await secretary.post("/admin/cilesimet/ngjyra", { brand: "#FFCC00" });
    expect(refused.status).toBe(422);
    const page = await refused.text();
    expect(page).toContain("#ffcc00");
    expect(page).toMatch(/\d,\d+[^<]* 4,5/);
    expect(page).not.toMatch(/kontrast[^<]*\d\.\d/i);
    expect(page).not.toContain("lexohet gjithçka");
    const noColour = await secretary.post("/admin/cilesimet/ngjyra", { brand: "jeshile" });
    expect(await noColour.text()).not.toContain("lexohet gjithçka");
    expect(await settings("/admin/cilesimet")).toContain("lexohet gjithçka");
    expect((await secretary.post("/admin/cilesimet/ngjyra", { brand: "#8E1F33" })).status).toBe(303);
    expect((await world.lisi.json<{ theme_color: string }>("/manifest.webmanifest")).theme_color).toBe("#8e1f33");
  });

  it("take an emblem as a file, and say of a wrong one what is wrong", async () => {
    const send = (name: string, bytes: string) => {
      const body = new FormData();
      body.set("file", new File([bytes], name));
      return world.ask(world.lisi.host, "/admin/cilesimet/stema/e-vet", {
        method: "POST",
        body,
        headers: { accept: "text/html", cookie: secretary.cookie!, "sec-fetch-site": "same-origin" },
      });
    };
    const wrong = await send("stema.svg", "<html>jo</html>");
    expect(wrong.status).toBe(422);
    expect(await wrong.text()).toContain("Kjo figurë nuk lexohet dot");
    const line = await send(
      "stema.svg",
      '<svg xmlns="http://www.w3.org/2000/svg" width="4000" height="10"><rect width="9" height="9"/></svg>',
    );
    expect(line.status).toBe(422);
    const told = await line.text();
    expect(told).toContain("ana më e gjatë është më shumë se 4 herë sa ajo më e shkurtër");
    expect(told).toContain("Përmasat mund të jenë deri në 4 me 1.");
    const drawing =
      '<svg xmlns="http://www.w3.org/2000/svg" width="96" height="112"><circle cx="40" cy="40" r="30"/></svg>';
    expect((await send("stema.svg", drawing)).status).toBe(303);
    expect((await council()).emblemPicture).toMatchObject({
      src: expect.stringMatching(/^\/stema\/[0-9a-f]{64}\.png$/),
    });
    expect(await settings()).toContain("/stema/");
  });

  it("put the members in order by buttons that need no script", async () => {
    const ids = seated.members.map(({ id }) => id);
    const moved = await secretary.post("/admin/cilesimet/renditja", {
      ...{ body: seated.id, people: ids, move: `up ${ids[2]}` },
    });
    expect(moved.status).toBe(303);
    const names = (await settings()).match(/<span>Anëtari \d/g)!.map((name) => name.slice(6));
    expect(names).toEqual(["Anëtari 1", "Anëtari 3", "Anëtari 2"]);
    const stale = { body: seated.id, people: ids.slice(1) };
    expect((await secretary.post("/admin/cilesimet/renditja", stale)).status).toBe(409);
  });

  it("set a period that the law allows and refuse one that takes from people; enter a day off and take it back", async () => {
    const period = { rule: "K3", unit: "working", "ground.sq": "Neni 12 i rregullores", validFrom: "2026-03-05" };
    const short = await secretary.post("/admin/cilesimet/afatet", { ...period, number: "1" });
    expect(short.status).toBe(422);
    const told = await short.text();
    expect(told).toContain('value="Neni 12 i rregullores"');
    expect(told).toContain('href="#periods-number"');
    expect(told).toMatch(/Afati i “[^”]{5,}” mbron njerëzit/);
    const unsaid = await secretary.post("/admin/cilesimet/afatet", { ...period, rule: "", number: "40" });
    expect(unsaid.status).toBe(422);
    const unchosen = await unsaid.text();
    expect(unchosen).toContain('href="#periods-rule"');
    expect(unchosen).toContain("Zgjidhni cilin afat");
    expect(unchosen).toContain('value="Neni 12 i rregullores"');
    expect((await secretary.post("/admin/cilesimet/afatet", { ...period, number: "40" })).status).toBe(303);
    expect(await settings()).toContain("40 ditë pune");
    const day = { day: "2026-03-10", "name.sq": "Pushim", "reason.sq": "Vendim", source: "VKM nr. 1" };
    expect((await secretary.post("/admin/cilesimet/pushimet", day)).status).toBe(303);
    expect(await settings()).toContain("10.03.2026");
    const back = { day: "2026-03-10", "reason.sq": "U shfuqizua" };
    expect((await secretary.post("/admin/cilesimet/pushimet/heqja", back)).status).toBe(303);
    expect(await settings()).not.toContain("10.03.2026");
  });

  it("confirm, move and take off a holiday that follows the moon, with the reason and where it is written", async () => {
    const grounds = { "reason.sq": "Sipas njoftimit", source: "Njoftimi i Komunitetit Mysliman" };
    const holiday = (day: string, what: string, more = {}) =>
      secretary.post("/admin/cilesimet/pushimet/festat", { day, what, ...grounds, ...more });
    expect(await settings()).toContain("mund të ndryshojë");
    expect((await holiday("2026-03-20", "move")).status).toBe(422);
    const unchosen = await (await holiday("", "confirm")).text();
    expect(unchosen).toContain("Zgjidhni një nga festat");
    expect(unchosen).not.toContain("Data shkruhet si");
    expect((await holiday("2026-03-11", "confirm")).status).toBe(422);
    expect((await holiday("2026-03-20", "fly")).status).toBe(422);
    expect((await holiday("2026-03-20", "move", { to: "2026-03-19" })).status).toBe(303);
    expect(await settings()).toMatch(/19\.03\.2026.*?e shtuar/);
    expect((await holiday("2026-05-27", "confirm")).status).toBe(303);
    expect(await settings()).toMatch(/27\.05\.2026.*?e konfirmuar/);
    expect((await holiday("2026-11-30", "remove")).status).toBe(303);
    const days = await world.lisi.db.read((tx) => tx.selectFrom("council_days").select(["day", "change"]).execute());
    expect(days).toEqual(
      expect.arrayContaining([
        { day: "2026-03-20", change: "removed" },
        { day: "2026-03-19", change: "added" },
        { day: "2026-05-27", change: "confirmed" },
      ]),
    );
    expect(await world.krasta.db.read((tx) => tx.selectFrom("council_days").select("day").execute())).toEqual([]);
  });

  it("show the records by which a domain is pointed here", async () => {
    expect((await secretary.post("/admin/cilesimet/adresa", { host: "keshilli-lisi.al" })).status).toBe(303);
    const page = await settings();
    for (const said of ["_e-keshilli.keshilli-lisi.al", "TXT", "e-keshilli=", "CNAME", "lisi.localhost", "në pritje"])
      expect(page).toContain(said);
    expect(page).toMatch(/<dt[^>]*>Emri<\/dt><dd[^>]*><span[^>]*><code[^>]*>_e-keshilli\.keshilli-lisi\.al<\/code>/);
    expect((await secretary.post("/admin/cilesimet/adresa", { host: "Këshilli.example" })).status).toBe(303);
    const said = await settings();
    expect(said).toMatch(/<h3[^>]*>(?:<!--.*?-->)*këshilli\.example/);
    expect(said).toContain("Në DNS shkruhet xn--kshilli-rya.example.");
    expect((await secretary.post("/admin/cilesimet/adresa/heqja", { host: "xn--kshilli-rya.example" })).status).toBe(
      303,
    );
    expect((await secretary.post("/admin/cilesimet/adresa", { host: "lisi" })).status).toBe(422);
    expect((await secretary.post("/admin/cilesimet/adresa/heqja", { host: "keshilli-lisi.al" })).status).toBe(303);
    expect(await settings()).not.toContain("_e-keshilli");
  });

  it("say before a new address is confirmed that passkeys of the old one stop, how people sign in then, and whom it meets", async () => {
    expect(await settings()).toContain("Sot askush nuk hyn me çelës.");
    await world.lisi.db.write(async (tx) => {
      const accounts = await tx.selectFrom("accounts").select("id").limit(1).execute();
      for (const { id } of accounts)
        for (const name of ["telefoni", "kompjuteri"])
          await tx
            .insertInto("account_passkeys")
            .values({
              ...{
                passkey_id: `${name}-${id}`,
                account_id: id,
                public_key: Buffer.from("key").toString("base64url"),
                counter: 0,
                name,
              },
              ...{ transports: [], is_synced: false, created_at: world.clock.now(), last_used_at: null },
            })
            .execute();
    });
    const page = await settings();
    expect(page).toContain("çelësat e krijuar te lisi.localhost nuk punojnë më");
    expect(page).toContain("me fjalëkalim dhe me kodin e aplikacionit, ose me një kod rezervë");
    expect(page).toContain("Sot një person hyn me çelës");
    expect(page.indexOf("çelësat e krijuar")).toBeLessThan(page.indexOf('id="domain-host"'));
    expect(await settings("/en/admin/settings")).toContain("One person signs in with a passkey today");
    await world.lisi.db.write((tx) => tx.deleteFrom("account_passkeys").execute());
  });

  it("have their contents in groups at the top, and say where something was saved that it was saved", async () => {
    const page = await settings("/admin/cilesimet?done=social");
    const contents = page.slice(
      page.indexOf('class="settings-contents"'),
      page.indexOf("</nav>", page.indexOf("settings-contents")),
    );
    for (const group of ["Kush jeni", "Si dukeni", "Si punoni", "Çfarë ka faqja"]) expect(contents).toContain(group);
    const sections = [...contents.matchAll(/href="#([a-z-]+)-section"/g)].map(([, name]) => name);
    expect(sections).toEqual([...settingsSections]);
    // What the contents lead to is there, in that order.
    expect([...page.matchAll(/ id="([a-z-]+)-section"/g)].map(([, name]) => name)).toEqual([...settingsSections]);
    expect(page.match(/role="status"[^>]*>[^<]*U ruajt/g)).toHaveLength(1);
    const section = page.slice(page.indexOf('id="social-section"'), page.indexOf('id="colour-section"'));
    expect(section).toContain("U ruajt: Rrjetet sociale.");
  });

  it("switch approval and English on and off, and change the names at once", async () => {
    expect((await secretary.post("/admin/cilesimet/miratimi", { approval: "on" })).status).toBe(303);
    const { approval } = await world.lisi.db.read((tx) =>
      tx.selectFrom("tenant_settings").select("approval").executeTakeFirstOrThrow(),
    );
    expect(approval).toBe(true);
    expect((await secretary.post("/admin/cilesimet/gjuhet", {})).status).toBe(303);
    expect((await council()).languages).toEqual(["sq"]);
    // English addresses lead to the same in Albanian; nothing tells machines of them any more.
    const leads = async (path: string) => {
      const answer = await world.lisi.get(path, { accept: "text/html" });
      return [answer.status, answer.headers.get("location")];
    };
    await world.catchUp();
    expect(await leads("/en/")).toEqual([302, "/"]);
    expect(await leads("/en/acts?year=2026")).toEqual([302, "/aktet?year=2026"]);
    expect(await leads("/en/news.atom")).toEqual([302, "/lajme.atom"]);
    expect((await leads("/en/no-such-page"))[0]).toBe(404);
    expect((await secretary.get("/en/admin/settings")).status).toBe(200);
    expect(await (await world.lisi.get("/aktet")).text()).not.toContain("hreflang");
    expect(await (await world.lisi.get("/sitemap.xml")).text()).not.toContain("/en/");
    expect(await (await world.lisi.get("/lajme.atom")).text()).not.toContain("/en/");
    expect((await world.krasta.get("/en/acts")).status).toBe(200);
    expect((await secretary.post("/admin/cilesimet/gjuhet", { english: "on" })).status).toBe(303);
    await world.catchUp();
    expect((await world.lisi.get("/en/acts")).status).toBe(200);
    const names = { "place.sq": "Lisi", "municipality.sq": "Bashkia Lisi", "council.sq": "Këshilli i Ri" };
    expect((await secretary.post("/admin/cilesimet/emrat", names)).status).toBe(303);
    expect(await settings()).toContain("Këshilli i Ri");
    expect((await world.krasta.json<{ names: object }>("/api/v1/council")).names).toMatchObject({
      council: { sq: "Këshilli Bashkiak Krasta" },
    });
  });

  it("take telephone numbers as people write them, and nothing that is none", async () => {
    const send = (phone: string) => secretary.post("/admin/cilesimet/kontaktet", { phone });
    for (const number of ["042 222 222 ext. 12", "+355 (0)4 222 222, zgj. 7", "042 222 222 ose 042 333 333"])
      expect([number, (await send(number)).status]).toEqual([number, 303]);
    for (const wrong of ["javascript:alert(1)", "call us", "ext. 12", "042 222 222 <b>", "042 222 222 ext"])
      expect([wrong, (await send(wrong)).status]).toEqual([wrong, 422]);
  });

  it("keep the names to one line that can be read: they stand in titles and in subjects of mails", async () => {
    const names = { "place.sq": "Lisi", "municipality.sq": "Bashkia Lisi", "council.sq": "Këshilli i Ri" };
    for (const wrong of ["Këshilli\nBcc: x@y.al", "Këshilli\u202Ei Ri", "\u200B\u200B", "\u2028"]) {
      const refused = await secretary.post("/admin/cilesimet/emrat", { ...names, "council.sq": wrong });
      expect([JSON.stringify(wrong), refused.status]).toEqual([JSON.stringify(wrong), 422]);
      expect(await refused.text()).toContain('href="#names-council-sq"');
    }
    const english = await secretary.post("/admin/cilesimet/emrat", { ...names, "place.en": "Li\nsi" });
    expect(english.status).toBe(422);
    expect((await council()).names).toMatchObject({ council: { sq: "Këshilli i Ri" } });
  });

  it("leave in the audit who changed what, before and after", async () => {
    const changes = await world.lisi.db.read((tx) =>
      tx
        .selectFrom("audit_log")
        .select(["subject_id", "actor", "before", "after"])
        .where("action", "=", "settings.changed")
        .execute(),
    );
    expect(changes.map(({ subject_id }) => subject_id)).toEqual(
      expect.arrayContaining(["social", "colours", "emblem", "approval", "languages", "names"]),
    );
    for (const { actor } of changes) expect(actor).toMatchObject({ kind: "account", name: "Arta secretary" });
  });
});

describe("The settings as an auditor reads them", () => {
  it("show what is set and have nothing to press", async () => {
    const auditor = await signedIn(world, world.lisi, ["auditor"], "auditues@lisi.example");
    await secretary.post("/admin/cilesimet/te-dhenat", { name: "Ana Ndreu", phone: "042 222 222 ext. 12" });
    await secretary.post("/admin/cilesimet/adresa", { host: "keshilli-lisi.al" });
    for (const path of ["/admin/cilesimet", "/en/admin/settings"]) {
      const answer = await auditor.get(path);
      expect(answer.status).toBe(200);
      const page = await answer.text();
      const main = page.slice(page.indexOf("<main"), page.indexOf("</main>"));
      for (const said of ["Ana Ndreu", "042 222 222 ext. 12", "Këshilli i Ri", "Anëtari 1", "keshilli-lisi.al"])
        expect(main).toContain(said);
      expect(main).not.toMatch(/<(form|input|button|select|textarea)\b/);
      for (const name of settingsSections) expect(main).toContain(`id="${name}-section"`);
    }
    expect((await auditor.post("/admin/cilesimet/rrjetet", {})).status).toBe(403);
    expect((await auditor.get("/admin")).status).toBe(200);
    await secretary.post("/admin/cilesimet/adresa/heqja", { host: "keshilli-lisi.al" });
  });
});

describe("The approval of the council", () => {
  it("is switched by the council alone: an operator on a visit only reads how it stands", async () => {
    const { lisi } = world;
    const visitor = visitorOf(world, lisi);
    visitor.cookie = `session=${await visitTo(world, lisi)}`;
    const wish = () =>
      lisi.db.read(
        async (tx) => (await tx.selectFrom("tenant_settings").select("approval").executeTakeFirstOrThrow()).approval,
      );
    await secretary.post("/admin/cilesimet/miratimi", { approval: "on" });
    const refused = await visitor.post("/admin/cilesimet/miratimi", {});
    expect([refused.status, await refused.text()]).toEqual([403, expect.stringContaining("e vendos vetë Këshilli")]);
    const english = await visitor.post("/en/admin/settings/approval", {});
    expect([english.status, await english.text()]).toEqual([
      403,
      expect.stringContaining("is for the Council to decide"),
    ]);
    expect(await wish()).toBe(true);
    const page = await (await visitor.get("/admin/cilesimet")).text();
    expect(page).toContain("E aktivizuar: publikuesi miraton");
    expect(page).not.toContain('action="/admin/cilesimet/miratimi"');
    // What the public reads of a body is not changed here by whoever may not change it there.
    const order = { body: seated.id, people: seated.members.map(({ id }) => id).toReversed() };
    expect((await visitor.post("/admin/cilesimet/renditja", order)).status).toBe(403);
    // Other settings are theirs to help with.
    expect((await visitor.post("/admin/cilesimet/numertimi", { acts: "year" })).status).toBe(303);
    await secretary.post("/admin/cilesimet/miratimi", {});
    expect(await wish()).toBe(false);
  });
});
