import { describe, expect, it } from "vitest";
import type { FormField, FormValues, RowsField } from "./form.shared.ts";
import { rowsIn } from "./form-rows.shared.ts";
import { fromForm, inOrder, placeInForm, stepInRows, toForm } from "./form-values.ts";

const fields: FormField[] = [
  { kind: "line", name: "title", label: "", localized: true },
  {
    kind: "group",
    label: "",
    fields: [
      { kind: "instant", name: "startsAt", label: "" },
      { kind: "number", name: "seats", label: "" },
      { kind: "yes", name: "isOpen", label: "" },
      { kind: "tags", name: "tags", label: "" },
      { kind: "phone", name: "contacts.phone", label: "" },
      { kind: "choices", name: "days", label: "", choices: [] },
    ],
  },
  {
    ...{ kind: "rows", name: "items", label: "", add: "", one: "" },
    fields: [
      { kind: "fixed", name: "id", label: "", value: "", shown: null },
      { kind: "line", name: "name", label: "", localized: true },
      { kind: "pick", name: "partyId", label: "", from: "parties", isNullable: true },
      {
        ...{ kind: "rows", name: "documents", label: "", add: "", one: "", only: "id" },
        fields: [{ kind: "pick", name: "id", label: "", from: "documents" }],
      },
    ],
  },
];

const input = {
  title: { sq: "Mbledhja", en: "Meeting" },
  startsAt: "2026-07-05T08:00:00Z",
  seats: 31,
  isOpen: true,
  tags: ["një", "dy"],
  contacts: { phone: "04 223" },
  days: ["mon", "tue"],
  items: [
    { id: "a", name: { sq: "E para" }, partyId: null, documents: ["d1", "d2"] },
    { id: "b", name: { sq: "E dyta" }, partyId: "p", documents: [] },
  ],
};

const rowsOf = (values: FormValues) =>
  rowsIn(values, "items", fields.find((field) => field.kind === "rows" && field.name === "items") as RowsField);

/** As a browser sends it back: every field of every row, and none of what the step left. */
const sentBack = (values: FormValues): FormValues => ({
  ...Object.fromEntries(Object.entries(values).filter(([key]) => !key.endsWith(".new"))),
  ...Object.fromEntries(rowsOf(values).map((row) => [`items.${row}.name.sq`, values[`items.${row}.name.sq`] ?? ""])),
});

describe("A form", () => {
  it("holds what an input says, with hours as clocks in Tirana show them", () => {
    expect(toForm(fields, input)).toMatchObject({
      "title.sq": "Mbledhja",
      startsAt: "2026-07-05T10:00",
      seats: "31",
      isOpen: "yes",
      tags: "një, dy",
      days: ["mon", "tue"],
      "items.r0.documents.r1.id": "d2",
      "items.r1.partyId": "p",
    });
    expect(fromForm(fields, toForm(fields, input))).toEqual(input);
  });

  it("left empty means nothing, and not something empty", () => {
    expect(fromForm(fields, { "title.sq": "  ", "title.en": "", seats: "", "contacts.phone": "" })).toEqual({
      isOpen: false,
      tags: [],
      days: [],
      items: [],
    });
  });

  it("keeps what cannot be meant, for the schema to name", () => {
    const odd = { "title.en": "Only English", seats: "tri", startsAt: "nesër" };
    expect(fromForm(fields, odd)).toMatchObject({
      title: { sq: "", en: "Only English" },
      seats: "tri",
      startsAt: "nesër",
    });
  });

  it("takes no row in which only a choice stands that is always made", () => {
    const always: FormField = { kind: "choice", name: "kind", label: "", choices: [{ value: "act", label: "" }] };
    const title: FormField = { kind: "line", name: "title", label: "" };
    const asked: FormField = { ...always, none: "Choose" };
    const of = (field: FormField): FormField[] => [
      { ...{ kind: "rows", name: "items", label: "", add: "", one: "" }, fields: [title, field] },
    ];
    const typed = { "items.n0.title": "", "items.n0.kind": "act" };
    expect(fromForm(of(always), typed)).toEqual({ items: [] });
    expect(fromForm(of(always), { ...typed, "items.n0.title": "A" })).toEqual({ items: [{ title: "A", kind: "act" }] });
    expect(fromForm(of(asked), typed)).toEqual({ items: [{ kind: "act" }] });
  });

  it("takes rows in the order in which they stand, without those in which nothing was typed", () => {
    const typed = {
      "items.r7.name.sq": "E shtatë",
      "items.r2.id": "b",
      "items.r2.name.sq": "E dytë",
      "items.r9.name.sq": " ",
      "items.r9.id": "",
    };
    expect((fromForm(fields, typed) as typeof input).items.map(({ name }) => name.sq)).toEqual(["E shtatë", "E dytë"]);
    expect(Object.keys(inOrder(fields, typed))).toEqual(["items.r0.name.sq", "items.r1.id", "items.r1.name.sq"]);
  });

  it("names the place of a problem as its fields are named", () => {
    expect(placeInForm(fields, "items.2.name.sq")).toBe("items.r2.name.sq");
    expect(placeInForm(fields, "items.0.documents.1")).toBe("items.r0.documents.r1.id");
    expect(placeInForm(fields, "contacts.phone")).toBe("contacts.phone");
  });

  it("works without script: a row more, one less, one place up", () => {
    const typed = toForm(fields, input);
    expect(fromForm(fields, stepInRows(typed, "remove:items.r0")!)).toMatchObject({ items: [input.items[1]] });
    expect(fromForm(fields, stepInRows(typed, "up:items.r1")!)).toMatchObject({
      items: input.items.toReversed(),
    });
    expect(fromForm(fields, stepInRows(typed, "up:items.r0")!)).toEqual(input);
    const more = stepInRows(typed, "add:items")!;
    expect(rowsOf(more)).toEqual(["r0", "r1", expect.stringMatching(/^n\d+$/)]);
    expect(fromForm(fields, sentBack(more))).toMatchObject({ items: input.items });
    expect(stepInRows(typed, "drop:table")).toBeNull();
  });

  it("keeps rows without script in which nothing is typed yet, whatever else is added, moved or removed", () => {
    const begun = stepInRows(toForm(fields, input), "add:items")!;
    const [first, [, , empty]] = [sentBack(begun), rowsOf(begun)];
    for (const step of ["add:items", "add:items.r0.documents", "up:items.r1", `up:items.${empty}`])
      expect(rowsOf(stepInRows(first, step)!), step).toContain(empty);
    const second = stepInRows(first, "add:items")!;
    expect(rowsOf(second)).toHaveLength(4);
    const less = sentBack(stepInRows(sentBack(second), "remove:items.r0")!);
    expect(rowsOf(stepInRows(less, "add:items")!), "no row takes another’s name").toHaveLength(4);
    expect((fromForm(fields, sentBack(second)) as typeof input).items).toHaveLength(2);
  });
});
