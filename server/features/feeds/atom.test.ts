import fc from "fast-check";
import { Parser } from "htmlparser2";
import { expect, test } from "vitest";
import { type AtomFeed, atomXml } from "./atom.ts";

/** Reads XML with another library than the one that wrote it: the texts of elements by name, and the links. */
function readBack(xml: string) {
  const texts: Record<string, string[]> = {};
  const links: Record<string, string>[] = [];
  const open: string[] = [];
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        open.push(name);
        if (name === "link" || name === "category") links.push(attributes);
        else texts[name] = [...(texts[name] ?? []), ""];
      },
      ontext(text) {
        const name = open.at(-1);
        const list = name && texts[name];
        if (list) list[list.length - 1] += text;
      },
      onclosetag: () => void open.pop(),
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(xml);
  return { texts, links };
}

const feedOf = (text: string): AtomFeed => ({
  id: "tag:localhost,2026:lisi/feeds/V.1.1/sq",
  locale: "sq",
  title: text,
  subtitle: "Lajmet",
  author: text,
  origin: "http://lisi.localhost",
  self: "http://lisi.localhost/lajme.atom",
  page: "http://lisi.localhost/lajme",
  otherLanguage: { locale: "en", href: "http://lisi.localhost/en/news.atom" },
  updatedAt: new Date("2026-03-05T09:00:00Z"),
  entries: [
    {
      id: "tag:localhost,2026:lisi/publications/1/sq",
      title: { sq: text },
      summary: { sq: text },
      body: { sq: text },
      href: "http://lisi.localhost/lajme/1",
      publishedAt: new Date("2026-03-05T09:00:00Z"),
      updatedAt: new Date("2026-03-05T09:00:00Z"),
      categories: [{ term: text, label: text }],
      enclosures: [
        { href: "http://lisi.localhost/a?b=1&c=2", mediaType: "application/pdf", size: 9, title: { sq: text } },
      ],
    },
  ],
});

const survives = (text: string) => {
  const { texts, links } = readBack(atomXml(feedOf(text)));
  expect(texts.title).toEqual([text, text]);
  expect([texts.summary, texts.content, texts.name]).toEqual([[text], [text], [text]]);
  expect(links.find(({ rel }) => rel === "enclosure")).toMatchObject({
    href: "http://lisi.localhost/a?b=1&c=2",
    title: text,
  });
  expect(links.find(({ label }) => label !== undefined)).toMatchObject({ term: text, label: text });
};

test.each([
  ["an example of a script, written as text", "<p>Shkruani &lt;script&gt;x()&lt;/script&gt;</p>"],
  ["ampersands and entities that are none", "Ujë & kanalizime &bogus; &amp;amp; &#60;b&#62; &#x41;"],
  ["what would close a section", "]]> --> <?xml?> </entry>"],
  ["quotes of every kind", `"a" 'b' “c” ‘d’`],
])("%s comes out of a feed as it went in", (_, text) => survives(text));

test("any text at all comes out of a feed as it went in", () => {
  // Less line ends, which may be written in several ways, and what XML 1.0 has no sign for.
  const sayable = /^[\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]+$/u;
  const word = fc.constantFrom("&", ";", "<", ">", "amp", "#38", "]]>", '"', "ë", " ");
  const anything = fc.oneof(
    fc.string({ unit: "grapheme" }),
    fc.array(word).map((words) => words.join("")),
  );
  fc.assert(
    fc.property(
      anything.filter((text) => sayable.test(text)),
      survives,
    ),
  );
});

test("signs that XML cannot hold are left out, and the feed stays whole", () => {
  expect(readBack(atomXml(feedOf("Para\u0000\u0001\uFFFEPas"))).texts.title).toEqual(["ParaPas", "ParaPas"]);
});
