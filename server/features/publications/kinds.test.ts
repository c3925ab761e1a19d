import { expect, test } from "vitest";
import { fields as english } from "../../../web/i18n/en/fields.ts";
import { messages } from "../../../web/i18n/messages.ts";
import { elementPages } from "../../pages/element-pages.shared.ts";
import { type FieldDefinition, publicationKind, publicationKinds } from "./kinds.shared.ts";
import { collections } from "./publications.pages.shared.ts";

const labels = messages.en.publications;
const kinds = Object.values(publicationKinds);
const withColumns = (fields: readonly FieldDefinition[]) =>
  fields.flatMap((field) => [field, ...(field.columns ?? [])]);

test("every collection of documents in the catalogue has its typed fields", () => {
  expect(Object.keys(publicationKinds)).toEqual(
    "I.1.1 I.4.1 I.4.3 I.5.1 I.5.2 I.6.1 I.7.1 II.2.2 II.6.1 II.7.1 III.1.1 III.1.2 III.1.3 III.1.4 III.1.5 IV.1.1 IV.1.2 V.1.1 V.1.2 B.I.1 B.II.1 B.II.2 B.II.3 B.II.4 B.II.5 B.III.1 B.III.2 B.III.3 B.III.4 B.IV.1 B.IV.2".split(
      " ",
    ),
  );
});

test("the page of a collection understands its filters, and no page is a collection that has no kind", () => {
  const filtersOf = (query: readonly string[] = []) =>
    query.filter((name) => !["q", "year", "tag", "page"].includes(name));
  const pages = Object.entries(elementPages).filter(([, { view }]) => view === "publications/collection-page");
  expect(Object.fromEntries(pages.map(([element, { query }]) => [element, filtersOf(query)]))).toEqual(
    Object.fromEntries(
      kinds.map(({ element, fields }) => [element, fields.filter(({ filter }) => filter).map(({ name }) => name)]),
    ),
  );
  expect(collections).toEqual(Object.keys(publicationKinds));
});

test("a code that is not a collection has none, whatever it is called", () => {
  expect(publicationKind("B.I.2")).toBeUndefined();
  expect(publicationKind("toString")).toBeUndefined();
  expect(publicationKind("V.1.1")?.element).toBe("V.1.1");
});

test.each(kinds)("$element: every field, column and choice has a label", ({ element, fields }) => {
  const keys = withColumns(fields).flatMap((field) => [
    `field.${field.name}`,
    ...(field.choices ?? []).map((choice) => `choice.${field.name}.${choice}`),
  ]);
  keys.push(`noun.${element}_one`, `noun.${element}_other`);
  expect(keys.filter((key) => !(key in labels))).toEqual([]);
});

test("no label is left over", () => {
  const used = new Set(
    kinds.flatMap(({ element, fields }) => [
      `noun.${element}_one`,
      `noun.${element}_other`,
      ...withColumns(fields).flatMap((field) => [
        `field.${field.name}`,
        ...(field.choices ?? []).map((choice) => `choice.${field.name}.${choice}`),
      ]),
    ]),
  );
  expect(Object.keys(labels).filter((key) => /^(field|choice|noun)\./.test(key) && !used.has(key))).toEqual([]);
});

test.each(kinds)("$element: fields are named once and a table holds no table", ({ fields }) => {
  for (const list of [fields, ...fields.map((field) => field.columns ?? [])]) {
    expect(new Set(list.map((field) => field.name)).size).toBe(list.length);
  }
  for (const field of fields) {
    expect(Boolean(field.columns)).toBe(field.kind === "rows");
    expect(Boolean(field.choices)).toBe(field.kind === "choice" || field.kind === "choices");
    expect(field.columns?.some((column) => column.kind === "rows") ?? false).toBe(false);
    if (field.filter) expect(field.choices).toBeDefined();
  }
});

test.each(kinds.filter((kind) => kind.insteadOfFile))(
  "$element: the link that stands for a file is a field of it",
  (kind) => {
    expect(kind.fields.find((field) => field.name === kind.insteadOfFile)?.kind).toBe("url");
  },
);

test("what is wrong with a field is said in words", () => {
  expect(Object.values(english).every((phrase) => phrase.endsWith("."))).toBe(true);
});
