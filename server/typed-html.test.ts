import fc from "fast-check";
import { expect, it } from "vitest";
import { cleanHtml } from "./html.ts";
import { htmlOfTyped, typedOfHtml } from "./typed-html.shared.ts";

it("A blank line begins a paragraph, another line stays a line, whichever way a browser ends lines", () => {
  expect(htmlOfTyped("Një\r\ndy\r\n \r\n\r\nTre")).toBe("<p>Një<br />dy</p><p>Tre</p>");
});

it("Signs of HTML are letters where nobody wrote HTML", () => {
  expect(htmlOfTyped("Nëse x < 5 & y > 3, a<b")).toBe("Nëse x &lt; 5 &amp; y &gt; 3, a&lt;b");
});

it("A single line is no paragraph of its own", () => {
  expect(htmlOfTyped(" Neni 54 & 55 ")).toBe("Neni 54 &amp; 55");
  expect(typedOfHtml("Neni 54 &amp; 55")).toBe("Neni 54 & 55");
});

it("A word in bold keeps the paragraphs around it", () => {
  expect(htmlOfTyped("Kjo <strong>vlen</strong>\n\nFund")).toBe("<p>Kjo <strong>vlen</strong></p><p>Fund</p>");
});

it("Whoever writes HTML is left alone", () => {
  const html = "<h2>Afatet</h2>\n\n<ul><li>5 ditë</li></ul>";
  expect(htmlOfTyped(html)).toBe(html);
  expect(typedOfHtml(html)).toBe(html);
});

it("Nothing typed is nothing", () => {
  expect(htmlOfTyped(" \n\n ")).toBe("");
});

it("A script that is typed does not become one", () => {
  expect(cleanHtml(htmlOfTyped("Po<script>alert(1)</script>"))).toBe("Po");
});

it("What is left of HTML and would be taken for something typed is a paragraph", () => {
  expect(cleanHtml("Neni 1,\npika 2<a<br />")).toBe("<p>Neni 1,\npika 2</p>");
  expect(cleanHtml("<</b>a>")).toBe("<p>&lt;a&gt;</p>");
});

it("What comes back into the field and is sent again is the same text", () => {
  const piece = fc.constantFrom(
    "ë",
    "<",
    "&",
    ">",
    "&amp;",
    "\n",
    "\n\n",
    " ",
    "a",
    "<b>",
    "</b>",
    "<p>",
    "</p>",
    "<br />",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const stored = cleanHtml(htmlOfTyped(pieces.join("")));
      expect(htmlOfTyped(typedOfHtml(stored))).toBe(stored);
    }),
  );
});
