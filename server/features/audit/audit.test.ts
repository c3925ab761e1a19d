import { globSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { signedIn, type Visitor } from "../../../tests/support/accounts.ts";
import { createWorld, type TestWorld } from "../../../tests/support/world.ts";
import { prefectSteps } from "../acts/acts.shared.ts";
import { meetingStages } from "../meetings/meetings.shared.ts";
import { fieldInWords, phraseOfAction, subjectInWords } from "./audit-words.ts";
import { differences } from "./differences.ts";

let world: TestWorld;
let auditor: Visitor;
beforeAll(async () => {
  world = await createWorld();
  auditor = await signedIn(world, world.lisi, ["auditor"], "auditues@lisi.example");
  const secretary = await signedIn(world, world.lisi, ["secretary"], "sekretari@lisi.example");
  await secretary.post("/admin/llogaria/te-dhenat", { name: "Drita Çela", language: "sq" });
  await secretary.post("/admin/perdoruesit/fto", { email: "ri@lisi.example", name: "=1+1", roles: "editor" });
  const neighbour = await signedIn(world, world.krasta, ["secretary"], "sekretari@krasta.example");
  await neighbour.post("/admin/llogaria/te-dhenat", { name: "Fqinja", language: "sq" });
});
afterAll(() => world.end());

describe("The audit", () => {
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

  it("goes into a spreadsheet, in which nothing runs by itself", async () => {
    const answer = await auditor.get("/admin/auditi/auditi.csv?subject=account");
    const csv = await answer.text();
    expect(answer.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect(answer.headers.get("cache-control")).toBe("no-store");
    expect(csv.split("\r\n")[0]!.replace("\uFEFF", "")).toBe("at,kind,who,action,subject,subject_id,before,after");
    expect(csv).toContain("Drita Çela,account.invited");
    expect(csv).not.toContain("Fqinja");
    expect(csv).not.toMatch(/(^|,)"?[=+@-]/m);
  });
});

it("Only what is different is told, long texts from their beginning", () => {
  const before = { a: 1, b: { sq: "x" }, c: "same" };
  expect(differences(before, { a: 1, b: { sq: "y" }, c: "same", d: "z".repeat(700) })).toEqual([
    { field: "b.sq", before: "x", after: "y" },
    { field: "d", before: null, after: `${"z".repeat(600)}…` },
  ]);
  expect(differences(null, { a: null })).toEqual([{ field: "a", before: null, after: null }]);
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
    ...["binned", "unbinned", "purged", "submitted", "returned"].map((did) => `page.${did}`),
    ...["account.disabled", "account.enabled", "meeting.persons_confirmed", "act.without_reading_confirmed"],
  ];

  it("are there for whatever is written down", () => {
    expect(written.length).toBeGreaterThan(80);
    const actions = [...written.map(([, action]) => action!), ...composed];
    expect([...new Set(actions)].filter((action) => phraseOfAction(action) === null)).toEqual([]);
    const subjects = written.map(([, , subject]) => subject!).filter((subject) => subject.startsWith('"'));
    const known = [...new Set(subjects.map((subject) => JSON.parse(subject) as string))];
    expect(known.filter((subject) => subjectInWords("sq", subject) === subject)).toEqual([]);
  });

  it("call fields as the forms do, in both languages", () => {
    expect(fieldInWords("sq", "title.sq")).toBe("Titulli, në shqip");
    expect(fieldInWords("en", "title.en")).toBe("Title, in English");
    expect(fieldInWords("en", "familyName")).toBe("Family name");
    expect(fieldInWords("en", "unheard")).toBe("unheard");
  });
});
