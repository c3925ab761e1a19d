import { afterAll, beforeAll, expect, it } from "vitest";
import { signedIn, type Visitor } from "../../../tests/support/accounts.ts";
import { seatBody } from "../../../tests/support/council-rows.ts";
import { fieldsOn } from "../../../tests/support/fields-on.ts";
import { createWorld, type TestWorld } from "../../../tests/support/world.ts";
import { phrases } from "../../http/phrases.ts";

let world: TestWorld;
let arta: Visitor;
let besnik: Visitor;
let neighbour: Visitor;
let seated: Awaited<ReturnType<typeof seatBody>>;
beforeAll(async () => {
  world = await createWorld();
  arta = await signedIn(world, world.lisi, ["secretary"]);
  besnik = await signedIn(world, world.lisi, ["secretary"], "besnik@lisi.example");
  neighbour = await signedIn(world, world.krasta, ["secretary"]);
  seated = await seatBody(world.lisi, "council", "keshilli", { sq: "Këshilli", en: "The Council" }, 3);
});
afterAll(() => world.end());

const opened = async (visitor: Visitor, form: string) =>
  fieldsOn(await (await visitor.get("/admin/cilesimet")).text(), form);
const at = (section: string) => `/admin/cilesimet/${section}`;

it("Two who fill in different fields of a section both get what they wrote", async () => {
  const [one, two] = [await opened(arta, "contacts"), await opened(besnik, "contacts")];
  expect((await arta.post(at("kontaktet"), { ...one, phone: "+355 4 222 3333" })).status).toBe(303);
  expect((await besnik.post(at("kontaktet"), { ...two, "hours.sq": "E hënë–e premte" })).status).toBe(303);
  expect(await opened(arta, "contacts")).toMatchObject({ phone: "+355 4 222 3333", "hours.sq": "E hënë–e premte" });
});

it("Who writes another name than somebody else just did reads it first, and is asked once", async () => {
  const [one, two] = [await opened(arta, "names"), await opened(besnik, "names")];
  expect((await arta.post(at("emrat"), { ...one, "place.sq": "Lisi i Ri" })).status).toBe(303);
  const refused = await besnik.post(at("emrat"), { ...two, "place.sq": "Lisi i Vjetër" });
  const html = await refused.text();
  expect(refused.status).toBe(422);
  expect(html).toContain("Ndërkohë dikush tjetër shkroi: “Lisi i Ri”");
  const again = fieldsOn(html, "names");
  expect(again["place.sq"]).toBe("Lisi i Vjetër");
  expect((await besnik.post(at("emrat"), again)).status).toBe(303);
  expect((await opened(arta, "names"))["place.sq"]).toBe("Lisi i Vjetër");
});

it("Who writes another name than somebody else just did may take the other's, and what they wrote elsewhere stays", async () => {
  const [one, two] = [await opened(arta, "contacts"), await opened(besnik, "contacts")];
  const sent = { ...one, phone: "+355 4 222 1111", "hours.sq": "E martë" };
  expect((await arta.post(at("kontaktet"), sent)).status).toBe(303);
  const typed = { ...two, phone: "+355 4 222 9999", "hours.sq": "E mërkurë", email: "keshilli@lisi.example" };
  const refused = await besnik.post(at("kontaktet"), typed);
  const html = await refused.text();
  expect(refused.status).toBe(422);
  expect(html).toContain("Çfarë të mbetet këtu?");
  const again = fieldsOn(html, "contacts");
  expect(again).toMatchObject({ "choose.phone": "mine", "choose.hours.sq": "mine" });
  expect(again).not.toHaveProperty(["choose.email"]);
  expect((await besnik.post(at("kontaktet"), { ...again, "choose.phone": "theirs" })).status).toBe(303);
  expect(await opened(arta, "contacts")).toMatchObject({
    ...{ phone: "+355 4 222 1111", "hours.sq": "E mërkurë", email: "keshilli@lisi.example" },
  });
  expect((await neighbour.get("/admin/cilesimet")).status).toBe(200);
  expect(await opened(neighbour, "contacts")).not.toMatchObject({ phone: "+355 4 222 1111" });
});

it("What another has emptied meanwhile may be left empty, and it is asked in both languages", async () => {
  await arta.post(at("kontaktet"), { ...(await opened(arta, "contacts")), "hours.en": "Monday" });
  const [one, two] = [await opened(arta, "contacts"), await opened(besnik, "contacts")];
  expect((await arta.post(at("kontaktet"), { ...one, "hours.en": "" })).status).toBe(303);
  const refused = await besnik.post("/en/admin/settings/contacts", { ...two, "hours.en": "Tuesday" });
  const html = await refused.text();
  expect(html).toContain("What is to stay here?");
  expect(html).toContain("What the other wrote");
  const again = { ...fieldsOn(html, "contacts"), "choose.hours.en": "theirs" };
  expect((await besnik.post(at("kontaktet"), again)).status).toBe(303);
  expect((await opened(arta, "contacts"))["hours.en"]).toBe("");
});

it("A section that is saved untouched leaves what another has chosen there: colour, emblem, languages, numbers", async () => {
  const untouched = await Promise.all(
    ["emblem", "languages", "numbering", "colour"].map((form) => opened(besnik, form)),
  );
  const emblems = /name="emblem" value="(\w[\w-]*)"/g;
  const names = [...(await (await arta.get("/admin/cilesimet")).text()).matchAll(emblems)].map(([, name]) => name!);
  const other = names.find((name) => name !== untouched[0]!.emblem)!;
  await arta.post(at("stema"), { ...untouched[0], emblem: other });
  const { english, ...languages } = untouched[1]!;
  expect(english).toBe("on");
  await arta.post(at("gjuhet"), languages);
  await arta.post(at("numertimi"), { ...untouched[2], acts: "term" });
  await arta.post(at("ngjyra"), { ...untouched[3], brand: "#0b5b46" });
  for (const [form, path] of [
    [0, "stema"],
    [1, "gjuhet"],
    [2, "numertimi"],
    [3, "ngjyra"],
  ] as const)
    expect((await besnik.post(at(path), untouched[form]!)).status).toBe(303);
  expect((await opened(arta, "emblem")).emblem).toBe(other);
  expect((await opened(arta, "languages")).english).toBeUndefined();
  expect((await opened(arta, "numbering")).acts).toBe("term");
  expect((await opened(arta, "colour")).brand).toBe("#0b5b46");
});

it("Two who choose another emblem: the second reads which one it is by now, and their own choice is kept", async () => {
  const [one, two] = [await opened(arta, "emblem"), await opened(besnik, "emblem")];
  const page = await (await arta.get("/admin/cilesimet")).text();
  const names = [...page.matchAll(/name="emblem" value="(\w[\w-]*)"/g)].map(([, name]) => name!);
  const [first, second] = names.filter((name) => name !== one.emblem);
  await arta.post(at("stema"), { ...one, emblem: first! });
  const refused = await besnik.post(at("stema"), { ...two, emblem: second! });
  const html = await refused.text();
  expect([refused.status, html]).toEqual([
    422,
    expect.stringContaining(
      `Ndërkohë dikush tjetër shkroi: “${phrases("sq", "settings")(`emblem.${first as "olive"}`)}”`,
    ),
  ]);
  expect(fieldsOn(html, "emblem").emblem).toBe(second);
});

it("An emblem of its own that somebody has uploaded meanwhile is seen before another takes its place", async () => {
  const drawing = (colour: string) =>
    `<svg xmlns="http://www.w3.org/2000/svg" width="96" height="112"><rect width="96" height="112" fill="${colour}"/></svg>`;
  const upload = (visitor: Visitor, colour: string, seen: string) => {
    const body = new FormData();
    body.set("seen", seen);
    body.set("file", new File([drawing(colour)], "stema.svg"));
    return world.ask(world.lisi.host, at("stema/e-vet"), {
      ...{ method: "POST", body },
      headers: { accept: "text/html", cookie: visitor.cookie!, "sec-fetch-site": "same-origin" },
    });
  };
  const picture = async () =>
    (await world.lisi.json<{ emblemPicture: { src: string } | null }>("/api/v1/council")).emblemPicture?.src;
  const [one, two] = [await opened(arta, "own-emblem"), await opened(besnik, "own-emblem")];
  expect((await upload(arta, "#00f", one.seen!)).status).toBe(303);
  await world.catchUp();
  const first = await picture();
  const refused = await upload(besnik, "#f00", two.seen!);
  const html = await refused.text();
  expect([refused.status, html]).toEqual([
    409,
    expect.stringContaining("Ndërkohë dikush tjetër vuri një stemë tjetër"),
  ]);
  expect(await picture()).toBe(first);

  // Of two pictures of their own the second is another emblem, for whoever would take one that every council may take.
  const choice = await opened(arta, "emblem");
  expect((await upload(besnik, "#f00", fieldsOn(html, "own-emblem").seen!)).status).toBe(303);
  await world.catchUp();
  const second = await picture();
  expect(second).not.toBe(first);
  const taken = await arta.post(at("stema"), { ...choice, emblem: "default" });
  expect([taken.status, await taken.text()]).toEqual([
    422,
    expect.stringContaining("Ndërkohë dikush tjetër shkroi: “"),
  ]);
  await world.catchUp();
  expect(await picture()).toBe(second);
  expect((await arta.post(at("stema"), { ...(await opened(arta, "emblem")), emblem: "default" })).status).toBe(303);
  await world.catchUp();
  expect(await picture()).toBeUndefined();
});

it("What a council says it does not have is not said over by another", async () => {
  const form = "module-gallery";
  const [one, two] = [await opened(arta, form), await opened(besnik, form)];
  await arta.post(at("pjeset"), { ...one, "reason.sq": "Nuk bëhen fotografi." });
  const refused = await besnik.post(at("pjeset"), { ...two, "reason.sq": "Ende s’ka fotografi." });
  expect([refused.status, await refused.text()]).toEqual([422, expect.stringContaining("“Nuk bëhen fotografi.”")]);
});

it("A button moves a member within the order that somebody else has made meanwhile; two orders of their own are shown", async () => {
  const [first, second, third] = seated.members.map(({ id }) => id) as [string, string, string];
  const people = [first, second, third];
  const was = people.join(" ");
  const send = (visitor: Visitor, given: object) =>
    visitor.post(at("renditja"), { body: seated.id, people, was, ...given });
  expect((await send(arta, { people: [third, first, second] })).status).toBe(303);
  // Besnik's list still shows the first one on top.
  expect((await send(besnik, { move: `down ${first}` })).status).toBe(303);
  const order = async () =>
    [...(await (await arta.get("/admin/cilesimet")).text()).matchAll(/name="people" value="([\w-]+)"/g)].map(
      ([, id]) => id,
    );
  expect(await order()).toEqual([third, second, first]);

  const refused = await send(besnik, { people: [second, first, third] });
  const html = await refused.text();
  expect([refused.status, html]).toEqual([422, expect.stringContaining("Ndërkohë dikush tjetër i renditi kështu: ")]);
  const shown = [...html.matchAll(/name="people" value="([\w-]+)"/g)].map(([, id]) => id!);
  expect(shown).toEqual([second, first, third]);
  expect((await send(besnik, { people: shown, was: fieldsOn(html, "order").was })).status).toBe(303);
  expect(await order()).toEqual([second, first, third]);
});

it("Two who press the button in the same instant both get what they wrote", async () => {
  for (let round = 0; round < 6; round += 1) {
    const [one, two] = [await opened(arta, "contacts"), await opened(besnik, "contacts")];
    const [phone, seats] = [`+355 4 222 ${1000 + round}`, `${15 + round}`];
    const sent = await Promise.all([
      arta.post(at("kontaktet"), { ...one, phone }),
      besnik.post(at("kontaktet"), { ...two, seats }),
    ]);
    expect(sent.map(({ status }) => status)).toEqual([303, 303]);
    expect(await opened(arta, "contacts")).toMatchObject({ phone, seats });
  }
  const [one, two] = [await opened(arta, "names"), await opened(besnik, "names")];
  await Promise.all([
    arta.post(at("emrat"), { ...one, "place.en": "Lisi Town" }),
    besnik.post(at("emrat"), { ...two, "municipality.en": "Municipality of Lisi Town" }),
  ]);
  expect(await opened(arta, "names")).toMatchObject({
    "place.en": "Lisi Town",
    "municipality.en": "Municipality of Lisi Town",
  });
});

it("Of a long text that somebody else wrote all can be read and taken", async () => {
  const [one, two] = [await opened(arta, "contacts"), await opened(besnik, "contacts")];
  const units = Array.from({ length: 40 }, (_, at) => `Njësia ${at + 1}`).join("\n");
  await arta.post(at("kontaktet"), { ...one, units });
  const html = await (await besnik.post(at("kontaktet"), { ...two, units: "Lisi" })).text();
  expect(html).toContain("I gjithë teksti i tjetrit");
  expect(html.match(/Njësia 40/g)!.length).toBeGreaterThan(1);
  expect(html).toContain("…”");
});

it("What another council has set is told to nobody, also to who sends a form of theirs", async () => {
  const ours = await opened(arta, "contacts");
  const sent = await neighbour.post(at("kontaktet"), { ...ours, phone: "+355 4 999 9999" });
  expect(await sent.text()).not.toContain("+355 4 222 1005");
  expect(await opened(arta, "contacts")).toMatchObject({ phone: "+355 4 222 1005" });
});
