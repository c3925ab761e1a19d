import { afterAll, beforeAll, expect, it } from "vitest";
import { signedIn, type Visitor } from "../../../tests/support/accounts.ts";
import { doing } from "../../../tests/support/content.ts";
import { seatBody } from "../../../tests/support/council-rows.ts";
import { fieldsOn } from "../../../tests/support/fields-on.ts";
import { createWorld, type TestCouncil, type TestWorld } from "../../../tests/support/world.ts";
import type { TenantTx } from "../../db/tenant-db.ts";
import { fillPath } from "../../workspace/home.shared.ts";
import { createMeeting } from "../meetings/meetings.service.ts";
import { announceMeeting, cancelMeeting, postponeMeeting } from "../meetings/stages.service.ts";
import { mailingsPaths } from "./mailings.paths.shared.ts";
import { veiled } from "./notice-contacts.service.ts";

let world: TestWorld;
let lisi: TestCouncil;
let arta: Visitor;
let besnik: Visitor;
let auditor: Visitor;
let neighbour: Visitor;
let member: string;
let path: string;
beforeAll(async () => {
  world = await createWorld();
  ({ lisi } = world);
  const council = await seatBody(lisi, "council", "keshilli", { sq: "Këshilli Bashkiak", en: "Municipal Council" }, 2);
  member = council.members[0]!.id;
  arta = await signedIn(world, lisi, ["secretary"]);
  besnik = await signedIn(world, lisi, ["secretary"], "besnik@lisi.example");
  auditor = await signedIn(world, lisi, ["auditor"]);
  neighbour = await signedIn(world, world.krasta, ["secretary"]);
  const { id } = await lisi.db.write((tx) =>
    createMeeting(tx, doing(world), { bodyId: council.id, kind: "ordinary", startsAt: "2026-06-10T18:00:00+02:00" }),
  );
  path = `/admin/mbledhjet/${id}/posta`;
});
afterAll(() => world.end());

const page = async (visitor: Visitor, query = "") => (await visitor.get(path + query)).text();
const opened = async (visitor: Visitor) => fieldsOn(await page(visitor, `?member=${member}`), "address");
const send = (visitor: Visitor, fields: Record<string, string>) => visitor.post(`${path}/adresa`, fields);
const audited = () =>
  lisi.db.read((tx) =>
    tx
      .selectFrom("audit_log")
      .where("action", "=", "person.notice_contact_set")
      .orderBy("id")
      .select(["subject_id", "before", "after"])
      .execute(),
  );

it("Each member’s address for notices stands on the page of the mail, for those who may enter it", async () => {
  expect(await page(arta)).toContain("pa adresë: në letër");
  const form = await opened(arta);
  expect(form).toMatchObject({ personId: member, email: "", language: "sq" });
  const sent = await send(arta, { ...form, email: "anetari@privat.example", language: "en" });
  expect(sent.headers.get("location")).toBe(`${path}?done=address`);
  expect(await page(besnik)).toContain("anetari@privat.example");
  expect(await opened(besnik)).toMatchObject({ email: "anetari@privat.example", language: "en" });
  expect(
    await (await arta.get(path.replace("/admin/mbledhjet", "/en/admin/meetings").replace("posta", "mail"))).text(),
  ).toContain("for notices alone");
  const seen = await page(auditor, `?member=${member}`);
  expect(seen).toContain("vetëm për njoftimet");
  expect(seen).not.toContain("privat.example");
});

it("Whoever enters another address than somebody else just did reads it first; what is untouched stays theirs", async () => {
  const [one, two, three] = [await opened(arta), await opened(besnik), await opened(besnik)];
  expect((await send(arta, { ...one, email: "e.re@privat.example" })).status).toBe(303);
  expect((await send(besnik, { ...three, language: "sq" })).status).toBe(303);
  expect(await opened(arta)).toMatchObject({ email: "e.re@privat.example", language: "sq" });
  const refused = await send(besnik, { ...two, email: "tjeter@privat.example", language: "en" });
  const html = await refused.text();
  expect(refused.status).toBe(422);
  expect(html).toContain("Ndërkohë dikush tjetër shkroi: “e.re@privat.example”");
  const again = fieldsOn(html, "address");
  expect(again.email).toBe("tjeter@privat.example");
  expect((await send(besnik, again)).status).toBe(303);
  expect((await opened(arta)).email).toBe("tjeter@privat.example");
});

it("Emptied it is taken back; where none stands it is asked for, and what is no address is refused", async () => {
  const form = await opened(arta);
  const wrong = await send(arta, { ...form, email: "askund" });
  expect([wrong.status, await wrong.text()]).toEqual([422, expect.stringContaining('href="#address-email"')]);
  const gone = await send(arta, { ...form, email: "" });
  expect(gone.headers.get("location")).toBe(`${path}?done=address_gone`);
  expect(await page(arta, "?done=address_gone")).toContain("Adresa u hoq.");
  const nothing = await send(arta, { ...(await opened(arta)), email: " " });
  expect([nothing.status, await nothing.text()]).toEqual([422, expect.stringContaining('href="#address-email"')]);
});

it("The audit tells which address stood before and which stands now, veiled; sent twice it is told once", async () => {
  const first = { language: "en", noticeAddress: "a•••••i@p••••t.example" };
  const second = { ...first, noticeAddress: "e••e@p••••t.example" };
  const third = { language: expect.any(String), noticeAddress: "t••••r@p••••t.example" };
  expect((await audited()).map(({ before, after }) => [before, after])).toEqual([
    [null, first],
    [first, { ...second, isAnotherAddress: true }],
    [second, { ...second, language: "sq" }],
    [
      { ...second, language: "sq" },
      { ...third, isAnotherAddress: true },
    ],
    [third, null],
  ]);
  const form = { ...(await opened(arta)), email: "prape@privat.example" };
  for (const _ of [1, 2]) expect((await send(arta, form)).status).toBe(303);
  expect(await audited()).toHaveLength(6);
  const audit = await (await auditor.get("/admin/auditi")).text();
  expect(audit).toContain("Adresa për njoftimet");
  expect(audit).toContain("t••••r@p••••t.example");
  expect(audit).not.toContain("privat.example");
});

it.each([
  ["arta.hoxha@gmail.com", "a••••••••a@g•••l.com"],
  ["ab@posta.lisi.example", "••@p•••a.l••i.example"],
  ['"a@b"@abc.example', '"•••"@•••.example'],
])("%s is told as %s", (email, told) => {
  expect(veiled(email)).toBe(told);
});

it("Nobody else’s secretary sees or enters it", async () => {
  expect((await neighbour.get(path)).status).toBe(404);
  const sent = await send(neighbour, { ...(await opened(arta)), email: "fqinji@krasta.example" });
  expect(sent.status).toBe(404);
  expect((await send(auditor, { ...(await opened(arta)), email: "a@lisi.example" })).status).toBe(403);
  expect((await opened(arta)).email).toBe("prape@privat.example");
});

it("Whoever finds that another took the address back meanwhile may leave it so", async () => {
  await send(arta, { ...(await opened(arta)), email: "heret@privat.example" });
  const mine = await opened(besnik);
  expect((await send(arta, { ...(await opened(arta)), email: "" })).status).toBe(303);
  const refused = await send(besnik, { ...mine, email: "vone@privat.example" });
  expect(refused.status).toBe(422);
  const again = fieldsOn(await refused.text(), "address");
  expect(again).toHaveProperty(["choose.email"], "mine");
  expect((await send(besnik, { ...again, "choose.email": "theirs" })).status).toBe(303);
  expect((await opened(arta)).email).toBe("");
});

it("Of a meeting called off whose notice never went by mail it is said just that, in both languages", async () => {
  const { body_id } = await lisi.db.read((tx) => tx.selectFrom("meetings").select("body_id").executeTakeFirstOrThrow());
  const off = async (startsAt: string, work: (tx: TenantTx, id: string) => Promise<unknown>) => {
    const { id } = await lisi.db.write((tx) =>
      createMeeting(tx, doing(world), { bodyId: body_id, kind: "ordinary", startsAt }),
    );
    await lisi.db.write((tx) => announceMeeting(tx, doing(world), id));
    await lisi.db.write((tx) => work(tx, id));
    return async (locale: "sq" | "en") => (await arta.get(fillPath(mailingsPaths.mailing, { id })[locale])).text();
  };
  const reason = { sq: "Nuk ka kuorum.", en: "No quorum." };
  const postponed = await off("2026-06-17T18:00:00+02:00", (tx, id) =>
    postponeMeeting(tx, doing(world), id, reason, null),
  );
  const cancelled = await off("2026-06-18T18:00:00+02:00", (tx, id) => cancelMeeting(tx, doing(world), id, reason));
  expect(await postponed("sq")).toContain("prandaj as shtyrja nuk u dërgohet");
  expect(await postponed("sq")).not.toContain("Mbledhja ka filluar ose ka mbaruar");
  expect(await postponed("en")).toContain("so neither is the postponement");
  expect(await cancelled("sq")).toContain("prandaj as anulimi nuk u dërgohet");
  expect(await cancelled("en")).toContain("so neither is the cancellation");
});
