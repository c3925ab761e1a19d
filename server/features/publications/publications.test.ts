import * as v from "valibot";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { doing, law, news, publish, storePdf } from "../../../tests/support/content.ts";
import { createWorld, type TestCouncil, type TestWorld } from "../../../tests/support/world.ts";
import type { InvalidInput } from "../../http/problem.ts";
import { elementByCode } from "../elements/catalogue.shared.ts";
import {
  LatestPublications,
  Publication,
  type PublicationInput,
  PublicationList,
  WithdrawnPublication,
} from "./publications.schema.ts";
import {
  changePublication,
  createPublication,
  publishPublication,
  setPublicationPhoto,
  withdrawPublication,
} from "./publications.service.ts";

let world: TestWorld;
let lisi: TestCouncil;
let krasta: TestCouncil;
beforeAll(async () => {
  world = await createWorld();
  ({ lisi, krasta } = world);
});
afterAll(() => world.end());

const api = "/api/v1/publications";
const list = async (query: string, council = lisi) => {
  const answer = await council.get(`${api}?${query}`);
  expect(answer.status).toBe(200);
  return v.parse(PublicationList, await answer.json());
};
/** The status of an answer that is read to its end. */
const statusOf = async (path: string) => {
  const answer = await lisi.get(path);
  await answer.arrayBuffer();
  return answer.status;
};
const versionOf = async (council: TestCouncil) =>
  (await council.db.read((tx) => tx.selectFrom("content_versions").selectAll().execute())).find(
    (row) => row.area === "publications",
  )?.version ?? 0;
const refusal = async (work: Promise<unknown>) => {
  const error = await work.then(
    () => null,
    (reason: InvalidInput) => reason,
  );
  return { code: error?.code, fields: error?.fields };
};
const inHours = (hours: number) => new Date(world.clock.now().getTime() + hours * 3_600_000);
const create = (input: PublicationInput, council = lisi) =>
  council.db.write((tx) => createPublication(tx, doing(world), input));

describe("A publication", () => {
  it("is at its address with its text, fields, files and neighbours, as the schema says", async () => {
    const { id: document, file } = await storePdf(world, lisi, "Njoftim", { fileName: "Njoftim për banorët.pdf" });
    await publish(world, lisi, news({ element: "II.7.1", date: "2026-02-01", fields: { audience: ["citizens"] } }));
    const { slug } = await publish(
      world,
      lisi,
      news({
        element: "II.7.1",
        title: { sq: "Ujë i ndërprerë në Çlirim" },
        fields: { audience: ["businesses"] },
        documents: [document],
      }),
    );
    expect(slug).toBe("uje-i-nderprere-ne-clirim");
    const answer = await lisi.get(`${api}/II.7.1/${slug}`);
    const publication = v.parse(Publication, await answer.json());
    expect(publication).toMatchObject({
      title: { sq: "Ujë i ndërprerë në Çlirim" },
      date: "2026-03-02",
      fields: { audience: ["businesses"] },
      url: { sq: `/njoftime/${slug}`, en: `/en/notices/${slug}` },
      older: { slug: "keshilli-miratoi-buxhetin" },
      newer: null,
      documents: [
        { fileName: "Njoftim për banorët.pdf", sha256: file.sha256, mediaType: "application/pdf", earlier: [] },
      ],
    });
    expect(await statusOf(publication.documents[0]!.url)).toBe(200);
  });

  it("belongs to its council: another finds neither its page nor its file", async () => {
    const { id: document } = await storePdf(world, lisi, "Vetëm Lisi");
    const { slug } = await publish(world, lisi, news({ title: { sq: "Vetëm në Lisi" }, documents: [document] }));
    const { documents } = await lisi.json<Publication>(`${api}/V.1.1/${slug}`);
    expect((await krasta.get(`${api}/V.1.1/${slug}`)).status).toBe(404);
    expect((await krasta.get(documents[0]!.url)).status).toBe(404);
    expect((await list("element=V.1.1", krasta)).items.map((item) => item.slug)).not.toContain(slug);
  });

  it("cannot carry another council's document", async () => {
    const { id } = await storePdf(world, krasta, "I Krastës");
    expect(await refusal(create(news({ documents: [id] })))).toEqual({
      code: "http.invalid_input",
      fields: [{ path: "documents", code: "publications.document_unknown" }],
    });
  });

  it("is not there while it is a draft, and neither is its file", async () => {
    const { id: document } = await storePdf(world, lisi, "Draft");
    const { slug } = await create(news({ title: { sq: "Ende draft" }, documents: [document] }));
    expect((await lisi.get(`${api}/V.1.1/${slug}`)).status).toBe(404);
    expect(await statusOf(`/dokumente/${document}/vendimi.pdf`)).toBe(404);
    expect((await list("element=V.1.1")).items.map((item) => item.slug)).not.toContain(slug);
  });

  it("that is scheduled appears with its file when its time has come, by itself", async () => {
    const { id: document } = await storePdf(world, lisi, "Nesër");
    const { slug } = await publish(world, lisi, news({ title: { sq: "Nesër" }, documents: [document] }), inHours(5));
    const file = `/dokumente/${document}/vendimi.pdf`;
    expect((await lisi.get(`${api}/V.1.1/${slug}`)).status).toBe(404);
    expect(await statusOf(file)).toBe(404);
    const before = world.clock.now();
    world.clock.moveTo(inHours(5));
    expect((await lisi.get(`${api}/V.1.1/${slug}`)).status).toBe(200);
    expect(await statusOf(file)).toBe(200);
    world.clock.moveTo(before);
  });

  it("that is withdrawn says when and why at its address, and its content and file are gone", async () => {
    const { id: document } = await storePdf(world, lisi, "Gabim");
    const { id, slug } = await publish(world, lisi, news({ title: { sq: "Me gabim" }, documents: [document] }));
    await lisi.db.write((tx) =>
      withdrawPublication(tx, doing(world), id, { sq: "Kishte të dhëna personale.", en: "It held personal data." }),
    );
    const answer = await lisi.get(`${api}/V.1.1/${slug}`);
    expect(answer.status).toBe(410);
    expect(answer.headers.get("content-type")).toContain("application/problem+json");
    const text = await answer.clone().text();
    expect(v.parse(WithdrawnPublication, await answer.json())).toMatchObject({
      status: 410,
      title: "Ky publikim u tërhoq më 05.03.2026.",
      withdrawnAt: world.clock.now().toISOString(),
      reason: { sq: "Kishte të dhëna personale." },
    });
    expect(text).not.toContain("Me gabim");
    expect(await statusOf(`/dokumente/${document}/vendimi.pdf`)).toBe(404);
    expect((await list("element=V.1.1")).items.map((item) => item.slug)).not.toContain(slug);
    expect((await krasta.get(`${api}/V.1.1/${slug}`)).status).toBe(404);
  });

  it("that comes back at a time goes on telling why it was withdrawn until then, also when that is taken back", async () => {
    const { id, slug } = await publish(world, lisi, news({ title: { sq: "Kthehet" } }));
    const withdraw = (sq: string) => lisi.db.write((tx) => withdrawPublication(tx, doing(world), id, { sq }));
    const schedule = () => lisi.db.write((tx) => publishPublication(tx, doing(world), id, inHours(24)));
    const told = async () => {
      const answer = await lisi.get(`${api}/V.1.1/${slug}`);
      return [answer.status, ((await answer.json()) as { reason?: object }).reason];
    };
    await withdraw("Kishte gabime.");
    await schedule();
    expect(await told()).toEqual([410, { sq: "Kishte gabime." }]);
    await withdraw("Pritet ende.");
    expect(await told()).toEqual([410, { sq: "Kishte gabime." }]);
    await schedule();
    const before = world.clock.now();
    world.clock.moveTo(inHours(25));
    expect(await told()).toEqual([200, undefined]);
    world.clock.moveTo(before);
  });

  it("that is withdrawn before its time leaves no trace for the public", async () => {
    const { id, slug } = await publish(world, lisi, news({ title: { sq: "U anulua" } }), inHours(24));
    await lisi.db.write((tx) => withdrawPublication(tx, doing(world), id, { sq: "U anulua." }));
    expect((await lisi.get(`${api}/V.1.1/${slug}`)).status).toBe(404);
  });

  it("keeps its address when its title changes, and two with one title have two", async () => {
    const first = await publish(world, lisi, news({ title: { sq: "I njëjti titull" } }));
    const second = await publish(world, lisi, news({ title: { sq: "I njëjti titull" } }));
    const elsewhere = await publish(world, krasta, news({ title: { sq: "I njëjti titull" } }));
    expect([first.slug, second.slug, elsewhere.slug]).toEqual([
      "i-njejti-titull",
      "i-njejti-titull-2",
      "i-njejti-titull",
    ]);
    await lisi.db.write((tx) => changePublication(tx, doing(world), first.id, { title: { sq: "Titull tjetër" } }));
    const after = await lisi.json<Publication>(`${api}/V.1.1/i-njejti-titull`);
    expect(after.title.sq).toBe("Titull tjetër");
    expect(after.summary).toEqual({ sq: "Çfarë ndryshon këtë vit.", en: "What changes this year." });
  });

  it("that two clerks make at once under one title gets two addresses", async () => {
    const made = await Promise.all([1, 2, 3].map(() => create(news({ title: { sq: "Në të njëjtën kohë" } }))));
    expect(new Set(made.map(({ slug }) => slug)).size).toBe(3);
  });

  it("is cleaned of everything that acts before it is stored", async () => {
    const { slug } = await publish(
      world,
      lisi,
      news({
        title: { sq: "I pastër" },
        body: { sq: '<p onclick="x()">Po</p><script>x()</script>', en: "<style>p{}</style>" },
      }),
    );
    expect((await lisi.json<Publication>(`${api}/V.1.1/${slug}`)).body).toEqual({ sq: "<p>Po</p>" });
  });

  it("shows a photo in its sizes", async () => {
    const { id, slug } = await publish(world, lisi, news({ title: { sq: "Me foto" } }));
    const { file } = await storePdf(world, lisi, "Vendin e origjinalit");
    const rendition = { width: 640, height: 480, mediaType: "image/webp", sha256: "ab".repeat(32) };
    const photo = { caption: { sq: "Salla" }, alternative: { sq: "Salla bosh" }, width: 1280, height: 960 };
    await lisi.db.write((tx) =>
      setPublicationPhoto(tx, doing(world), id, { ...photo, originalSha256: file.sha256, renditions: [rendition] }),
    );
    expect((await lisi.json<Publication>(`${api}/V.1.1/${slug}`)).photo).toEqual({
      ...photo,
      renditions: [{ url: `/foto/${id}/640.webp`, width: 640, height: 480, mediaType: "image/webp" }],
    });
    await lisi.db.write((tx) => setPublicationPhoto(tx, doing(world), id, null));
    expect((await lisi.json<Publication>(`${api}/V.1.1/${slug}`)).photo).toBeNull();
  });
});

describe("What is wrong with a publication is said field by field", () => {
  it.each<[string, Partial<PublicationInput>, { path: string; code: string }[]]>([
    ["no Albanian title", { title: { sq: " " } }, [{ path: "title.sq", code: "text.required" }]],
    ["a date that does not exist", { date: "2026-02-30" }, [{ path: "date", code: "date.impossible" }]],
    ["no date where the kind has one", { date: null }, [{ path: "date", code: "text.required" }]],
    ["a year where the kind has a date", { year: 2026 }, [{ path: "year", code: "publications.dated_otherwise" }]],
    ["a missing field", { fields: {} }, [{ path: "fields.topic", code: "fields.required" }]],
    [
      "a field of another kind",
      { fields: { topic: "budget", status: "inForce" } },
      [{ path: "fields.status", code: "fields.unknown" }],
    ],
  ])("%s", async (_, given, fields) => {
    expect(await refusal(create(news(given)))).toEqual({ code: "http.invalid_input", fields });
  });

  it("a period that ends before it begins, and a collection that is none", async () => {
    const plan = { element: "I.4.1", date: null, periodFrom: "2026-12-31", periodTo: "2026-01-01" };
    expect((await refusal(create(news(plan)))).fields).toContainEqual({
      path: "periodTo",
      code: "publications.period_ends_before_it_begins",
    });
    expect((await refusal(create(news({ element: "toString" })))).code).toBe("publications.not_a_collection");
  });

  it("and nothing of it remains", async () => {
    const before = await lisi.db.read((tx) => tx.selectFrom("publications").select("id").execute());
    await refusal(create(news({ title: { sq: "Mbetet?" }, documents: [crypto.randomUUID()] })));
    expect(await lisi.db.read((tx) => tx.selectFrom("publications").select("id").execute())).toHaveLength(
      before.length,
    );
  });
});

describe("Only what readers can see raises the version of a council's publications", () => {
  it("a draft and its changes do not, publishing, changing and withdrawing do", async () => {
    const before = await versionOf(lisi);
    const { id } = await create(news());
    await lisi.db.write((tx) => changePublication(tx, doing(world), id, { tags: ["ujë"] }));
    expect(await versionOf(lisi)).toBe(before);
    const others = await versionOf(krasta);
    await lisi.db.write((tx) => publishPublication(tx, doing(world), id));
    expect(await versionOf(lisi)).toBe(before + 1);
    await lisi.db.write((tx) => changePublication(tx, doing(world), id, { tags: [] }));
    expect(await versionOf(lisi)).toBe(before + 2);
    await lisi.db.write((tx) => withdrawPublication(tx, doing(world), id, { sq: "Po." }));
    expect(await versionOf(lisi)).toBe(before + 3);
    expect(await versionOf(krasta)).toBe(others);
  });

  it("publishing twice and withdrawing a draft are refused", async () => {
    const { id } = await create(news());
    const work = (run: typeof publishPublication) => lisi.db.write((tx) => run(tx, doing(world), id));
    const withdraw = () => lisi.db.write((tx) => withdrawPublication(tx, doing(world), id, { sq: "Po." }));
    expect((await refusal(withdraw())).code).toBe("publications.not_published");
    await work(publishPublication);
    expect((await refusal(work(publishPublication))).code).toBe("publications.already_public");
    await withdraw();
    expect((await refusal(withdraw())).code).toBe("publications.already_withdrawn");
  });

  it("each change stands in the audit with what was before and after, and with nothing when it failed", async () => {
    const { id } = await create(news({ title: { sq: "Para" } }));
    await lisi.db.write((tx) => changePublication(tx, doing(world), id, { title: { sq: "Pas" } }));
    await lisi.db.write((tx) => publishPublication(tx, doing(world), id));
    await refusal(lisi.db.write((tx) => changePublication(tx, doing(world), id, { title: { sq: "" } })));
    const audit = await lisi.db.read((tx) =>
      tx.selectFrom("audit_log").selectAll().where("subject_id", "=", id).orderBy("id").execute(),
    );
    expect(audit.map((row) => row.action)).toEqual([
      "publication.created",
      "publication.changed",
      "publication.published",
    ]);
    expect(audit[1]).toMatchObject({
      actor: { name: "test" },
      before: { title: { sq: "Para" } },
      after: { title: { sq: "Pas" } },
    });
  });

  it("a document taken out of a publication is taken from the public", async () => {
    const kept = await storePdf(world, lisi, "Mbetet");
    const removed = await storePdf(world, lisi, "Hiqet");
    const { id } = await publish(world, lisi, news({ documents: [removed.id, kept.id] }));
    await lisi.db.write((tx) => changePublication(tx, doing(world), id, { documents: [kept.id] }));
    expect(await statusOf(`/dokumente/${kept.id}/vendimi.pdf`)).toBe(200);
    expect(await statusOf(`/dokumente/${removed.id}/vendimi.pdf`)).toBe(404);
  });
});

describe("The list of a collection", () => {
  beforeAll(async () => {
    for (const [number, given] of [
      [
        "146/2014",
        {
          title: { sq: "Ligji për konsultimin publik", en: "Law on public consultation" },
          year: 2014,
          tags: ["konsultim"],
        },
      ],
      [
        "119/2014",
        { title: { sq: "Ligji për të drejtën e informimit" }, year: 2014, tags: ["informim", "100%_e drejtë"] },
      ],
      [
        "8652/2000",
        {
          title: { sq: "Ligji i vjetër" },
          year: 2000,
          fields: { actKind: "law", number: "8652/2000", status: "repealed" },
        },
      ],
      [
        "1",
        {
          title: { sq: "Rregullorja e Këshillit" },
          year: 2023,
          fields: { actKind: "councilRegulation", number: "1", status: "inForce" },
          tags: ["konsultim"],
        },
      ],
    ] as [string, Partial<PublicationInput>][])
      await publish(world, lisi, law({ fields: { actKind: "law", number, status: "inForce" }, ...given }));
    await publish(world, krasta, law());
  });
  const titles = async (query: string) => (await list(`element=I.1.1&${query}`)).items.map((item) => item.title.sq);

  it("is in the order of time, and does not know another council's", async () => {
    expect(await titles("")).toEqual([
      "Rregullorja e Këshillit",
      expect.stringMatching("konsultimin|informimit"),
      expect.stringMatching("konsultimin|informimit"),
      "Ligji i vjetër",
    ]);
  });

  it.each([
    ["q=informim", ["Ligji për të drejtën e informimit"]],
    ["q=119/2014", ["Ligji për të drejtën e informimit"]],
    ["q=KESHILL", ["Rregullorja e Këshillit"]],
    ["q=këshillit rregullor", ["Rregullorja e Këshillit"]],
    ["q=consultation", ["Ligji për konsultimin publik"]],
    ["q=100%25", ["Ligji për të drejtën e informimit"]],
    ["q=%25", ["*"]],
    ["q=_", ["*"]],
    ["year=2000", ["Ligji i vjetër"]],
    ["tag=konsultim&year=2014", ["Ligji për konsultimin publik"]],
    ["status=repealed", ["Ligji i vjetër"]],
    ["status=inForce&actKind=councilRegulation", ["Rregullorja e Këshillit"]],
    ["q=asgjë e tillë", []],
    ["status=&year=&q=", ["*"]],
  ])("is narrowed by %s", async (query, expected) => {
    const found = await titles(query);
    if (expected[0] === "*") expect(found).toHaveLength(4);
    else expect(found).toEqual(expected);
  });

  it("counts what each value of a filter would find beside the other filters", async () => {
    const { facets, total, filters } = await list("element=I.1.1&status=inForce&year=2014");
    expect(total).toBe(2);
    expect(filters).toEqual({ q: null, year: 2014, tag: null, fields: { status: "inForce" } });
    expect(facets).toEqual({
      years: [
        { value: 2023, count: 1 },
        { value: 2014, count: 2 },
      ],
      tags: [
        { value: "100%_e drejtë", count: 1 },
        { value: "informim", count: 1 },
        { value: "konsultim", count: 1 },
      ],
      fields: { actKind: [{ value: "law", count: 2 }], status: [{ value: "inForce", count: 2 }] },
    });
  });

  it("filters by a field that holds several values, and by each year of a period", async () => {
    const notice = (audience: string[]) =>
      news({
        element: "B.III.4",
        date: null,
        periodFrom: "2024-05-01",
        periodTo: "2026-05-01",
        fields: { audience, channels: ["sms"] },
      });
    await publish(world, lisi, notice(["youth", "elderly"]));
    await publish(world, lisi, notice(["youth"]));
    const { total, facets } = await list("element=B.III.4&audience=elderly&year=2025");
    expect(total).toBe(1);
    expect(facets.years.map(({ value }) => value)).toEqual([2026, 2025, 2024]);
    expect(facets.fields.audience).toEqual([
      { value: "youth", count: 2 },
      { value: "elderly", count: 1 },
    ]);
  });

  it("comes twenty at a time, each item once, also where all are of one day", async () => {
    for (let number = 1; number <= 45; number += 1)
      await publish(world, krasta, news({ title: { sq: `Lajmi ${number}` } }));
    const pages = await Promise.all([1, 2, 3].map((page) => list(`element=V.1.1&page=${page}`, krasta)));
    const { total } = pages[0]!;
    expect(pages.map(({ items }) => items.length)).toEqual([20, 20, total - 40]);
    expect(new Set(pages.flatMap(({ items }) => items.map((item) => item.id))).size).toBe(total);
    expect(pages[2]).toMatchObject({ page: 3, pages: 3, perPage: 20 });
  });

  it("shows only the fields that a list has room for", async () => {
    const { items } = await list("element=I.1.1&year=2014&q=konsultim");
    expect(Object.keys(items[0]!.fields).sort()).toEqual(["actKind", "number", "status"]);
  });

  it("links to the same rows as open data and to the feed", async () => {
    expect((await list("element=I.1.1&status=inForce&q=ligj")).exports).toEqual({
      json: { sq: "/legjislacioni.json?q=ligj&status=inForce", en: "/en/legislation.json?q=ligj&status=inForce" },
      csv: { sq: "/legjislacioni.csv?q=ligj&status=inForce", en: "/en/legislation.csv?q=ligj&status=inForce" },
      xlsx: { sq: "/legjislacioni.xlsx?q=ligj&status=inForce", en: "/en/legislation.xlsx?q=ligj&status=inForce" },
      atom: { sq: "/legjislacioni.atom", en: "/en/legislation.atom" },
    });
  });

  it("of a council that has published nothing is an empty page, not an error", async () => {
    expect(await list("element=IV.1.1")).toMatchObject({ total: 0, page: 1, pages: 1, items: [] });
  });
});

it("a page that answers somebody's own words, or a filter that finds nothing, takes no room from the others", async () => {
  await publish(world, lisi, news({ title: { sq: "Për faqet që mbahen" } }));
  const { path } = elementByCode("V.1.1");
  const keeps = async (query: string) => {
    const before = world.services.pageCache.stats().pages;
    expect((await lisi.get(path.sq + query)).status, query).toBe(200);
    return world.services.pageCache.stats().pages - before;
  };
  expect(await keeps("?q=faqet")).toBe(0);
  expect(await keeps("?tag=askush")).toBe(0);
  expect(await keeps("?year=1901")).toBe(0);
  expect(await keeps("")).toBe(1);
});

describe("A list refuses what it does not understand", () => {
  it.each([
    ["element=I.1.1&color=red", 400, "http.unknown_filter", undefined],
    ["element=V.1.1&status=inForce", 400, "http.unknown_filter", undefined],
    ["element=I.1.1&__proto__=1", 400, "http.unknown_filter", undefined],
    ["element=I.2.1", 404, "publications.not_a_collection", undefined],
    ["element=constructor", 404, "publications.not_a_collection", undefined],
    ["", 422, "http.invalid_input", ["element"]],
    ["element=I.1.1&year=abc&page=0&status=maybe", 422, "http.invalid_input", ["year", "page", "status"]],
    ["element=I.1.1&year=2014&year=2015", 422, "http.invalid_input", ["year"]],
    ["element=I.1.1&q=%00", 422, "http.invalid_input", ["q"]],
    [`element=I.1.1&q=${"x".repeat(201)}`, 422, "http.invalid_input", ["q"]],
    ["element=I.1.1&page=99", 404, "publications.no_such_page", undefined],
    ["element=I.1.1&page=99999999999", 422, "http.invalid_input", ["page"]],
  ])("%s: %i %s", async (query, status, code, fields) => {
    const answer = await lisi.get(`${api}?${query}`);
    expect(answer.status).toBe(status);
    expect(answer.headers.get("content-type")).toContain("application/problem+json");
    const problem = (await answer.json()) as {
      code: string;
      title: string;
      fields?: { path: string; message: string }[];
    };
    expect(problem.code).toBe(code);
    expect(problem.fields?.map(({ path }) => path)).toEqual(fields);
    expect([problem.title, ...(problem.fields ?? []).map(({ message }) => message)].join()).not.toMatch(
      /\w\.\w+_\w|undefined|\{\{/,
    );
  });
});

describe("The newest over all collections", () => {
  it("are in the order in which they became public, over the chosen collections", async () => {
    const later = await publish(world, lisi, law({ title: { sq: "Më i riu" }, year: 1998 }), inHours(-1));
    await publish(world, lisi, news({ title: { sq: "Më i vjetri" }, date: "2026-03-05" }), inHours(-900));
    const answer = await lisi.get(`${api}/latest?limit=50`);
    const { items } = v.parse(LatestPublications, await answer.json());
    const times = items.map((item) => item.publishedAt);
    expect(times).toEqual(times.toSorted().toReversed());
    expect(items.at(-1)!.title.sq).toBe("Më i vjetri");
    const laws = await lisi.json<LatestPublications>(`${api}/latest?elements=I.1.1&limit=50`);
    expect(laws.items.at(-1)!.slug).toBe(later.slug);
    expect(new Set(laws.items.map((item) => item.element))).toEqual(new Set(["I.1.1"]));
    expect((await lisi.json<LatestPublications>(`${api}/latest?limit=2`)).items).toHaveLength(2);
  });

  it.each([
    ["limit=0", 422],
    ["limit=51", 422],
    ["limit=x", 422],
    ["elements=V.1.1,nope", 404],
    ["wrong=1", 422],
  ])("refuse %s", async (query, status) => {
    expect((await lisi.get(`${api}/latest?${query}`)).status).toBe(status);
  });
});
