import { globSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { signedIn, type Visitor } from "../../../tests/support/accounts.ts";
import { addCouncilBody, enact } from "../../../tests/support/acts.ts";
import { createWorld, type TestWorld } from "../../../tests/support/world.ts";
import { roles as accountRoles } from "../accounts/roles.shared.ts";
import {
  actNatures,
  actTypes,
  prefectStates,
  prefectSteps,
  proposerKinds,
  reconsiderations,
  relationKinds,
  rulings,
  subjects,
} from "../acts/acts.shared.ts";
import { bodyKinds, endReasons, roles as memberRoles } from "../bodies/bodies.shared.ts";
import { type Carrier, carrierColumns, carrierSubject } from "../documents/attachments.queries.ts";
import { attachmentRoles } from "../documents/attachments.shared.ts";
import { draftStages } from "../draft-acts/draft-acts.shared.ts";
import { handedOver } from "../editing/handed-over.ts";
import { electionKinds } from "../elections/elections.shared.ts";
import { levels } from "../elements/verdict.ts";
import {
  attendanceStatuses,
  choices,
  itemKinds,
  itemResults,
  majorities,
  meetingKinds,
  meetingStages,
  voteMethods,
} from "../meetings/meetings.shared.ts";
import { paidRoles, payBases } from "../pay/pay.shared.ts";
import { horizons } from "../readiness/readiness.shared.ts";
import { defectKinds } from "../upkeep/upkeep.shared.ts";
import { recordChange } from "./audit.service.ts";
import { fieldInWords, phraseOfAction, subjectInWords } from "./audit-words.ts";
import { differences } from "./differences.ts";
import { subjectIdInWords, valueInWords } from "./values-in-words.ts";

let world: TestWorld;
let auditor: Visitor;
let secretary: Visitor;
beforeAll(async () => {
  world = await createWorld();
  auditor = await signedIn(world, world.lisi, ["auditor"], "auditues@lisi.example");
  await addCouncilBody(world.lisi);
  secretary = await signedIn(world, world.lisi, ["secretary"], "sekretari@lisi.example");
  await secretary.post("/admin/llogaria/te-dhenat", { name: "Drita Çela", language: "sq" });
  await secretary.post("/admin/perdoruesit/fto", { email: "ri@lisi.example", name: "=1+1", roles: "editor" });
  const neighbour = await signedIn(world, world.krasta, ["secretary"], "sekretari@krasta.example");
  await neighbour.post("/admin/llogaria/te-dhenat", { name: "Fqinja", language: "sq" });
});
afterAll(() => world.end());

describe("The audit", () => {
  it("says what is wrong with a day or a search that cannot be read", async () => {
    const wrong = await secretary.get("/admin/auditi?from=27.11.2026");
    expect(wrong.status).toBe(422);
    const page = await wrong.text();
    expect(page).toContain("Data shkruhet si 2026-03-05.");
    expect(page).not.toContain("fushat e treguara");
    const long = await secretary.get(`/en/admin/search?q=${"x".repeat(3_000)}`);
    expect(long.status).toBe(422);
    expect(await long.text()).toContain("This text is too long.");
  });

  it("tells who changed what and when, before and after, and nothing of the neighbour", async () => {
    const page = await (await auditor.get("/admin/auditi")).text();
    expect(page).toContain("Llogaria: u ndryshua");
    expect(page).toContain("<dt>Emri</dt>");
    expect(page).toContain("05.03.2026, ora 10:00");
    expect(page).toMatch(/<del[^>]*>Arta secretary<\/del>/);
    expect(page).toMatch(/<ins[^>]*>Drita Çela<\/ins>/);
    expect(page).not.toContain("Fqinja");
    expect(await (await auditor.get("/en/admin/audit")).text()).toContain("Account: changed");
  });

  it("can be narrowed by day, name and kind, and says so where nothing is left", async () => {
    const read = async (query: string) => (await auditor.get(`/admin/auditi?${query}`)).text();
    expect(await read("who=drita+cela&subject=account")).toContain("Llogaria: u ftua");
    expect(await read("from=2026-03-05&until=2026-03-05")).toContain("Llogaria: u ftua");
    for (const query of ["from=2026-03-06", "until=2026-03-04", "who=askush", "subject=act"])
      expect(await read(query), query).toContain("Me këta filtra nuk ka asnjë ndryshim.");
    for (const query of ["from=nesër", "page=0", "who=a&who=b"])
      expect((await auditor.get(`/admin/auditi?${encodeURI(query)}`)).status, query).toBe(422);
    expect((await auditor.get("/admin/auditi?page=900")).status).toBe(404);
  });

  it("offers a kind of thing once and finds all of it, however its code was once spelt", async () => {
    const id = crypto.randomUUID();
    const by = { actor: { kind: "system" as const, name: "test" }, now: world.clock.now() };
    await world.lisi.db.write(async (tx) => {
      for (const [subject, name] of [
        ["agenda_item", "Me vizë"],
        ["agenda-item", "Me lidhëse"],
      ] as const)
        await recordChange(tx, by, "documents.attached", subject, id, null, { title: { sq: name } });
    });
    const page = await (await auditor.get("/admin/auditi")).text();
    expect(page.match(/<option[^>]*>Pika e rendit të ditës</g)).toHaveLength(1);
    for (const asked of ["agenda_item", "agenda-item"]) {
      const narrowed = await (await auditor.get(`/admin/auditi?subject=${asked}`)).text();
      expect(narrowed).toContain("Me vizë");
      expect(narrowed).toContain("Me lidhëse");
      expect(narrowed).toMatch(/<option[^>]*selected[^>]*>Pika e rendit të ditës</);
    }
  });

  it("says values in words, of which the store keeps codes, in both languages", async () => {
    const act = await enact(world, world.lisi);
    await secretary.post("/admin/cilesimet/numertimi", { acts: "term" });
    await secretary.post("/admin/cilesimet/miratimi", { approval: "on" });
    const read = async (path: string) => (await (await auditor.get(path)).text()).replaceAll(/<!--.*?-->/g, "");
    const albanian = await read("/admin/auditi");
    for (const said of ["Numërtimi i akteve", "pa ndërprerje gjatë mandatit", "Akt normativ", "27.02.2026", "Redaktor"])
      expect(albanian).toContain(said);
    // What it was done to is named, and leads there.
    expect(albanian).toMatch(new RegExp(`href="/admin/aktet/${act.id}"[^>]*>1/2026: Për vendparkimet me pagesë</a>`));
    expect(albanian).toMatch(/<dt>Organi<\/dt>.*?Këshilli Bashkiak/s);
    const english = await read("/en/admin/audit");
    for (const said of ["Numbering of acts", "Normative act", "Decision", "Transport and roads", "Yes"])
      expect(english).toContain(said);
    for (const page of [albanian, english])
      expect(page).not.toMatch(
        /<(ins|del)[^>]*>(normative|decision|transport|mayor|published|draft|term|true|editor)</,
      );
  });

  it("goes into a spreadsheet in the words of the page, in which nothing runs by itself", async () => {
    const answer = await auditor.get("/admin/auditi/auditi.csv?subject=account");
    const csv = await answer.text();
    expect(answer.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect(answer.headers.get("cache-control")).toBe("no-store");
    expect(csv.split("\r\n")[0]!.replace("\uFEFF", "")).toBe(
      "Koha,Kush,Si,Arsyeja e operatorit,Çfarë ndodhi,Me çfarë,Më parë,Më pas,action,subject,subject_id",
    );
    expect(csv).toContain("Drita Çela,llogari e Këshillit,,Llogaria: u ftua,ri@lisi.example");
    expect(csv).toMatch(/Rolet: Redaktor/);
    expect(csv).not.toContain("Fqinja");
    expect(csv).not.toMatch(/(^|,)"?[=+@-]/m);
    const english = await (await auditor.get("/en/admin/audit/audit.csv?subject=act")).text();
    expect(english).toContain("Act: published");
    expect(english).toContain("Subject: Transport and roads");
    expect(english).toContain(",act.published,act,");
  });
});

describe("A value of the audit", () => {
  const tell = (locale: "sq" | "en", subject: string, field: string, value: unknown) =>
    valueInWords({ locale, subject, names: new Map([[arta, { sq: "Arta Hoxha" }]]) }, field, value);
  const arta = "0b7c1c1e-5f2a-4a39-9d0c-1f6f3a1c2d3e";

  it("that is one of few has its word in both languages, whatever it is of", () => {
    const known: [subject: string, field: string, values: readonly string[]][] = [
      ["act", "type", actTypes],
      ["act", "nature", actNatures],
      ["act", "subject", subjects],
      ["act", "proposerKind", proposerKinds],
      ["act", "relations.kind", relationKinds],
      ["act", "step", prefectSteps],
      ["act", "outcome", [...reconsiderations, ...rulings]],
      ["act", "prefectState", prefectStates],
      ["body", "kind", bodyKinds],
      ["membership", "role", memberRoles],
      ["membership", "endReason", endReasons],
      ["document", "attachments.role", attachmentRoles],
      ["account", "roles", accountRoles],
      ["draft_act", "stage", draftStages],
      ["election", "kind", electionKinds],
      ["meeting", "kind", meetingKinds],
      ["meeting", "stage", meetingStages],
      ["agenda-item", "kind", itemKinds],
      ["agenda-item", "result", itemResults],
      ["agenda-item", "method", voteMethods],
      ["agenda-item", "majority", majorities],
      ["agenda-item", "ballots.choice", choices],
      ["meeting", "rows.status", attendanceStatuses],
      ["pay_rate", "appliesTo", paidRoles],
      ["pay_rate", "basis", payBases],
      ["element", "level", levels],
      ["element", "horizon", horizons],
      ["defect", "kind", defectKinds],
      ["document", "visibility", ["public", "internal"]],
      ["document", "purpose", ["version", "redacted"]],
      ["publication", "state", ["draft", "published", "withdrawn"]],
      ["account", "state", ["active", "disabled"]],
      ["settings", "acts", ["year", "term"]],
      ["settings", "languages", ["sq", "en"]],
      ["council-period", "unit", ["working", "calendar", "months", "hours"]],
    ];
    const silent = known.flatMap(([subject, field, values]) =>
      (["sq", "en"] as const).flatMap((locale) =>
        values.flatMap((value) => {
          const told = tell(locale, subject, field, value);
          // A code may be an English word; it is never an Albanian one.
          const isCode = told === value && (locale === "sq" || value.includes("_"));
          return isCode || told === null ? [`${locale} ${subject}.${field} ${value}`] : [];
        }),
      ),
    );
    expect(silent).toEqual([]);
  });

  it("that is a day, an hour, a yes, an element, a person or a row of several is told as people say it", () => {
    expect(tell("sq", "act", "adoptedOn", "2026-02-27")).toBe("27.02.2026");
    expect(tell("sq", "meeting", "startsAt", "2026-03-05T17:00:00.000Z")).toBe("05.03.2026, ora 18:00");
    expect(tell("en", "settings", "approval", false)).toBe("No");
    expect(tell("sq", "publication", "element", "V.1.1")).toMatch(/^V\.1\.1 \S/);
    expect(tell("sq", "membership", "personId", arta)).toBe("Arta Hoxha");
    expect(tell("en", "agenda-item", "ballots", [{ personId: arta, choice: "for" }])).toBe(
      "Person: Arta Hoxha; Vote: For",
    );
    expect(tell("sq", "act", "text.sq", "<p>Një</p><p>Dy</p>")).toBe("Një\nDy");
    expect(tell("sq", "act", "tags", [])).toBeNull();
    // A text of somebody is left as it is, also where it is a word that elsewhere is a code.
    expect(tell("en", "publication", "title.sq", "draft")).toBe("draft");
  });

  it("is of something that is named where it has no id", () => {
    expect(subjectIdInWords("sq", "settings", "dataOfficer")).toBe("Mbrojtja e të dhënave personale");
    expect(subjectIdInWords("sq", "settings", "readiness")).toBe("Gatishmëria");
    expect(subjectIdInWords("en", "settings", "search")).toBe("The search over all councils");
    expect(subjectIdInWords("sq", "act-number", "decision 2023-2027 5")).toBe("Vendim 2023–2027, 5");
    expect(subjectIdInWords("en", "pay_month", "2026-03")).toBe("03.2026");
    expect(subjectIdInWords("en", "element", "V.1.1")).toMatch(/^V\.1\.1 \S/);
  });
});

it("Only what is different is told, long texts from their beginning", () => {
  const before = { a: 1, b: { sq: "x" }, c: "same" };
  expect(differences(before, { a: 1, b: { sq: "y" }, c: "same", d: "z".repeat(700) })).toEqual([
    { field: "b.sq", before: "x", after: "y" },
    { field: "d", before: null, after: `${"z".repeat(600)}…` },
  ]);
  expect(differences(null, { a: null, b: 0 })).toEqual([{ field: "b", before: null, after: "0" }]);
  const ids = ["0f8fad5b-d9cb-469f-a165-70867728950e", "7c9e6679-7425-40de-944b-e07fc1f90ae7"];
  const [first, second] = [
    { roles: ["editor", "auditor"], people: ids },
    { roles: ["auditor", "editor"], people: ids },
  ];
  expect(differences(first, second), "ticks have no order").toEqual([]);
  expect(differences(first, { ...first, people: ids.toReversed() }).map(({ field }) => field)).toEqual(["people"]);
});

describe("The words of the audit", () => {
  const source = globSync("server/features/**/*.ts", { exclude: ["**/*.test.ts"] })
    .map((file) => readFileSync(file, "utf8"))
    .join("\n");
  const written = [...source.matchAll(/recordChange\([^;]*?"([a-z-_]+\.[a-z_]+)",\s*("[a-z-_]+"|[\w.]+)/g)];
  /** Actions whose name is put together. */
  const composed = [
    ...prefectSteps.map((step) => `act.prefect_${step}`),
    ...meetingStages.map((stage) => `meeting.${stage}`),
    ...["added", "removed", "confirmed"].map((change) => `day-off.${change}`),
    ...["created", "changed", "published", "scheduled", "unscheduled", "withdrawn"].map((did) => `publication.${did}`),
    ...["binned", "unbinned", "purged", "submitted", "returned", "taken_back"].map((did) => `page.${did}`),
    ...["proposed", "proposal_taken_back", "proposal_returned", "proposal_accepted"].map((did) => `page.${did}`),
    ...["account.disabled", "account.enabled", "meeting.persons_confirmed", "act.without_reading_confirmed"],
    ...["act.announcement_corrected", "act.notification_corrected"],
  ];

  it("are there for whatever is written down", () => {
    expect(written.length).toBeGreaterThan(80);
    const actions = [...written.map(([, action]) => action!), ...composed];
    expect([...new Set(actions)].filter((action) => phraseOfAction(action) === null)).toEqual([]);
    const subjects = written.map(([, , subject]) => subject!).filter((subject) => subject.startsWith('"'));
    const carriers = (Object.keys(carrierColumns) as Carrier[]).map(carrierSubject);
    const known = [...new Set([...subjects.map((subject) => JSON.parse(subject) as string), ...carriers])];
    expect(known.filter((subject) => subjectInWords("sq", subject) === subject)).toEqual([]);
  });

  it("call each kind of thing by one code and one name", () => {
    const subjects = written.map(([, , subject]) => subject!).filter((subject) => subject.startsWith('"'));
    const codes = new Set([
      ...subjects.map((subject) => JSON.parse(subject) as string),
      ...(Object.keys(carrierColumns) as Carrier[]).map(carrierSubject),
      ...handedOver.map(({ entity }) => entity),
    ]);
    const doubled = (names: string[]) => names.filter((name, at) => names.indexOf(name) !== at);
    for (const locale of ["sq", "en"] as const)
      expect(doubled([...codes].map((code) => subjectInWords(locale, code)))).toEqual([]);
    expect(doubled([...codes].map((code) => code.replaceAll("-", "_").toLowerCase()))).toEqual([]);
  });

  it("say a cause, an emblem and a unit of time as the pages do", () => {
    const told = (field: string, value: string, subject: string) =>
      valueInWords({ locale: "sq", subject, names: new Map() }, field, value);
    expect(told("because.change", "day-off.withdrawn", "deadline")).toBe("Dita e pushimit: u tërhoq");
    expect(told("because.change", "period.ended", "deadline")).toBe("Afati i vetë Këshillit: mbaroi");
    expect(told("because.change", "period.lengthened", "deadline")).toBe("Afati: u zgjat");
    expect(told("because.change", "period.set", "deadline")).toBe("Afati i vetë Këshillit: u caktua");
    expect(told("change", "added", "day-off")).toBe("e shtuar");
    expect(told("emblem", "mountains", "settings")).toBe("Malet");
    expect(fieldInWords("sq", "unit")).toBe("Njësia");
  });

  it("are told as they were written where in words they would be the same", () => {
    const tell = (field: string, value: unknown) =>
      valueInWords({ locale: "sq", subject: "account", names: new Map() }, field, value);
    expect(differences({ name: "Arta <b>Hoxha</b>" }, { name: "Arta Hoxha" }, tell)).toEqual([
      { field: "name", before: "Arta <b>Hoxha</b>", after: "Arta Hoxha" },
    ]);
  });

  it("are none where nothing stood before and nothing stands after", () => {
    const tell = (_: string, value: unknown) => (value ? String(value) : null);
    expect(differences({ en: null, sq: "a" }, { en: "", sq: "b" }, tell).map(({ field }) => field)).toEqual(["sq"]);
    expect(differences(null, { en: null, sq: "b" }, tell).map(({ field }) => field)).toEqual(["sq"]);
  });

  it("call fields as the forms do, in both languages", () => {
    expect(fieldInWords("sq", "title.sq")).toBe("Titulli, në shqip");
    expect(fieldInWords("en", "title.en")).toBe("Title, in English");
    expect(fieldInWords("en", "familyName")).toBe("Family name");
    expect(fieldInWords("en", "unheard")).toBe("unheard");
    // As the settings, the minutes and the recordings write them down.
    const written = ["council", "municipality", "accreditation", "approvedIn", "approvedOn", "parts", "chapters"];
    for (const field of [...written, "duration", "meetingId", "itemId", "nonWorking", "sourceUrl", "gapReason"])
      for (const locale of ["sq", "en"] as const) expect(fieldInWords(locale, field), locale).not.toBe(field);
  });
});
