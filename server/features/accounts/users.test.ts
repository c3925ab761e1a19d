import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { accountFor, goodPassword, signedIn, type Visitor, visitorOf } from "../../../tests/support/accounts.ts";
import { chamberOf } from "../../../tests/support/chamber.ts";
import { fieldsOn } from "../../../tests/support/fields-on.ts";
import { createWorld, type TestWorld } from "../../../tests/support/world.ts";
import { phrases } from "../../http/phrases.ts";
import type { Actor } from "../../http/scope.ts";
import { type Right, reachOf, rightsWhere } from "./policies.ts";
import { offeredRoles } from "./roles.shared.ts";

let world: TestWorld;
let secretary: Visitor & { email: string };
beforeAll(async () => {
  world = await createWorld();
  secretary = await signedIn(world, world.lisi, ["secretary"], "sekretari@lisi.example");
});
afterAll(() => world.end());

const leadsTo = (answer: Response) => [answer.status, answer.headers.get("location")];
const idOf = async (email: string, council = world.lisi) =>
  (
    await council.db.read((tx) =>
      tx.selectFrom("accounts").where("email", "=", email).select("id").executeTakeFirstOrThrow(),
    )
  ).id;
/** The cells of the table of this caption, row by row, its head first. */
const tableOn = (html: string, caption: string) => {
  const table = html.split("<table").find((one) => one.includes(`>${caption}</caption>`))!;
  const textOf = (cell: string) => cell.replace(/<!--.*?-->|<[^>]*>/g, "").trim();
  return [...table.matchAll(/<tr[ >].*?<\/tr>/gs)].map(([row]) =>
    [...row.matchAll(/<(t[hd])[ >].*?<\/\1>/gs)].map(([cell]) => textOf(cell)),
  );
};
const lastChange = (action: string) =>
  world.lisi.db.read((tx) =>
    tx.selectFrom("audit_log").where("action", "=", action).orderBy("id", "desc").selectAll().executeTakeFirst(),
  );

describe("The auditor", () => {
  it("reads who has an account, with which roles and whose visits there were, and has nothing to press", async () => {
    const auditor = await signedIn(world, world.lisi, ["auditor"], "auditues@lisi.example");
    await secretary.post("/admin/perdoruesit/fto", { email: "pret@lisi.example", name: "Pret", roles: "editor" });
    const page = await (await auditor.get("/admin/perdoruesit")).text();
    const main = page.slice(page.indexOf("<main"), page.indexOf("</main>"));
    const words = main.replace(/<!--.*?-->|<[^>]*>/g, "");
    for (const said of ["sekretari@lisi.example", "pret@lisi.example", "Lexon cilësimet"])
      expect(words).toContain(said);
    expect(main).not.toMatch(/<(form|input|button|select)\b/);
    expect(main).not.toContain("/admin/perdoruesit/");
    expect((await auditor.get(`/admin/perdoruesit/${await idOf("sekretari@lisi.example")}`)).status).toBe(403);
    await secretary.post("/admin/perdoruesit/terhiq-ftesen", { email: "pret@lisi.example" });
  });
});

describe("The secretary", () => {
  it("invites somebody by mail, in that person's language, and sees the invitation until it is withdrawn", async () => {
    const { lisi } = world;
    const invited = { email: "Redaktori@Lisi.example", name: "Ben", roles: ["editor", "publisher"], language: "en" };
    expect(leadsTo(await secretary.post("/admin/perdoruesit/fto", invited))).toEqual([
      303,
      "/admin/perdoruesit?done=invited",
    ]);
    const [mail] = await lisi.db.read((tx) =>
      tx.selectFrom("mails").where("recipient", "=", "redaktori@lisi.example").selectAll().execute(),
    );
    expect(mail!.subject).toBe("Invitation to the workspace of Municipal Council of Lisi");
    const [path] = /\/en\/admin\/invitation\/[\w-]{43}/.exec(mail!.body_text!)!;
    expect(await (await visitorOf(world, lisi).get(path!)).text()).toContain("redaktori@lisi.example");
    expect(await (await secretary.get("/admin/perdoruesit")).text()).toContain("Vlen deri më 12.03.2026");
    expect((await lastChange("account.invited"))!.actor).toMatchObject({ kind: "account", name: "Arta secretary" });

    await secretary.post("/admin/perdoruesit/terhiq-ftesen", { email: "redaktori@lisi.example" });
    expect((await visitorOf(world, lisi).get(path!)).status).toBe(410);
    expect(await (await secretary.get("/admin/perdoruesit")).text()).toContain("Asnjë ftesë nuk pret");
  });

  it("who presses twice sends one letter, whose link holds; an invitation that was withdrawn is sent anew", async () => {
    const form = fieldsOn(await (await secretary.get("/admin/perdoruesit")).text(), "invite");
    const invited = { ...form, email: "dyhere@lisi.example", name: "Dy", roles: ["editor"], language: "sq" };
    const press = () => secretary.post("/admin/perdoruesit/fto", invited);
    const answers = [...(await Promise.all([press(), press()])), await press()];
    expect(answers.map(leadsTo)).toEqual(Array(3).fill([303, "/admin/perdoruesit?done=invited"]));
    const mails = () =>
      world.lisi.db.read((tx) =>
        tx.selectFrom("mails").where("recipient", "=", "dyhere@lisi.example").selectAll().execute(),
      );
    const [mail, ...more] = await mails();
    expect(more).toEqual([]);
    const [path] = /\/admin\/ftesa\/[\w-]{43}/.exec(mail!.body_text!)!;
    expect((await visitorOf(world, world.lisi).get(path!)).status).toBe(200);
    await secretary.post("/admin/perdoruesit/terhiq-ftesen", { email: "dyhere@lisi.example" });
    await press();
    expect(await mails()).toHaveLength(2);
    await secretary.post("/admin/perdoruesit/terhiq-ftesen", { email: "dyhere@lisi.example" });
  });

  it("is told what is wrong, and finds all that was typed and chosen", async () => {
    const answer = await secretary.post("/en/admin/users/invite", {
      ...{ email: "jo-adrese", name: 'Ben"><i>', roles: ["auditor", "emperor"], language: "en" },
    });
    const page = await answer.text();
    expect(answer.status).toBe(422);
    expect(page).toContain("There is no such role.");
    expect(page).toContain('href="#invite-email"');
    expect(page).toContain('value="jo-adrese"');
    expect(page).toContain('value="Ben&quot;><i>"');
    expect(page).not.toContain('Ben"><i>"');
    // The other language is a page, not the form's own address.
    expect(page).toContain('<a href="/admin/perdoruesit" hreflang="sq"');
    expect(page).toMatch(/value="auditor" checked/);
    const taken = await secretary.post("/admin/perdoruesit/fto", { email: secretary.email, roles: "editor" });
    expect(taken.status).toBe(409);
    expect(await taken.text()).toContain("ka tashmë një llogari");
  });

  it.each([
    ["a councillor who is nobody of the register", "councillor", "Zgjidhni kush është këshilltari", "#invite-person"],
    ["a role that waits for its feature", "moderator", "Nuk ka rol të tillë.", "#invite-roles"],
    ["a role that waits for its feature", "coordinator_information", "Nuk ka rol të tillë.", "#invite-roles"],
  ])("does not get to invite %s: %s", async (_, role, words, field) => {
    const refused = await secretary.post("/admin/perdoruesit/fto", { email: "a@lisi.example", roles: role });
    const page = await refused.text();
    expect(refused.status).toBe(422);
    expect(page).toContain(words);
    expect(page).toContain(`href="${field}`);
    const mails = world.lisi.db.read((tx) =>
      tx.selectFrom("mails").where("recipient", "=", "a@lisi.example").select("subject").execute(),
    );
    expect(await mails).toEqual([]);
  });

  it("makes somebody coordinator for consultation, by an invitation and by a change of roles", async () => {
    const invited = { email: "konsultime@lisi.example", name: "Dea", roles: "coordinator_consultation" };
    expect(leadsTo(await secretary.post("/admin/perdoruesit/fto", invited))).toEqual([
      303,
      "/admin/perdoruesit?done=invited",
    ]);
    const [mail] = await world.lisi.db.read((tx) =>
      tx.selectFrom("mails").where("recipient", "=", invited.email).selectAll().execute(),
    );
    const [path] = /\/admin\/ftesa\/[\w-]{43}/.exec(mail!.body_text!)!;
    const dea = visitorOf(world, world.lisi);
    expect((await dea.post(path!, { name: "Dea", password: goodPassword })).status).toBe(303);
    const rolesOf = async (email: string) => {
      const id = await idOf(email);
      const rows = await world.lisi.db.read((tx) =>
        tx.selectFrom("account_roles").where("account_id", "=", id).select("role").execute(),
      );
      return rows.map(({ role }) => role);
    };
    expect(await rolesOf(invited.email)).toEqual(["coordinator_consultation"]);

    const ben = await signedIn(world, world.lisi, ["auditor"], "ben.konsultime@lisi.example");
    expect((await ben.get("/admin/projektaktet/i-ri")).status).toBe(403);
    const user = `/admin/perdoruesit/${await idOf(ben.email)}`;
    const form = fieldsOn(await (await secretary.get(user)).text(), "roles");
    const changed = await secretary.post(`${user}/rolet`, { ...form, roles: ["coordinator_consultation"] });
    expect(leadsTo(changed)).toEqual([303, `${user}?done=roles_changed`]);
    expect(await rolesOf(ben.email)).toEqual(["coordinator_consultation"]);
    expect((await ben.get("/admin/projektaktet/i-ri")).status).toBe(200);
    expect((await ben.get("/admin/publikimet")).status).toBe(403);
  });

  it("changes roles, which hold at the next request, also where somebody is signed in", async () => {
    const ben = await signedIn(world, world.lisi, ["secretary"], "ben@lisi.example");
    const path = `/admin/perdoruesit/${await idOf(ben.email)}`;
    expect((await ben.get("/admin/perdoruesit")).status).toBe(200);
    expect(leadsTo(await secretary.post(`${path}/rolet`, { roles: "editor" }))).toEqual([
      303,
      `${path}?done=roles_changed`,
    ]);
    const refused = await ben.get("/admin/perdoruesit");
    expect(refused.status).toBe(403);
    expect(await refused.text()).toContain("Roli juaj nuk e përfshin këtë.");
    // A form that was open all the while.
    expect((await ben.post("/admin/perdoruesit/fto", { email: "x@lisi.example", roles: "secretary" })).status).toBe(
      403,
    );
    expect(await lastChange("account.roles_changed")).toMatchObject({
      before: { roles: ["secretary"] },
      after: { roles: ["editor"] },
    });
  });

  it("disables an account, which ends its sessions and links, and enables it again", async () => {
    const ben = await signedIn(world, world.lisi, ["editor"], "ik@lisi.example");
    const path = `/admin/perdoruesit/${await idOf(ben.email)}`;
    await secretary.post(`${path}/gjendja`, { state: "disabled" });
    expect((await ben.get("/admin")).status).toBe(303);
    const closed = await visitorOf(world, world.lisi).post("/admin/hyrja", {
      email: ben.email,
      password: goodPassword,
    });
    expect(closed.status).toBe(422);
    expect(await (await secretary.get(path)).text()).toContain("E çaktivizuar");
    await secretary.post(`${path}/gjendja`, { state: "active" });
    const open = await visitorOf(world, world.lisi).post("/admin/hyrja", { email: ben.email, password: goodPassword });
    expect(open.status).toBe(303);
  });

  it("helps whoever lost the telephone and all codes", async () => {
    const ben = await signedIn(world, world.lisi, ["editor"], "humbi@lisi.example");
    await secretary.post(`/admin/perdoruesit/${await idOf(ben.email)}/kodi`);
    expect((await ben.get("/admin")).status).toBe(303);
    const visitor = visitorOf(world, world.lisi);
    const credentials = { email: ben.email, password: goodPassword };
    expect(leadsTo(await visitor.post("/admin/hyrja", credentials))).toEqual([303, "/admin/llogaria/kodi"]);
    expect((await visitor.post("/admin/kodi", { code: ben.recoveryCodes[0]! })).status).toBe(422);
  });

  it("gives the password again after a quarter of an hour", async () => {
    const before = world.clock.now();
    world.clock.moveTo(new Date(before.getTime() + 15 * 60_000));
    const invited = { email: "vone@lisi.example", roles: "editor" };
    expect((await secretary.post("/admin/perdoruesit/fto", invited)).status).toBe(422);
    expect((await secretary.post("/admin/perdoruesit/fto", { ...invited, current: "gabim gabim" })).status).toBe(422);
    expect((await secretary.post("/admin/perdoruesit/fto", { ...invited, current: goodPassword })).status).toBe(303);
    expect((await secretary.post("/admin/perdoruesit/fto", { ...invited, email: "b@lisi.example" })).status).toBe(303);
    world.clock.moveTo(before);
  });

  it("knows nothing of the neighbour's people", async () => {
    const ana = await signedIn(world, world.krasta, ["editor"], "ana@krasta.example");
    expect(await (await secretary.get("/admin/perdoruesit")).text()).not.toContain("krasta.example");
    const path = `/admin/perdoruesit/${await idOf(ana.email, world.krasta)}`;
    expect((await secretary.get(path)).status).toBe(404);
    expect((await secretary.post(`${path}/gjendja`, { state: "disabled" })).status).toBe(404);
    expect((await ana.get("/admin")).status).toBe(200);
    expect((await secretary.get("/admin/perdoruesit/jo-id")).status).toBe(404);
  });

  it.each([
    ["/en/admin/users", "What each role may do", "en"],
    ["/admin/perdoruesit", "Çfarë mund të bëjë secili rol", "sq"],
  ] as const)("sees in a table what the policies let each role do: %s", async (path, caption, locale) => {
    const t = phrases(locale, "accounts");
    const columns = [
      ...offeredRoles.map((role) => ({
        name: t(`role.${role}`),
        actor: { kind: "account", id: "", name: "", roles: [role], person: "own" } satisfies Actor,
      })),
      { name: t("operator"), actor: { kind: "operator", id: "", name: "", reason: "", until: "" } satisfies Actor },
    ];
    for (const needsApproval of [false, true]) {
      const settled = await secretary.post("/admin/cilesimet/miratimi", needsApproval ? { approval: "on" } : {});
      expect(settled.status).toBe(303);
      const rights = Object.entries(rightsWhere({ needsApproval })) as [Right, ReturnType<typeof rightsWhere>[Right]][];
      expect(tableOn(await (await secretary.get(path)).text(), caption)).toEqual([
        [t("matrix_right"), ...columns.map(({ name }) => name)],
        ...rights.map(([right, may]) => [
          t(`right.${right}`),
          ...columns.map(({ actor }) => t(`reach.${reachOf(may, actor)}`)),
        ]),
      ]);
    }
    await secretary.post("/admin/cilesimet/miratimi", {});
  });

  it("reads there who publishes and who manages accounts", async () => {
    const rows = tableOn(await (await secretary.get("/en/admin/users")).text(), "What each role may do");
    // Secretary, editor, publisher, coordinator for consultation, councillor, auditor, operator.
    expect(rows).toContainEqual(["Publish and withdraw", "Yes", "No", "Yes", "Consultations", "No", "No", "No"]);
    expect(rows).toContainEqual([
      "Invite people, give roles, disable accounts",
      ...["Yes", "No", "No", "No", "No", "No", "No"],
    ]);
    expect(rows).toContainEqual([
      "Create and edit",
      ...["Yes", "Yes", "Yes", "Consultations", "Own profile", "No", "Yes"],
    ]);
  });

  it("is told of editors what holds in this council, with approval and without", async () => {
    const page = async () => (await secretary.get("/admin/perdoruesit")).text();
    expect(await page()).toContain("ndryshon edhe atë që është publike");
    expect((await secretary.post("/admin/cilesimet/miratimi", { approval: "on" })).status).toBe(303);
    expect(await page()).not.toContain("ndryshon edhe atë që është publike");
    await secretary.post("/admin/cilesimet/miratimi", {});
  });
});

describe("The last secretary", () => {
  it("stays one, and two cannot dismiss each other at the same instant", async () => {
    const { krasta } = world;
    const one = await signedIn(world, krasta, ["secretary"], "nje@krasta.example");
    const own = `/admin/perdoruesit/${await idOf(one.email, krasta)}`;
    const refused = await one.post(`${own}/rolet`, { roles: "editor" });
    expect(refused.status).toBe(409);
    expect(await refused.text()).toContain("do të mbetej pa sekretar");
    expect((await one.post(`${own}/gjendja`, { state: "disabled" })).status).toBe(409);

    const two = await signedIn(world, krasta, ["secretary"], "dy@krasta.example");
    const other = `/admin/perdoruesit/${await idOf(two.email, krasta)}`;
    const answers = await Promise.all([
      one.post(`${other}/rolet`, { roles: "editor" }),
      two.post(`${own}/rolet`, { roles: "editor" }),
    ]);
    expect(answers.filter(({ status }) => status === 303).length).toBe(1);
    const left = await krasta.db.read((tx) =>
      tx.selectFrom("account_roles").where("role", "=", "secretary").select("account_id").execute(),
    );
    expect(left.length).toBe(1);
  });
});

describe("A councillor’s account", () => {
  it("is invited as somebody of this council’s register, and of nobody else’s", async () => {
    const { lisi, krasta } = world;
    const [teuta, away] = [
      await chamberOf(world, lisi).person("Teuta Marku"),
      await chamberOf(world, krasta).person("Drita Hoxha"),
    ];
    const invited = { email: "teuta@lisi.example", name: "Teuta", roles: ["councillor"], language: "sq" };
    const page = await (await secretary.get("/en/admin/users")).text();
    expect(page).toContain("Teuta Marku");
    expect(page).not.toContain("Drita Hoxha");
    for (const [person, sentence] of [
      ["", "Zgjidhni kush është këshilltari në regjistër."],
      [away.id, "Regjistri nuk e ka këtë person."],
      ["x", "Regjistri nuk e ka këtë person."],
    ] as const) {
      const refused = await secretary.post("/admin/perdoruesit/fto", { ...invited, person });
      expect([refused.status, (await refused.text()).includes(sentence)], person).toEqual([422, true]);
    }
    expect((await secretary.post("/admin/perdoruesit/fto", { ...invited, person: teuta.id })).status).toBe(303);
    expect((await lastChange("account.invited"))!.after).toMatchObject({ person: "Teuta Marku", personId: teuta.id });
    const [mail] = await lisi.db.read((tx) =>
      tx.selectFrom("mails").where("recipient", "=", "teuta@lisi.example").selectAll().execute(),
    );
    const [path] = /\/admin\/ftesa\/[\w-]{43}/.exec(mail!.body_text!)!;
    await visitorOf(world, lisi).post(path!, { name: "Teuta Marku", password: goodPassword });
    const made = await lisi.db.read((tx) =>
      tx.selectFrom("accounts").where("email", "=", "teuta@lisi.example").selectAll().executeTakeFirstOrThrow(),
    );
    expect(made.person_id).toBe(teuta.id);
    const second = { ...invited, email: "dyte@lisi.example", person: teuta.id };
    expect((await secretary.post("/admin/perdoruesit/fto", second)).status).toBe(409);

    const roles = `/admin/perdoruesit/${made.id}/rolet`;
    const form = fieldsOn(await (await secretary.get(`/admin/perdoruesit/${made.id}`)).text(), "roles");
    expect(form.person).toBe(teuta.id);
    await secretary.post(roles, { ...form, roles: ["auditor"] });
    expect((await lastChange("account.person_changed"))!).toMatchObject({
      before: { person: "Teuta Marku" },
      after: { person: null },
    });
    await lisi.db.write((tx) => tx.deleteFrom("accounts").where("id", "=", made.id).execute());
  });

  it("stays without a person when that one leaves the register", async () => {
    const { lisi } = world;
    const { id } = await chamberOf(world, lisi).person("Agim Dervishi");
    const account = await accountFor(world, lisi, ["councillor"], "agim@lisi.example", id);
    await lisi.db.write((tx) => tx.deleteFrom("people").where("id", "=", id).execute());
    const left = await lisi.db.read((tx) =>
      tx.selectFrom("accounts").where("id", "=", account).select("person_id").executeTakeFirstOrThrow(),
    );
    expect(left.person_id).toBeNull();
  });

  it("is told in the matrix in words, and the roles that wait say for what", async () => {
    const page = (await (await secretary.get("/admin/perdoruesit")).text()).replace(/<!--.*?-->/g, "");
    for (const said of ["Profilin e vet", "Konsultimet", "pret komentet që qytetarët lënë", "kërkesat për informacion"])
      expect(page, said).toContain(said);
    expect(page).not.toContain('value="moderator"');
    const forged = { email: "m@lisi.example", name: "M", roles: ["moderator"], language: "sq" };
    expect((await secretary.post("/admin/perdoruesit/fto", forged)).status).toBe(422);
  });
});
