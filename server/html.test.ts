import * as v from "valibot";
import { expect, test } from "vitest";
import { cleanHtml, cleanLocalizedHtml } from "./html.ts";
import { htmlLength } from "./html-length.shared.ts";
import { localizedHtml } from "./text.schema.ts";

test.each([
  ["a script", "<p>Para</p><script>alert(1)</script>", "<p>Para</p>"],
  ["a handler", '<p onclick="x()">Po</p>', "<p>Po</p>"],
  ["a link that is a script", '<a href="javascript:x()">Këtu</a>', "<a>Këtu</a>"],
  ["a disguised script link", '<a href=" java\tscript:x()">Këtu</a>', "<a>Këtu</a>"],
  ["data", '<a href="data:text/html,x">Këtu</a>', "<a>Këtu</a>"],
  ["another site without a scheme", '<a href="//evil.example/">Këtu</a>', "<a>Këtu</a>"],
  ["a picture", '<p><img src="x" onerror="x()">Po</p>', "<p>Po</p>"],
  ["a drawing", "<svg><script>x()</script></svg><p>Po</p>", "<p>Po</p>"],
  ["a frame", '<iframe src="https://a.example"></iframe><p>Po</p>', "<p>Po</p>"],
  ["styles and classes", '<p style="position:fixed" class="mast" id="main">Po</p>', "<p>Po</p>"],
  ["a form", '<form action="/"><input name="a">Po</form>', "Po"],
  ["a comment", "<p>Po<!-- jo --></p>", "<p>Po</p>"],
])("takes away %s", (_, html, clean) => {
  expect(cleanHtml(html)).toBe(clean);
});

test("keeps what a text needs: headings, lists, tables and emphasis", () => {
  const html =
    '<h2>Afatet</h2><ul><li><strong>5 ditë</strong></li></ul><table><tbody><tr><th scope="row">1</th><td colspan="2">2</td></tr></tbody></table>';
  expect(cleanHtml(html)).toBe(html);
});

test("a link out of the site says so, one inside and a mail address stay as they are", () => {
  expect(cleanHtml('<a href="https://qbz.gov.al/" target="_blank" rel="opener">QBZ</a>')).toBe(
    '<a href="https://qbz.gov.al/" rel="external noopener">QBZ</a>',
  );
  expect(cleanHtml('<a href="/projektaktet">Projektaktet</a> <a href="mailto:a@b.al">a@b.al</a>')).toBe(
    '<a href="/projektaktet">Projektaktet</a> <a href="mailto:a@b.al">a@b.al</a>',
  );
});

test("a text that was nothing but a script is no text", () => {
  expect(cleanLocalizedHtml({ sq: "<script>x()</script>" })).toBeNull();
  expect(cleanLocalizedHtml({ sq: "<p>Po</p>", en: "<style>p{}</style>" })).toEqual({ sq: "<p>Po</p>" });
});

test("a text that nests without end is cut off in depth, and its words stay", () => {
  const clean = cleanHtml(`${"<ul><li>".repeat(5_000)}Po${"</li></ul>".repeat(5_000)}`);
  expect(clean).toContain("Po");
  expect(clean.match(/<ul>/g)!.length).toBeLessThanOrEqual(20);
});

test("a text is never longer for its limit once it is clean, so that what was saved can be saved again", () => {
  const written = [
    '<p><a href="https://qbz.gov.al/">QBZ</a></p>',
    "<a href=https://qbz.gov.al/ >QBZ</a>",
    "<p><A HREF='https://qbz.gov.al/' target='_blank'>QBZ</A>",
    "<p>Pa fund<p>Pa fund<ul><li>një<li>dy</ul>",
    '<p>Tregu & panairi <b>sot</b><br>a < b > c "fund" <i>po</i></p>',
    "<table><tr><td>1<td>2</table>",
    "Vetëm fjalë & shenja < >",
    "<ol start=3><li>tre</ol><hr><h1>Titull</h1>",
  ];
  for (const html of [...written, written.join(" ")]) {
    const clean = cleanHtml(html);
    expect(htmlLength(clean), html).toBeLessThanOrEqual(htmlLength(html));
    expect(htmlLength(cleanHtml(clean))).toBe(htmlLength(clean));
  }
  const links = (count: number) => '<a href="https://a.al/">x</a> '.repeat(count);
  const schema = localizedHtml(20_000);
  const saved = { sq: cleanHtml(links(800)) };
  expect(saved.sq.length).toBeGreaterThan(20_000);
  expect([v.is(schema, { sq: links(800) }), v.is(schema, saved)]).toEqual([true, true]);
  expect([v.is(schema, { sq: links(1_000) }), v.is(schema, { sq: "a".repeat(20_001) })]).toEqual([false, false]);
});
