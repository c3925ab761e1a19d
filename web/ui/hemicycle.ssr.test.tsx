import { describe, expect, it } from "vitest";
import { rendered } from "../testing/rendered.tsx";
import { Hemicycle, lettersOf, seatsByCount } from "./hemicycle.tsx";
import { VoteHemicycle } from "./vote-hemicycle.tsx";

const lists = [
  { key: "pp", label: "Partia e Pishës", short: "PP", colour: "#f5d547", count: 3 },
  { key: "pu", label: "Partia e Urës", short: "PU", colour: "#1b3a6b", count: 2 },
  { key: "i", label: "Të pavarur", count: 1 },
];
const drawn = () =>
  rendered("sq", () => <Hemicycle caption="Vendet" groups={lists} seats={seatsByCount(lists)} centre="6" />);
const count = (html: string, what: RegExp) => html.match(what)?.length ?? 0;

describe("a hemicycle of parties", () => {
  it("draws each seat once and counts them in the legend", () => {
    expect(count(drawn(), /translate\(/g)).toBe(6);
    expect(drawn()).toMatch(/Partia e Pishës<.*?<b[^>]*>3</s);
  });

  it("says in words what it draws", () => {
    expect(drawn()).toContain('aria-label="Vendet: Partia e Pishës 3, Partia e Urës 2, Të pavarur 1"');
  });

  it("tells parties apart without colour: each has a letter of its own", () => {
    expect([...lettersOf(lists).values()]).toEqual(["P", "U", "T"]);
    expect(count(drawn(), />P<\/text>/g)).toBe(4);
    const known = ["PS", "PD", "LSI", "PDIU"].map((short) => ({ key: short, label: short, short }));
    expect([...lettersOf(known).values()]).toEqual(["S", "D", "L", "U"]);
  });

  it("never runs out of letters", () => {
    const many = Array.from({ length: 20 }, (_, index) => ({ key: String(index), label: "Lista" }));
    expect(new Set(lettersOf(many).values()).size).toBe(20);
  });

  it("writes the letter dark on a light colour and light on a dark one", () => {
    expect(drawn()).toMatch(/fill="#f5d547".*?class="dark-ink"/s);
    expect(drawn()).toMatch(/fill="#1b3a6b".*?class="light-ink"/s);
  });

  it("has a party without a colour as rings", () => expect(drawn()).toMatch(/fill="none"/));

  it("of nobody is a legend without a picture", () => {
    const html = rendered("en", () => <Hemicycle caption="Seats" groups={[]} seats={[]} />);
    expect(html).not.toContain("<svg");
  });
});

describe("a vote", () => {
  const ballots = [
    { key: "1", name: "Ana Leka", choice: "against" },
    { key: "2", name: "Besim Kola", choice: "for" },
    { key: "3", name: "Çlirim Duka", choice: "absent" },
    { key: "4", name: "Dea Prifti", choice: "for" },
  ] as const;
  const html = (locale: "sq" | "en") => rendered(locale, () => <VoteHemicycle caption="Votimi" ballots={ballots} />);

  it("by name tells who sits where and how they voted, those for it first", () => {
    expect(html("sq").match(/<title>[^<]*/g)).toEqual([
      "<title>Besim Kola: Pro",
      "<title>Dea Prifti: Pro",
      "<title>Ana Leka: Kundër",
      "<title>Çlirim Duka: Mungon",
    ]);
    expect(html("en")).toContain("Ana Leka: Against");
  });

  it("shows for, against and abstained even where nobody chose them, and absence only where there is some", () => {
    expect(html("en")).toContain("For 2, Against 1, Abstained 0, Absent 1");
    expect(html("en")).not.toContain("Did not vote");
  });

  it("by count or in secret has nobody's name", () => {
    const counted = rendered("en", () => (
      <VoteHemicycle caption="Vote" counts={{ for: 19, against: 8, abstained: 2 }} />
    ));
    expect(count(counted, /translate\(/g)).toBe(29);
    expect(counted).toContain("19 : 8");
    expect(new Set(counted.match(/<title>[^<]*/g))).toEqual(
      new Set(["<title>For", "<title>Against", "<title>Abstained"]),
    );
  });
});
