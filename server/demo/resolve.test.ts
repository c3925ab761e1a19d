import { existsSync } from "node:fs";
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { coverageWindows } from "../features/elements/coverage.ts";
import { fieldsSchema } from "../features/publications/fields.schema.ts";
import { publicationKind, publicationKinds } from "../features/publications/kinds.shared.ts";
import { type DemoPublication, type DemoSlug, demoSlugs } from "./demo-content.ts";
import { addDays, numericDate } from "./demo-days.ts";
import { demoFilm } from "./film.ts";
import { resolveDemo } from "./resolve.ts";

/** Ends of months and years, a leap day, days just before and on yearly dates, an ordinary Sunday; in June, what is told of spring lies in Gurëkuq’s register. */
const days = [
  "2027-06-10",
  "2026-11-22",
  "2026-01-01",
  "2026-03-19",
  "2026-03-20",
  "2028-02-29",
  "2025-12-31",
  "2027-01-30",
];
const worlds = demoSlugs.flatMap((slug) => days.map((day): [DemoSlug, string] => [slug, day]));

/** Every text that stands anywhere below a value. */
function texts(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(texts);
}
const datesOf = ({ date, publishedOn }: DemoPublication) => [date ?? publishedOn, publishedOn];

describe.each(worlds)("%s on %s", (slug, day) => {
  const council = resolveDemo(slug, day);
  const { publications, pages, albums, papers, files } = council;

  test("is the same each time", () => {
    expect(JSON.stringify(resolveDemo(slug, day))).toBe(JSON.stringify(council));
  });

  test("nothing is dated after that day, and nothing on a weekend", () => {
    const dates = [
      ...publications.flatMap(datesOf),
      ...pages.map((page) => page.publishedOn),
      ...albums.map((a) => a.date),
    ];
    expect(dates.filter((date) => date >= day)).toEqual([]);
    expect(dates.filter((date) => [0, 6].includes(new Date(date).getUTCDay()))).toEqual([]);
  });

  test("no placeholder is left", () => {
    expect(
      texts({ publications, pages, albums }).filter((text) => /\{\{|\}\}|byDueDate|undefined|NaN/.test(text)),
    ).toEqual([]);
  });

  test("each publication has what its kind asks for", () => {
    for (const publication of publications) {
      const { element, slug: address, fields, date, year, periodFrom, periodTo } = publication;
      const kind = publicationKind(element)!;
      expect(v.safeParse(fieldsSchema(kind), fields).issues, `${element} ${address}`).toBeUndefined();
      const dating = { date: [date], year: [year], period: [periodFrom, periodTo] }[kind.dating];
      expect(dating, `${element} ${address}`).not.toContain(undefined);
      if (periodFrom && periodTo) expect(periodFrom < periodTo, `${element} ${address}`).toBe(true);
      expect(address).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    }
  });

  test("addresses and files are told apart", () => {
    const addresses = publications.map(({ element, slug: address }) => `${element}/${address}`);
    expect(new Set(addresses).size).toBe(addresses.length);
    expect(new Set(files.map((file) => file.ref)).size).toBe(files.length);
  });

  test("no text and no paper names an act that the register does not have", () => {
    const acts = council.work.acts.map((act) => `${act.number}, ${numericDate(act.adoptedOn)}`);
    const begins = council.work.acts[0]?.adoptedOn ?? day;
    const said = [
      ...texts({ publications, pages }),
      ...files.flatMap(({ paper }) => (paper ? texts([paper().number, paper().blocks]) : [])),
    ].flatMap((text) => [
      ...text.matchAll(/(?:[Vv]endim\w*|[Uu]rdhëres\w*|[Rr]ezolut\w*) nr\. (\d+), datë (\d\d)\.(\d\d)\.(\d{4})/g),
    ]);
    const unknown = said
      .filter(([, , date, month, year]) => `${year}-${month}-${date}` >= begins)
      .filter(([, number, date, month, year]) => !acts.includes(`${number}, ${date}.${month}.${year}`));
    expect(unknown.map(([whole]) => whole)).toEqual([]);
  });

  test("every file is used and every use has its file", () => {
    const used = new Set([
      ...[...publications, ...pages].flatMap((one) => one.files),
      ...publications.flatMap(({ photo }) => photo?.file ?? []),
      ...albums.flatMap((album) => album.photos.map((photo) => photo.file)),
      ...papers.map((paper) => paper.file),
      // The film of every meeting that was recorded.
      demoFilm.ref,
    ]);
    expect([...used].sort()).toEqual(files.map((file) => file.ref).sort());
  });
});

/** The first and last day that a publication is about. */
function spanOf({ date, year, periodFrom, periodTo }: DemoPublication): [string, string] {
  if (date) return [date, date];
  return year ? [`${year}-01-01`, `${year}-12-31`] : [periodFrom!, periodTo!];
}

test.each(days)("Valbardhë covers each of its collections on %s, in files and fields", (day) => {
  const { publications } = resolveDemo("valbardhe", day);
  for (const kind of Object.values(publicationKinds)) {
    const { current, grace } = coverageWindows(kind, day);
    const covers = publications.filter((publication) => {
      const [from, to] = spanOf(publication);
      const isIn = (window: { since: string; until: string }) => from <= window.until && to >= window.since;
      const hasFile =
        publication.files.length > 0 || Boolean(kind.insteadOfFile && publication.fields[kind.insteadOfFile]);
      return (
        publication.element === kind.element &&
        (isIn(current) || (grace !== null && isIn(grace))) &&
        (hasFile || !kind.filesRequired)
      );
    });
    expect(covers.length, kind.element).toBeGreaterThan(0);
  }
});

describe("Valbardhë", () => {
  const { publications, pages, albums } = resolveDemo("valbardhe", "2026-11-22");
  const of = (element: string) => publications.filter((publication) => publication.element === element);

  test("has what a good council has after two years", () => {
    expect(of("V.1.1").length).toBeGreaterThanOrEqual(24);
    expect(of("II.7.1").length).toBeGreaterThanOrEqual(12);
    expect(of("V.1.2").length).toBeGreaterThanOrEqual(8);
    expect(of("I.1.1").length).toBeGreaterThanOrEqual(18);
    const oldest = publications.map((publication) => publication.publishedOn).sort()[0]!;
    expect(oldest < addDays("2026-11-22", -700)).toBe(true);
  });

  test("speaks to citizens, businesses and visitors", () => {
    const audiences = new Set(of("II.7.1").flatMap((notice) => notice.fields.audience as string[]));
    expect([...audiences].sort()).toEqual(["businesses", "citizens", "visitors"]);
  });

  test("has nearly everything in English, and some things in Albanian alone", () => {
    const inEnglish = publications.filter(({ title, summary }) => title.en && (!summary || summary.en));
    expect(inEnglish.length / publications.length).toBeGreaterThan(0.9);
    expect(inEnglish.length).toBeLessThan(publications.length);
  });

  test("dates are told in the language of the text", () => {
    const cut = of("II.7.1").find((notice) => notice.slug.startsWith("nderprerje-e-ujit"))!;
    expect(cut.publishedOn).toBe("2026-11-20");
    expect(cut.title.sq).toBe("Ndërprerje e ujit në lagjet nr. 1 dhe nr. 2, e hënë, 23.11.2026");
    expect(cut.title.en).toBe("Water cut in neighbourhoods 1 and 2, Monday, 23.11.2026");
    expect(cut.fields.validUntil).toBe("2026-11-23");
  });

  test("a link leads to the element's address in the text's language", () => {
    const news = of("V.1.1").find((one) => one.slug.startsWith("mbledhja-e-radhes"))!;
    expect(news.body!.sq).not.toContain("/en/");
    expect(news.body!.en).toContain("href='/en/");
  });

  test("a task past its day is done, a later one is planned, one put off stays so", () => {
    const plan = of("III.1.1").find((one) => one.year === 2026)!;
    const tasks = plan.fields.tasks as { dueOn: string; progress: string }[];
    expect(tasks.map((task) => [task.dueOn, task.progress])).toEqual([
      ["2026-03-15", "done"],
      ["2026-03-31", "done"],
      ["2026-04-24", "done"],
      ["2026-06-26", "done"],
      ["2026-07-31", "done"],
      ["2026-08-28", "postponed"],
      ["2026-11-27", "ongoing"],
      ["2026-12-22", "ongoing"],
    ]);
    const tasksInMarch = resolveDemo("valbardhe", "2026-03-01").publications.find(
      (one) => one.element === "III.1.1" && one.year === 2026,
    )!.fields.tasks as { progress: string }[];
    expect(tasksInMarch.map((task) => task.progress).slice(0, 4)).toEqual(["ongoing", "ongoing", "ongoing", "planned"]);
  });

  test("what is spent this year grows with the year, and is whole afterwards", () => {
    const spent = (day: string, year: number) =>
      (
        resolveDemo("valbardhe", day).publications.find((one) => one.element === "B.IV.1" && one.year === year)!.fields
          .lines as { spent: number }[]
      )[0]!.spent;
    expect(spent("2026-07-02", 2026)).toBe(539_000);
    expect(spent("2027-01-15", 2026)).toBe(1_080_000);
  });

  test("the budget's lines are those that the report on it executes", () => {
    const lines = (element: string, year: number) =>
      (of(element).find((one) => one.year === year)!.fields.lines as { line: unknown; planned: number }[]).map(
        ({ line, planned }) => ({ line, planned }),
      );
    expect(lines("III.1.5", 2025)).toEqual(lines("III.1.3", 2025));
    expect(lines("III.1.5", 2024)).toEqual(lines("III.1.3", 2024));
  });

  test("its procedures have their steps, periods with article, and a form to fill in", () => {
    expect(pages.map((page) => page.element)).toEqual(
      "I.3.12 I.3.14 I.3.15 I.3.17 II.1.2 II.1.3 II.3.1 II.3.2 II.4.2 V.1.4 V.1.6".split(" "),
    );
    const forms = pages.filter((page) => page.content.parts.form);
    expect(forms.map((page) => page.element)).toEqual(
      "I.3.12 I.3.14 I.3.15 I.3.17 II.1.2 II.3.1 II.4.2 V.1.6".split(" "),
    );
    for (const { content } of pages) {
      for (const period of content.parts.periods ?? []) expect(period.article).not.toBe("");
    }
  });

  test("each photo is described for those who do not see it, and says that it is an illustration", () => {
    const photos = [...albums.flatMap((album) => album.photos), ...publications.flatMap(({ photo }) => photo ?? [])];
    for (const { file, caption, alternative } of photos) {
      expect(caption.sq).toMatch(/Ilustrim\.$/);
      expect(caption.en).toMatch(/Illustration\.$/);
      expect(alternative.sq.length).toBeGreaterThan(20);
      expect(alternative.en).toBeTruthy();
      const drawing = new URL(`../../tenants/demo/${file.replace(".jpg", ".svg")}`, import.meta.url);
      expect(existsSync(drawing), file).toBe(true);
    }
  });
});

test("the three councils are invented: no address or number of theirs can be reached", () => {
  for (const slug of demoSlugs) {
    const all = texts(resolveDemo(slug, "2026-11-22"));
    const hosts = all.flatMap((text) =>
      [...text.matchAll(/(?:https?:\/\/|@)([\w.-]+\.[a-z]+)/g)].map((match) => match[1]!),
    );
    const real = hosts.filter((host) => !host.endsWith(".example"));
    expect([...new Set(real)].filter((host) => host !== "qbz.gov.al" && host !== "www.idp.al")).toEqual([]);
    const numbers = all.flatMap((text) => text.match(/\+355[\d ]+/g) ?? []);
    expect(numbers.filter((number) => !number.startsWith("+355 00 "))).toEqual([]);
  }
});

test("Gurëkuq is smaller and Detas has only begun", () => {
  const count = (slug: DemoSlug) => resolveDemo(slug, "2026-11-22").publications.length;
  expect(count("gurekuq")).toBeGreaterThan(count("valbardhe") / 5);
  expect(count("gurekuq")).toBeLessThan(count("valbardhe") / 2);
  expect(count("detas")).toBe(1);
});
