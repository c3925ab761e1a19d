import { describe, expect, it } from "vitest";
import { asksForSecrets, givenIn, putInto, typedInto } from "./typed-values.ts";

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

  it("is not looked at in a form that asks for a password or a code", () => {
    expect(asksForSecrets(formOf(text("name", "")))).toBe(false);
    expect(asksForSecrets(formOf(text("name", ""), { ...text("now", ""), type: "password" }))).toBe(true);
    expect(asksForSecrets(formOf({ ...text("code", ""), autocomplete: "one-time-code" }))).toBe(true);
  });
});
