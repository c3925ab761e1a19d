import { afterAll, beforeAll, expect, it } from "vitest";
import { publish, storePdf } from "../../../tests/support/content.ts";
import { createWorld, type TestCouncil, type TestWorld } from "../../../tests/support/world.ts";
import type { InvalidInput } from "../../http/problem.ts";
import type { PublicationInput } from "./publications.schema.ts";

let world: TestWorld;
let lisi: TestCouncil;
let krasta: TestCouncil;
beforeAll(async () => {
  world = await createWorld();
  ({ lisi, krasta } = world);
});
afterAll(() => world.end());

const both = (sq: string, en: string) => ({ sq, en });
const initiative = (fields: object = {}): PublicationInput => ({
  element: "I.5.2",
  title: both("Ndriçim në rrugë", "Street lighting"),
  date: "2026-01-15",
  fields: {
    organisation: both("Nënat e Lagjes nr. 3", "Mothers of Neighbourhood No. 3"),
    initiativeKind: "advocacy",
    topic: "services",
    request: both("64 llamba.", "64 lamps."),
    answerState: "accepted",
    answeredOn: "2026-02-10",
    councilAnswer: both("Po, në buxhetin e ri.", "Yes, in the new budget."),
    ...fields,
  },
});
const membership = (fields: object = {}): PublicationInput => ({
  element: "I.4.3",
  title: both("Shoqata e Këshillave", "Association of Councils"),
  date: "2020-05-20",
  fields: {
    organisation: both("Shoqata e Këshillave", "Association of Councils"),
    organisationKind: "national",
    membershipState: "active",
    representative: "Arta Dervishi",
    yearlyFee: 120_000,
    ...fields,
  },
});
const plan = (periodFrom: string, periodTo: string, documents: string[]): PublicationInput => ({
  element: "I.7.1",
  title: both("Plani i trajnimeve", "Training plan"),
  periodFrom,
  periodTo,
  documents,
  fields: {
    adoptingAct: both("Vendimi nr. 5", "Decision 5"),
    trainings: [
      {
        theme: both("Buxheti", "The budget"),
        plannedOn: "2026-02-10",
        trainingState: "held",
        invited: 21,
        attended: 19,
      },
    ],
  },
});
const readiness = async (code: string) =>
  (await lisi.json<{ readiness: string }>(`/api/v1/elements/${code}`)).readiness;
const refusal = async (work: Promise<unknown>) =>
  work.then(
    () => expect.unreachable(),
    (error: InvalidInput) => error.fields,
  );

it("an initiative of civil society stands with what was asked and what the Council answered, in both languages", async () => {
  const { id } = await storePdf(world, lisi, "Kërkesa");
  const { slug } = await publish(world, lisi, { ...initiative(), documents: [id] });
  const albanian = await (await lisi.get(`/shoqeria-civile/${slug}`)).text();
  for (const said of ["Çfarë kërkohet", "64 llamba.", "Po, në buxhetin e ri.", "10.02.2026", "E pranuar"])
    expect(albanian).toContain(said);
  const english = await (await lisi.get(`/en/civil-society/${slug}`)).text();
  for (const said of ["What is asked", "Yes, in the new budget.", "Accepted"]) expect(english).toContain(said);
  expect((await krasta.get(`/shoqeria-civile/${slug}`)).status).toBe(404);
  expect(await readiness("I.5.2")).toBe("full");
});

it("an answer is not older than the request, and a membership does not end before it begins", async () => {
  expect(await refusal(publish(world, lisi, initiative({ answeredOn: "2026-01-14" })))).toEqual([
    { path: "fields.answeredOn", code: "fields.before_the_date" },
  ]);
  expect(await refusal(publish(world, lisi, membership({ membershipState: "ended", endedOn: "2019-12-31" })))).toEqual([
    { path: "fields.endedOn", code: "fields.before_the_date" },
  ]);
});

it("memberships are listed with since when, who represents the Council and the fee, and narrowed by their state", async () => {
  await publish(world, lisi, membership());
  await publish(
    world,
    lisi,
    membership({ organisation: both("Forumi", "Forum"), membershipState: "ended", endedOn: "2024-12-31" }),
  );
  const html = await (await lisi.get("/en/memberships")).text();
  for (const said of ["Since", "20.05.2020", "Arta Dervishi", "120,000"]) expect(html).toContain(said);
  const { total } = await lisi.json<{ total: number }>("/anetaresimet.json?membershipState=ended");
  expect(total).toBe(1);
  expect(await readiness("I.4.3")).toBe("full");
});

it("a training plan counts while it is valid, with its file and its attendance", async () => {
  expect(await readiness("I.7.1")).toBe("none");
  await publish(world, lisi, plan("2022-01-01", "2023-12-31", []));
  expect(await readiness("I.7.1")).toBe("partial");
  const { id } = await storePdf(world, lisi, "Plani");
  const { slug } = await publish(world, lisi, plan("2026-01-01", "2027-12-31", [id]));
  expect(await readiness("I.7.1")).toBe("full");
  const html = await (await lisi.get(`/trajnimet/${slug}`)).text();
  for (const said of ["Të ftuar", "Pjesëmarrës", "10.02.2026", "I zhvilluar"]) expect(html).toContain(said);
});

it("a project that has ended does not make the present complete", async () => {
  const project = (periodFrom: string, periodTo: string, documents: string[]): PublicationInput => ({
    element: "I.5.1",
    title: both("Uji që matet", "Water that is measured"),
    periodFrom,
    periodTo,
    documents,
    fields: {
      aim: both("Më pak humbje.", "Fewer losses."),
      framework: "euIntegration",
      projectState: "ongoing",
      budget: 640_000,
      currency: "eur",
      ownShare: 64_000,
      partners: [{ partner: both("Ujësjellësi", "Water company"), partnerRole: "lead" }],
    },
  });
  await publish(world, lisi, project("2020-01-01", "2021-12-31", []));
  expect(await readiness("I.5.1")).toBe("partial");
  const { id } = await storePdf(world, lisi, "Projekti");
  const { slug } = await publish(world, lisi, project("2026-01-01", "2028-12-31", [id]));
  expect(await readiness("I.5.1")).toBe("full");
  const html = await (await lisi.get(`/en/projects/${slug}`)).text();
  for (const said of ["EU integration", "640,000", "Fewer losses.", "Lead partner"]) expect(html).toContain(said);
});
