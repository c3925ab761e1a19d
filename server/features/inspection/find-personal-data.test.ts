import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findPersonalData } from "./find-personal-data.ts";

/** What is found, as the words of the text. */
const found = (text: string) =>
  findPersonalData(text).map(({ kind, start, end, sureness }) => `${kind} ${sureness}: ${text.slice(start, end)}`);
const needs = (text: string) => findPersonalData(text).map(({ need, hint }) => `${need} ${hint}`);

describe("Personal numbers", () => {
  it("are found where the paper says what they are", () => {
    expect(found("Shtetasi A. H., me numër personal I05101999A, banues në Lisi.")).toEqual([
      "personal_number certain: I05101999A",
    ]);
    expect(found("mbajtës i letërnjoftimit me nr. J55115023K")).toEqual(["personal_number certain: J55115023K"]);
    expect(found("NR. PERSONAL: K00229001F")).toEqual(["personal_number certain: K00229001F"]);
  });

  it("are found in tables without a word, since their day exists", () => {
    expect(found("1\tArben Hoxha\tI05101999A\n2\tMira Leka\tJ05115001C")).toEqual([
      "personal_number likely: I05101999A",
      "personal_number likely: J05115001C",
    ]);
  });

  it("are certain without a word when their last letter agrees", () =>
    expect(found("J00101999W")).toEqual(["personal_number certain: J00101999W"]));

  it("are found when their day is wrong but the paper says that they are personal numbers", () =>
    expect(found("numri personal I09901999A")).toEqual(["personal_number certain: I09901999A"]));

  it("are not companies' numbers, which are public", () => {
    expect(found("Operatori “Ndërtimi” sh.p.k., me NIPT K11201999A, fitoi tenderin.")).toEqual([]);
    expect(found("NUIS: L01225001B")).toEqual([]);
  });

  it("are not numbers of protocols, acts, invoices or parts of longer signs", () => {
    for (const text of [
      "Nr. prot. 12345678",
      "Vendimi nr. 45, datë 12.03.2026",
      "XI05101999AB",
      "AL47212110090000000235698741",
    ])
      expect(found(text), text).toEqual([]);
  });

  it("are told without being repeated", () =>
    expect(findPersonalData("numri personal I05101999A")[0]!.hint).toBe("I…A"));
});

describe("Telephones", () => {
  it("of persons are found however they are written", () => {
    for (const number of ["069 20 12 345", "0682012345", "+355 69 201 2345", "00355672012345", "067-20-12-345"])
      expect(found(`Kërkuesi, tel. ${number}, kërkon strehim.`), number).toEqual([`phone likely: ${number}`]);
  });

  it("of an office are only possibly a person's", () =>
    expect(found("Zyra e Koordinatorit: 069 20 12 345")).toEqual(["phone possible: 069 20 12 345"]));

  it("are not landlines of institutions, sums or numbers of acts", () => {
    for (const text of [
      "Tel. +355 4 222 3344",
      "052 22 33 44",
      "vlera 0691234 lekë",
      "12.069.201.234 lekë",
      "nr. 068/2026",
    ])
      expect(found(text), text).toEqual([]);
  });
});

describe("Days of birth", () => {
  it("are found where the paper says so", () => {
    expect(found("i datëlindjes 12.03.1980, banues në Lisi")).toEqual(["birth_date certain: 12.03.1980"]);
    expect(found("e lindur më 1/2/1999 në Krastë")).toEqual(["birth_date certain: 1/2/1999"]);
  });
  it("are not the days of acts", () => expect(found("Vendimi nr. 45, datë 12.03.1999")).toEqual([]));
});

describe("Names of persons in need", () => {
  it("are found beside the aid that they get", () => {
    expect(found("Miratimin e ndihmës ekonomike për shtetasin Arben Hoxha, në masën 8.000 lekë në muaj.")).toEqual([
      "need likely: Arben Hoxha",
    ]);
    expect(needs("Përfiton ndihmë ekonomike familja e Mira Lekës.")).toEqual(["aid M. L."]);
  });

  it("are found with every word that tells need, in every form and without the marks that scanners lose", () => {
    const cases: [string, string][] = [
      ["Pagesë për personin me aftësi të kufizuara Dritan Gega.", "disability"],
      ["Pagese per personin me aftesi te kufizuara Dritan Gega.", "disability"],
      ["Dritan Gega përfiton pagesën e invaliditetit.", "disability"],
      ["Kujdestar personal i tetraplegjikut Dritan Gega.", "disability"],
      ["Caktimin e kujdestarit për të miturin Dritan Gega.", "child"],
      ["Regjistrimin në çerdhe pa pagesë të jetimes Dritane Gega.", "orphan"],
      ["Ndihmë për trajtimin e sëmundjes së shtetasit Dritan Gega.", "illness"],
      ["Sistemimin e viktimës së dhunës në familje Dritane Gega.", "violence"],
      ["Familja e pastrehë Dritan Gega përfiton banesë.", "homeless"],
      ["Bonusin e qirasë për shtetasin Dritan Gega.", "homeless"],
      ["Shtetasi i komunitetit rom Dritan Gega.", "minority"],
      ["Kujdestarinë ligjore mbi Dritan Gegën e ushtron gjyshja.", "custody"],
      ["Punësimin e të dënuarit Dritan Gega.", "conviction"],
    ];
    for (const [text, need] of cases)
      expect(
        needs(text).map((one) => one.split(" ")[0]),
        text,
      ).toEqual([need]);
  });

  it("are found in capitals, with a father's letter and with double surnames", () => {
    expect(found("NDIHMË EKONOMIKE: ARBEN HOXHA")).toEqual(["need likely: ARBEN HOXHA"]);
    expect(found("ndihmë ekonomike për Arben B. Hoxha")).toEqual(["need likely: Arben B. Hoxha"]);
    expect(found("ndihmë ekonomike për Mira Leka-Hoxha")).toEqual(["need likely: Mira Leka-Hoxha"]);
  });

  it("are found though they begin like a month, a paper or a word of the law", () => {
    for (const name of ["Marsela Majko", "Përparim Kodra", "Romeo Planaj", "Nenad Fonda"])
      expect(found(`ndihmë ekonomike për ${name}`), name).toEqual([`need likely: ${name}`]);
  });

  it("are found in a list below its heading, each of them", () => {
    const text = `Lista e përfituesve të ndihmës ekonomike, mars 2026\n${Array.from({ length: 30 }, (_, at) => `${at + 1}. Arben Hoxha   8.000 lekë`).join("\n")}`;
    expect(findPersonalData(text).filter(({ kind }) => kind === "need")).toHaveLength(30);
  });

  it("are not those who speak, propose or sign", () => {
    for (const text of [
      "Kryetari i Këshillit Arben Hoxha paraqiti projektvendimin për ndihmën ekonomike.",
      "Sekretarja e Këshillit, Mira Leka: miratimi i kritereve të ndihmës ekonomike.",
      "Këshilltari Dritan Gega pyeti për personat me aftësi të kufizuara.",
    ])
      expect(found(text), text).toEqual([]);
  });

  it("are not institutions, places, laws and headings", () => {
    for (const text of [
      "Këshilli Bashkiak Lisi miratoi kriteret e ndihmës ekonomike.",
      "Ministria e Shëndetësisë dhe Mbrojtjes Sociale, për personat me aftësi të kufizuara",
      "Drejtoria e Ndihmës Ekonomike dhe Shërbimit Social",
      "Ligji Nr. 57/2019 “Për Asistencën Sociale në Republikën e Shqipërisë”, ndihma ekonomike",
    ])
      expect(found(text), text).toEqual([]);
  });

  it("are left alone where nothing tells need", () =>
    expect(found("Këshilli i dha titullin “Qytetar Nderi” shkrimtarit Arben Hoxha.")).toEqual([]));

  it("far from the word are left alone, in the next sentence are only possible", () => {
    const far = `Ndihma ekonomike u diskutua. ${"Më pas u fol për rrugët e qytetit. ".repeat(10)}Arben Hoxha kërkoi fjalën.`;
    expect(found(far)).toEqual([]);
    expect(found("U miratua ndihma ekonomike. Arben Hoxha e falënderoi Këshillin.")).toEqual([
      "need possible: Arben Hoxha",
    ]);
  });
});

it("A paper without persons is without findings", () =>
  expect(
    found(
      "Në mbështetje të nenit 54 të ligjit nr. 139/2015, Këshilli Bashkiak vendosi: 1. Miratimin e buxhetit prej 412.500.000 lekësh. 2. Ky vendim hyn në fuqi 10 ditë pas shpalljes.",
    ),
  ).toEqual([]));

it("Any text at all is answered, in order and within itself, and in time", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 2_000 }), (text) => {
      let last = 0;
      for (const { start, end } of findPersonalData(text)) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(text.length);
        last = start;
      }
    }),
    { numRuns: 200 },
  );
  for (const nasty of [
    "A".repeat(200_000),
    "Aa ".repeat(60_000),
    "lista ".repeat(30_000),
    "nr. personal ".repeat(15_000),
    "069 ".repeat(50_000),
    "Arta Hoxha merr ndihmë ekonomike. ".repeat(60_000),
  ]) {
    // One that tries again and again would outlast the test's own limit.
    expect(findPersonalData(nasty), nasty.slice(0, 12)).toEqual(expect.any(Array));
  }
});
