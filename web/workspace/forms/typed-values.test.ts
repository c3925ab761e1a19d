import { describe, expect, it } from "vitest";
import { asksForSecrets, givenIn, isAlike, putInto, typedInto, wholeOf } from "./typed-values.ts";

interface Fake {
  name: string;
  type: string;
  [more: string]: unknown;
}
const alone = { closest: () => null, dispatchEvent: () => true };
const text = (name: string, value: string, now = value, more = {}): Fake => ({
  ...{ name, type: "text", defaultValue: value, value: now },
  ...{ ...alone, ...more },
});
const choice = (type: "radio" | "checkbox", name: string, value: string, given: boolean, now = given): Fake => ({
  ...{ name, type, value, defaultChecked: given, checked: now },
  ...alone,
});
const list = (name: string, values: string[], given: string | null, now = given): Fake => ({
  ...{ name, type: "select-one", multiple: false },
  options: values.map((value) => ({ value, defaultSelected: value === given, selected: value === (now ?? values[0]) })),
  ...alone,
});
const formOf = (...elements: Fake[]) => ({ elements }) as unknown as HTMLFormElement;

describe("What was typed into a form", () => {
  it("is what is different from what the page came with, in fields of every kind", () => {
    const form = formOf(
      ...[text("title.sq", "Tarifa", "Tarifa e ujit"), text("title.en", "The fee"), text("note", "e vjetër", "")],
      ...[choice("radio", "level", "full", true, false), choice("radio", "level", "none", false, true)],
      ...[choice("checkbox", "roles", "editor", true), choice("checkbox", "roles", "auditor", false, true)],
      ...[list("kind", ["other", "report"], null, "report"), list("body", ["council", "board"], null)],
    );
    expect(typedInto(form)).toEqual({
      ...{ "title.sq": ["Tarifa e ujit"], note: [""], level: ["none"] },
      ...{ roles: ["editor", "auditor"], kind: ["report"] },
    });
    expect(givenIn(form, ["title.sq", "level", "roles", "kind"])).toEqual({
      ...{ "title.sq": ["Tarifa"], level: ["full"], roles: ["editor"], kind: ["other"] },
    });
  });

  it("is put back into fresh fields, each of which tells so, and opens what they are folded into", () => {
    const told: string[] = [];
    let opened = 0;
    const tells = {
      dispatchEvent: ({ type }: Event) => told.push(type),
      closest: () => ({ setAttribute: () => (opened += 1) }),
    };
    const fields = [
      ...[text("title.sq", "Tarifa", "Tarifa", tells), text("summary.sq", "", "", tells)],
      ...[choice("radio", "level", "full", true), choice("radio", "level", "none", false)],
      list("kind", ["other", "report"], null),
    ];
    const form = formOf(...fields);
    const values = { "title.sq": ["Tarifa e ujit"], level: ["none"], kind: ["report"], "rows.r9.title": ["pa fushë"] };
    putInto(form, values);
    const { "rows.r9.title": _, ...placed } = values;
    expect(typedInto(form)).toEqual(placed);
    expect([told, opened]).toEqual([["input"], 1]);
    putInto(form, givenIn(form, Object.keys(placed)));
    expect(typedInto(form)).toEqual({});
  });

  it("holds no file, no password, nothing hidden, and not that somebody has looked at persons", () => {
    const form = formOf(
      ...(["hidden", "file", "password", "submit"].map((type) => ({ ...text(type, "", "x"), type })) as Fake[]),
      ...[choice("checkbox", "persons", "mark", false, true), text("", "", "x")],
    );
    expect(typedInto(form)).toEqual({});
  });

  it("is the whole of a form in which rows are added, taken away and put in order", () => {
    const hidden = (name: string, value: string) => ({ ...text(name, value), type: "hidden" });
    const row = (id: string, title: string, now = title) => text(`items.${id}.title.sq`, title, now);
    const given = [hidden("stood", "{}"), row("r0", "Apeli"), row("r1", "Të ndryshme"), hidden("people", "p1")];
    const before = wholeOf(formOf(...given), "given");
    expect(before).toEqual({ "items.r0.title.sq": ["Apeli"], "items.r1.title.sq": ["Të ndryshme"], people: ["p1"] });
    const now = (...fields: Fake[]) => wholeOf(formOf(...fields), "now");
    // An empty row, and words that were looked for, are nothing that was typed.
    expect(isAlike(now(...given, row("n1", ""), text("find.people", "", "Arta")), before)).toBe(true);
    expect(isAlike(now(row("r1", "Të ndryshme"), row("r0", "Apeli"), hidden("people", "p1")), before)).toBe(false);
    expect(isAlike(now(row("r0", "Apeli"), hidden("people", "p1")), before)).toBe(false);
    expect(isAlike(now(...given.slice(0, 3), hidden("people", "p2")), before)).toBe(false);
    expect(now(...given, row("n1", "", "Pyetje"))["items.n1.title.sq"]).toEqual(["Pyetje"]);
  });

  it("is not looked at in a form that asks for a password or a code", () => {
    expect(asksForSecrets(formOf(text("name", "")))).toBe(false);
    expect(asksForSecrets(formOf(text("name", ""), { ...text("now", ""), type: "password" }))).toBe(true);
    expect(asksForSecrets(formOf({ ...text("code", ""), autocomplete: "one-time-code" }))).toBe(true);
  });
});
