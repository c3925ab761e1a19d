import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { doing } from "../../../tests/support/content.ts";
import { createWorld, type TestCouncil, type TestWorld } from "../../../tests/support/world.ts";
import { openOperatorDb } from "../../db/operator-db.ts";
import { registryDb } from "../../db/registry-db.ts";
import type { TenantTx } from "../../db/tenant-db.ts";
import { AppError } from "../../http/errors.ts";
import { InvalidInput } from "../../http/problem.ts";
import { adoptWish, verifyHost } from "../tenants/hosts.service.ts";
import type { Council } from "./council.schema.ts";
import type { Dns } from "./dns.ts";
import { checkDomain, dropDomain, findDomains, wishDomain } from "./domain.service.ts";
import { drawEmblem, uploadEmblem } from "./own-emblem.ts";
import {
  changeColour,
  changeContacts,
  changeDataOfficer,
  changeLanguages,
  changeMedia,
  changeNames,
  changeNumbering,
  changeSocial,
  takeEmblem,
} from "./settings.service.ts";

let world: TestWorld;
let lisi: TestCouncil;
let krasta: TestCouncil;
beforeAll(async () => {
  world = await createWorld();
  ({ lisi, krasta } = world);
});
afterAll(() => world.end());

const by = () => doing(world);
const write = <T>(work: (tx: TenantTx) => Promise<T>, council = lisi) => council.db.write(work);
const council = (of = lisi) => of.json<Council>("/api/v1/council");
const lastChange = (section: string, of = lisi) =>
  of.db.read((tx) =>
    tx
      .selectFrom("audit_log")
      .select(["action", "before", "after"])
      .where("subject", "=", "settings")
      .where("subject_id", "=", section)
      .orderBy("id", "desc")
      .executeTakeFirst(),
  );
const refused = async (work: (tx: TenantTx) => Promise<unknown>) => {
  const error: unknown = await write(work).catch((failure) => failure);
  if (!(error instanceof AppError)) throw error;
  return error instanceof InvalidInput ? error.fields.map(({ path, code }) => `${path} ${code}`) : error.code;
};

describe("The names of a council", () => {
  const names = {
    place: { sq: "Lisi i Ri", en: "New Lisi" },
    municipality: { sq: "Bashkia Lisi i Ri", en: "Municipality of New Lisi" },
    council: { sq: "Këshilli Bashkiak Lisi i Ri", en: "New Lisi Municipal Council" },
  };

  it("stand on every page and feed once they are changed, and a neighbour's stay", async () => {
    const before = await council();
    await write((tx) => changeNames(tx, by(), names));
    await world.services.registry.reload();
    expect((await council()).names).toEqual(names);
    expect(await (await lisi.get("/manifest.webmanifest")).json()).toMatchObject({ short_name: "Lisi i Ri" });
    expect((await council(krasta)).names.place).toEqual({ sq: "Krasta", en: "Krasta" });
    expect(await lastChange("names")).toEqual({ action: "settings.changed", before: before.names, after: names });
  });

  it("need their Albanian forms", async () => {
    const without = { ...names, council: { sq: " ", en: "Council" } };
    expect(await refused((tx) => changeNames(tx, by(), without))).toEqual(["council.sq text.required"]);
    expect((await council()).names).toEqual(names);
  });

  it("are all of the registry that a council's own transaction may write, and only in its own row", async () => {
    const tried = (sql: string) => lisi.db.write((tx) => tx.executeQuery(raw(sql)));
    const raw = (sql: string) => ({ sql, parameters: [], query: { kind: "RawNode" } }) as never;
    await expect(tried("update tenants set state = 'live'")).rejects.toThrow(/permission denied/);
    await expect(tried("update tenant_hosts set kind = 'primary'")).rejects.toThrow(/permission denied/);
    await tried(`update tenants set names = '{"place":{"sq":"X"}}' where slug = 'krasta'`);
    await world.services.registry.reload();
    expect((await council(krasta)).names.place).toEqual({ sq: "Krasta", en: "Krasta" });
  });
});

describe("Contacts", () => {
  it("are known as far as they are written, and what is left empty is unknown", async () => {
    const given = {
      address: { sq: "Sheshi 1", en: "" },
      phone: "+355 1",
      email: "",
      hours: { sq: "", en: "" },
      municipalityWebsite: "https://lisi.example",
      units: "Lisi\n\n Arra ",
      seats: "21",
      term: "2023–2027",
    };
    await write((tx) => changeContacts(tx, by(), given));
    expect((await council()).contacts).toEqual({
      ...{ address: { sq: "Sheshi 1", en: "" }, phone: "+355 1", municipalityWebsite: "https://lisi.example" },
      ...{ units: ["Lisi", "Arra"], seats: 21, term: "2023–2027" },
    });
  });

  it("of one section leave those of the others as they are, also when two are saved at once", async () => {
    await Promise.all([
      write((tx) => changeSocial(tx, by(), { Facebook: "https://facebook.com/lisi", X: "" })),
      write((tx) => changeMedia(tx, by(), { name: "Ana Gjoka", phone: "+355 2", email: "", role: { sq: "" } })),
      write((tx) => changeDataOfficer(tx, by(), { name: "Ben Duka", email: "ben@lisi.example" })),
    ]);
    const { contacts } = await council();
    expect(contacts).toMatchObject({
      seats: 21,
      social: [{ network: "Facebook", url: "https://facebook.com/lisi" }],
      media: { name: "Ana Gjoka", phone: "+355 2" },
      dataOfficer: { name: "Ben Duka", email: "ben@lisi.example" },
    });
    expect(await lastChange("media")).toMatchObject({ before: {}, after: { media: { name: "Ana Gjoka" } } });
  });

  it("of somebody who is there no more are taken away by leaving all of them empty", async () => {
    const empty = { name: "", phone: "", email: "", role: { sq: "", en: "" }, hours: { sq: "", en: "" } };
    await write((tx) => changeMedia(tx, by(), { ...empty, accreditation: { sq: "", en: "" } }));
    await write((tx) => changeDataOfficer(tx, by(), empty));
    const { contacts } = await council();
    expect([contacts.media, contacts.dataOfficer, contacts.seats]).toEqual([undefined, undefined, 21]);
    expect(await lastChange("media")).toMatchObject({ before: { media: { name: "Ana Gjoka" } }, after: {} });
  });

  it("that are wrong are refused by name, and nothing of that section is saved", async () => {
    const wrong = { phone: "+355 9", email: "jo", municipalityWebsite: "javascript:alert(1)", seats: "many" };
    expect(await refused((tx) => changeContacts(tx, by(), wrong))).toEqual([
      "email email.malformed",
      "municipalityWebsite url.malformed",
      "seats number.not_whole",
    ]);
    const nameless = { name: "", phone: "+355 2" };
    expect(await refused((tx) => changeMedia(tx, by(), nameless))).toEqual(["name text.required"]);
    const strange = { phone: "javascript:alert(1)", term: "2027–2023" };
    expect(await refused((tx) => changeContacts(tx, by(), strange))).toEqual([
      "phone settings.phone_malformed",
      "term settings.term_backwards",
    ]);
    const elsewhere = { Facebook: "https://example.org/lisi", X: "https://lisi:fshehte@x.com/lisi" };
    expect(await refused((tx) => changeSocial(tx, by(), elsewhere))).toEqual([
      "Facebook settings.other_network",
      "X url.with_password",
    ]);
    expect(await refused((tx) => changeSocial(tx, by(), { X: "http://x.example" }))).toEqual(["X url.malformed"]);
    expect((await council()).contacts.phone).toBe("+355 1");
  });
});

describe("The colour", () => {
  it("is taken when everything can be read on it, and else refused with the nearest shade", async () => {
    await write((tx) => changeColour(tx, by(), { brand: "#8E1F33" }));
    expect(await lastChange("colours")).toMatchObject({ before: { brand: "#005c42" }, after: { brand: "#8e1f33" } });
    const pale = await write((tx) => changeColour(tx, by(), { brand: "#ffcc00" })).catch((failure) => failure);
    expect(pale).toMatchObject({ code: "settings.low_contrast", params: { suggestion: expect.stringMatching(/^#/) } });
    expect(await refused((tx) => changeColour(tx, by(), { brand: "red" }))).toEqual([
      "brand settings.colour_malformed",
    ]);
    expect((await (await lisi.get("/manifest.webmanifest")).json()).theme_color).toBe("#8e1f33");
  });
});

describe("The emblem", () => {
  const svg = (inside: string) =>
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="96" height="112">${inside}</svg>`,
    );
  const shelf = (of = lisi) => ({ storage: world.services.storage, tenantId: of.id });

  it("of the council's own is drawn once as a picture that carries nothing else", async () => {
    const sent = svg('<script>alert(1)</script><rect width="96" height="112" fill="#00f" onload="alert(1)"/>');
    await uploadEmblem(shelf(), lisi.db, by(), sent);
    const { emblemPicture } = await council();
    expect(emblemPicture).toMatchObject({ width: 384, height: 448 });
    const answer = await lisi.get(emblemPicture!.src);
    expect(answer.headers.get("content-type")).toBe("image/png");
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect(bytes.includes("alert")).toBe(false);
    const { dominant } = await sharp(bytes).stats();
    expect(dominant.b).toBeGreaterThan(200);
    expect((await krasta.get(emblemPicture!.src)).status).toBe(404);
    expect((await council(krasta)).emblemPicture).toBeNull();
  });

  it("is in the icons that telephones and browsers show", async () => {
    const icon = Buffer.from(await (await lisi.get("/icon-192.png")).arrayBuffer());
    const { data, info } = await sharp(icon).raw().toBuffer({ resolveWithObject: true });
    const middle = (96 * info.width + 96) * info.channels;
    expect([...data.subarray(middle, middle + 3)]).toEqual([0, 0, 255]);
    expect(await (await lisi.get("/icon.svg")).text()).toContain("data:image/png;base64,");
  });

  it("fetches and reads nothing while it is drawn", async () => {
    const readsFile = svg(
      '<image xlink:href="file:///etc/hostname" width="96" height="112"/><rect width="9" height="9"/>',
    );
    expect((await drawEmblem(readsFile)).width).toBe(384);
    const entity = Buffer.from(
      `<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/hostname">]><svg xmlns="http://www.w3.org/2000/svg" width="96" height="112"><text y="50">&a;</text></svg>`,
    );
    const drawn = await drawEmblem(entity).catch((failure) => failure.code);
    if (drawn !== "settings.emblem_unreadable") {
      const { channels } = await sharp(drawn.bytes).stats();
      expect(channels.every(({ max }) => max === 0)).toBe(true);
    }
    const bomb = Buffer.from(
      `<!DOCTYPE svg [<!ENTITY a "${"x".repeat(1000)}">${Array.from({ length: 12 }, (_, at) => `<!ENTITY b${at} "${`&${at ? `b${at - 1}` : "a"};`.repeat(10)}">`).join("")}]><svg xmlns="http://www.w3.org/2000/svg" width="96" height="112"><text>&b11;</text></svg>`,
    );
    await expect(drawEmblem(bomb)).rejects.toMatchObject({ code: "settings.emblem_unreadable" });
  });

  it("ends with its process when it would be drawn for long, and others are drawn after it", async () => {
    const letters = Array.from({ length: 20_000 }, (_, at) => `<text y="${at % 90}">${"lol".repeat(10)}</text>`).join(
      "",
    );
    await expect(drawEmblem(svg(letters), 3_000)).rejects.toMatchObject({ code: "settings.emblem_unreadable" });
    expect((await drawEmblem(svg('<rect width="9" height="9"/>'))).width).toBe(384);
  });

  it.each([
    ["a text", Buffer.from("hello"), "settings.emblem_unreadable"],
    ["nothing", Buffer.alloc(0), "settings.emblem_unreadable"],
    ["more than is accepted", Buffer.alloc(1025 * 1024), "settings.emblem_too_large"],
  ])("cannot be %s", async (_, bytes, code) => {
    await expect(drawEmblem(bytes)).rejects.toMatchObject({ code });
  });

  it("cannot be a picture of a few pixels", async () => {
    const tiny = await sharp({ create: { width: 20, height: 20, channels: 3, background: "red" } })
      .png()
      .toBuffer();
    await expect(drawEmblem(tiny)).rejects.toMatchObject({ code: "settings.emblem_too_small", params: { pixels: 96 } });
  });

  it.each([
    ["a line", 4000, 10],
    ["a post", 100, 401],
  ])("cannot be %s", async (_, width, height) => {
    const picture = await sharp({ create: { width, height, channels: 3, background: "red" } })
      .png()
      .toBuffer();
    const refusal = { code: "settings.emblem_too_long", params: { times: 4 } };
    await expect(drawEmblem(picture)).rejects.toMatchObject(refusal);
    const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="9" height="9"/></svg>`;
    await expect(drawEmblem(Buffer.from(drawing))).rejects.toMatchObject(refusal);
  });

  it("may be four times as wide as high, or as high as wide", async () => {
    for (const [width, height] of [
      [800, 200],
      [100, 400],
    ] as const) {
      const picture = await sharp({ create: { width, height, channels: 3, background: "red" } })
        .png()
        .toBuffer();
      const drawn = await drawEmblem(picture);
      expect(drawn.width / drawn.height).toBeCloseTo(width / height, 1);
    }
  });

  it("gives way to one of those that all may take", async () => {
    const { emblemPicture } = await council();
    await write((tx) => takeEmblem(tx, by(), { emblem: "mountains" }));
    expect(await council()).toMatchObject({ emblem: "mountains", emblemPicture: null });
    expect((await lisi.get(emblemPicture!.src)).status).toBe(404);
    expect(await refused((tx) => takeEmblem(tx, by(), { emblem: "nothing-like-it" }))).toBe("settings.emblem_unknown");
  });
});

describe("Languages and numbering", () => {
  it("are changed with a trace; Albanian stays whatever is asked", async () => {
    await write((tx) => changeLanguages(tx, by(), {}));
    expect((await council()).languages).toEqual(["sq"]);
    await write((tx) => changeLanguages(tx, by(), { english: "on" }));
    expect(await lastChange("languages")).toMatchObject({ before: { languages: ["sq"] } });
    await write((tx) => changeNumbering(tx, by(), { acts: "term" }));
    expect(await lastChange("numbering")).toMatchObject({ before: {}, after: { acts: "term" } });
    expect(await refused((tx) => changeNumbering(tx, by(), { acts: "week" as "year" }))).toEqual([
      "acts settings.numbering_unknown",
    ]);
  });

  it("leave no trace where nothing changed", async () => {
    const count = () =>
      lisi.db.read(async (tx) =>
        Number(
          (
            await tx
              .selectFrom("audit_log")
              .select((eb) => eb.fn.countAll().as("n"))
              .executeTakeFirstOrThrow()
          ).n,
        ),
      );
    const before = await count();
    await write((tx) => changeNumbering(tx, by(), { acts: "term" }));
    await write((tx) => changeLanguages(tx, by(), { english: "on" }));
    expect(await count()).toBe(before);
  });
});

describe("A domain of the council's own", () => {
  /** What DNS answers. */
  const zone = {
    texts: new Map<string, string[][]>(),
    aliases: new Map<string, string[]>(),
    addresses: new Map<string, string[]>(),
  };
  const asked =
    <T>(answers: Map<string, T>) =>
    async (name: string) => {
      const answer = answers.get(name);
      if (!answer) throw Object.assign(new Error("ENODATA"), { code: "ENODATA" });
      return answer;
    };
  const dns: Dns = { texts: asked(zone.texts), aliases: asked(zone.aliases), addresses: asked(zone.addresses) };
  const domains = (of = lisi) =>
    of.db.read((tx) => findDomains(tx, registryDb(world.services.pool), { id: of.id, primaryHost: of.host }));
  const host = "keshilli-lisi.al";
  const check = (asking = dns) => checkDomain(lisi.db, asking, by(), { host, ours: lisi.host });

  it("waits until its records are there, is pointed then, and is in use once the operator confirms it", async () => {
    expect(await write((tx) => wishDomain(tx, by(), "Keshilli-Lisi.AL.", "localhost"))).toBe(host);
    const [wish] = (await domains()).wishes;
    expect(wish).toMatchObject({ host, state: "waiting", target: "lisi.localhost", checkedAt: null });
    await check();
    expect((await domains()).wishes[0]).toMatchObject({ state: "waiting", isProven: false, leadsHere: false });

    zone.texts.set(wish!.proof.name, [[wish!.proof.value]]);
    zone.aliases.set(host, ["lisi.localhost."]);
    await check();
    expect((await domains()).wishes[0]).toMatchObject({ state: "pointed", isProven: true, leadsHere: true });
    expect((await world.ask(host, "/api/v1/council")).status).toBe(404);

    const operator = openOperatorDb(world.database.appUrl);
    expect(await adoptWish(operator, { slug: "krasta", host })).toBe(false);
    expect(await adoptWish(operator, { slug: "lisi", host })).toBe(true);
    const now = world.clock.now();
    await verifyHost(operator, dns.texts, { slug: "lisi", host, primary: false, now });
    await operator.destroy();
    expect((await domains()).wishes[0]).toMatchObject({ state: "active" });
    await world.services.registry.reload();
    expect((await world.ask(host, "/api/v1/council")).status).toBe(301);
    expect(await refused((tx) => dropDomain(tx, by(), { host, isActive: true }))).toBe("settings.domain_in_use");
  });

  it("that leads to our address is pointed too, and when DNS does not answer that is said", async () => {
    zone.aliases.delete(host);
    zone.addresses.set(host, ["192.0.2.7"]).set(lisi.host, ["192.0.2.7", "192.0.2.8"]);
    await check();
    expect((await domains()).wishes[0]).toMatchObject({ leadsHere: true, found: { addresses: ["192.0.2.7"] } });
    const silent = () => Promise.reject(Object.assign(new Error("timeout"), { code: "ETIMEOUT" }));
    await check({ texts: silent, aliases: silent, addresses: silent });
    expect((await domains()).wishes[0]).toMatchObject({ isProven: false, found: { failure: "ETIMEOUT" } });
  });

  it("takes nothing from a council that wishes for the same, and is seen by nobody else", async () => {
    expect((await domains(krasta)).wishes).toEqual([]);
    await write((tx) => wishDomain(tx, by(), host, "localhost"), krasta);
    expect((await domains(krasta)).wishes[0]).toMatchObject({ host, state: "waiting" });
    await krasta.db.write((tx) => dropDomain(tx, by(), { host, isActive: false }));
    expect((await domains()).wishes).toHaveLength(1);
  });

  it.each(["lisi", "x.localhost", "10.0.0.1", "a b.al", ""])("cannot be %j", async (typed) => {
    expect(await refused((tx) => wishDomain(tx, by(), typed, "localhost"))).toBe("settings.domain_impossible");
  });

  it("is one of three at the most", async () => {
    for (const name of ["a.al", "b.al"]) await write((tx) => wishDomain(tx, by(), name, "localhost"));
    expect(await refused((tx) => wishDomain(tx, by(), "c.al", "localhost"))).toBe("settings.too_many_domains");
  });
});
