import { expect, it } from "vitest";
import { rendered } from "../testing/rendered.tsx";
import { Prose } from "./prose.tsx";

const text = { sq: "<h2>Vendosi</h2><p>Po.</p><h3>Pika</h3><table><tr><td>1</td></tr></table>" };

it("begins a text's headings where its page has room for them", () => {
  expect(rendered("sq", () => <Prose text={text} />)).toContain("<h2>Vendosi</h2><p>Po.</p><h3>Pika</h3>");
  expect(rendered("sq", () => <Prose text={text} isBelowHeading />)).toContain(
    "<h3>Vendosi</h3><p>Po.</p><h4>Pika</h4>",
  );
});

it("lets a table that is too wide scroll by itself, also by keyboard", () => {
  expect(rendered("sq", () => <Prose text={text} />)).toContain('<div class="scrolls" tabindex="0"><table>');
});
