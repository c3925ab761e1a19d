import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { fields as phrases } from "../../../web/i18n/en/fields.ts";
import { fieldsSchema } from "./fields.schema.ts";
import { publicationKinds } from "./kinds.shared.ts";

const read = (element: string, fields: unknown) => v.safeParse(fieldsSchema(publicationKinds[element]!), fields);
/** `path: code` for each thing that is wrong. */
const wrong = (element: string, fields: unknown) =>
  (read(element, fields).issues ?? []).map((issue) => `${v.getDotPath(issue) ?? ""}: ${issue.message}`);

const law = { actKind: "law", number: "139/2015", status: "inForce" };
const contract = {
  number: "K-12/2025",
  client: { sq: "Bashkia Valbardhë" },
  contractor: "Faqe të Mira sh.p.k.",
  subject: { sq: "Mirëmbajtja e faqes", en: "Maintenance of the site" },
  value: 1_200_000,
};

test("a law has a number, a status and its official link", () => {
  expect(wrong("I.1.1", { ...law, actDate: "2015-12-17", officialLink: "https://qbz.gov.al/" })).toEqual([]);
  expect(wrong("I.1.1", { number: "139/2015" })).toEqual(["actKind: fields.required", "status: fields.required"]);
  expect(wrong("I.1.1", { ...law, status: "abolished" })).toEqual(["status: fields.not_a_choice"]);
});

test("a field that the kind does not know is refused", () => {
  expect(wrong("I.1.1", { ...law, colour: "red" })).toEqual(["colour: fields.unknown"]);
  expect(
    wrong("III.1.3", { adoptingAct: { sq: "VKB" }, lines: [{ line: { sq: "Paga" }, planned: 1, executed: 1 }] }),
  ).toEqual(["lines.0.executed: fields.unknown"]);
  expect(wrong("B.II.2", { ...contract, subject: { sq: "x", de: "y" } })).toEqual(["subject.de: fields.unknown"]);
});

test.each(["2025-02-29", "2025-13-01", "05.03.2026", "2025-1-1", "0000-00-00", "", 20250101, null])(
  "%s is not a date",
  (actDate) => {
    expect(wrong("I.1.1", { ...law, actDate })).toEqual(["actDate: fields.not_a_date"]);
  },
);

test("the 29th of February of a leap year is a date", () => {
  expect(wrong("I.1.1", { ...law, actDate: "2024-02-29" })).toEqual([]);
});

test.each([
  "javascript:alert(1)",
  "ftp://qbz.gov.al",
  "qbz.gov.al",
  "//qbz.gov.al",
  "https://a:b@qbz.gov.al",
  "https://",
])("%s is not a link to follow", (officialLink) => {
  expect(wrong("I.1.1", { ...law, officialLink })).toEqual(["officialLink: fields.not_a_link"]);
});

describe("money is whole lekë", () => {
  test.each([-1, 1e15])("%d is out of range", (value) => {
    expect(wrong("B.II.2", { ...contract, value })).toEqual(["value: fields.out_of_range"]);
  });
  test.each([1.5, "1000", Number.NaN, Number.POSITIVE_INFINITY])("%s is no amount", (value) => {
    expect(wrong("B.II.2", { ...contract, value })[0]).toBe("value: fields.not_an_amount");
  });
  test("nothing is an amount too", () => {
    expect(wrong("B.II.2", { ...contract, value: 0 })).toEqual([]);
  });
});

test("Albanian is required; an empty English text is none", () => {
  expect(wrong("B.II.2", { ...contract, subject: { sq: "  ", en: "Maintenance" } })).toEqual([
    "subject.sq: fields.required",
  ]);
  expect(wrong("B.II.2", { ...contract, subject: { en: "Maintenance" } })).toEqual(["subject.sq: fields.required"]);
  for (const en of ["", " ", null, undefined]) {
    expect(read("B.II.2", { ...contract, subject: { sq: "Objekti", en } }).output).toMatchObject({
      subject: { sq: "Objekti" },
    });
  }
  expect(wrong("B.II.2", { ...contract, subject: { sq: "Objekti", en: 7 } })).toEqual(["subject.en: fields.not_text"]);
});

test("a line is one line, a paragraph may be several", () => {
  expect(wrong("B.II.2", { ...contract, contractor: "Një\nDy" })).toEqual(["contractor: fields.not_one_line"]);
  const guide = { topic: "council", audience: ["citizens"] };
  expect(wrong("IV.1.1", { ...guide, steps: [{ step: { sq: "Një" }, explanation: { sq: "Një\nDy" } }] })).toEqual([]);
});

test("an audience is chosen at least once and none twice", () => {
  expect(wrong("II.7.1", { audience: [] })).toEqual(["audience: fields.required"]);
  expect(wrong("II.7.1", {})).toEqual(["audience: fields.required"]);
  expect(wrong("II.7.1", { audience: ["citizens", "citizens"] })).toEqual(["audience: fields.chosen_twice"]);
  expect(wrong("II.7.1", { audience: ["citizens", "martians"] })).toEqual(["audience.1: fields.not_a_choice"]);
});

test("what is wrong in a table is found by row and column", () => {
  const lines = [
    { line: { sq: "Shpërblime" }, planned: 10, executed: 9 },
    { line: { sq: "" }, planned: 10 },
  ];
  expect(wrong("III.1.5", { lines })).toEqual([
    "lines.1.line.sq: fields.required",
    "lines.1.executed: fields.required",
  ]);
  expect(wrong("III.1.5", { lines: [] })).toEqual(["lines: fields.required"]);
  expect(wrong("III.1.5", { lines: {} })).toEqual(["lines: fields.not_rows"]);
  expect(wrong("III.1.5", { lines: Array.from({ length: 201 }, () => lines[0]) })).toEqual([
    "lines: fields.too_many_rows",
  ]);
});

test.each([[null], [[]], ["text"], [3]])("%j are no fields", (fields) => {
  expect(read("I.1.1", fields).success).toBe(false);
});

test("every code has its phrase", () => {
  const codes = [
    ...wrong("I.1.1", { ...law, x: 1, actDate: "x", officialLink: "x", number: "n".repeat(41) }),
    ...wrong("I.6.1", { documentKind: "plan", coversFrom: 26 }),
    ...wrong("I.6.1", { documentKind: "plan", coversFrom: "2026" }),
    ...wrong("B.III.3", { channels: ["radio"], reach: "many" }),
  ].map((entry) => entry.split(": ")[1]!);
  expect(new Set(codes).size).toBeGreaterThanOrEqual(7);
  expect(codes.filter((code) => !(code in phrases))).toEqual([]);
});

test("an initiative is answered with a day and a text, or still waits for both", () => {
  const asked = {
    organisation: { sq: "Dritare e Hapur" },
    initiativeKind: "monitoring",
    topic: "transparency",
    request: { sq: "Të publikohen votimet." },
  };
  expect(wrong("I.5.2", { ...asked, answerState: "awaiting" })).toEqual([]);
  expect(wrong("I.5.2", { ...asked, answerState: "accepted" })).toEqual([
    "answeredOn: fields.required",
    "councilAnswer: fields.required",
  ]);
  const answer = { answeredOn: "2026-03-02", councilAnswer: { sq: "Po." } };
  expect(wrong("I.5.2", { ...asked, answerState: "accepted", ...answer })).toEqual([]);
});

test("nobody attends a training who was not invited, and a share is not greater than the whole", () => {
  const training = { theme: { sq: "Buxheti" }, plannedOn: "2026-02-10", trainingState: "held", invited: 21 };
  const plan = (attended: number) => ({
    adoptingAct: { sq: "Vendimi nr. 5" },
    trainings: [
      { ...training, attended: 21 },
      { ...training, attended },
    ],
  });
  expect(wrong("I.7.1", plan(0))).toEqual([]);
  expect(wrong("I.7.1", plan(22))).toEqual(["trainings.1.attended: fields.more_than_beside"]);
  const project = {
    aim: { sq: "Uji" },
    framework: "own",
    projectState: "ongoing",
    budget: 100,
    currency: "eur",
    partners: [{ partner: { sq: "Bashkia" }, partnerRole: "lead" }],
  };
  expect(wrong("I.5.1", { ...project, ownShare: 100 })).toEqual([]);
  expect(wrong("I.5.1", { ...project, ownShare: 101 })).toEqual(["ownShare: fields.more_than_beside"]);
});
