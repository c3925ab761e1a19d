import { describe, expect, it } from "vitest";
import { type Locale, locales } from "../../server/locale.shared.ts";
import { createMessages } from "../lib/i18n.ts";
import { messages } from "./messages.ts";
import { translator } from "./translator.ts";

const namesIn = (phrase: string) => [...phrase.matchAll(/\{\{\s*(\w+)/g)].map(([, name]) => name!);
const plural = /_(zero|one|two|few|many|other)$/;

describe.each(locales)("in %s", (locale: Locale) => {
  const instance = createMessages(locale, messages[locale]);

  it("every phrase is filled in to the letter as the library does it", () => {
    let compared = 0;
    for (const [namespace, phrases] of Object.entries(messages[locale])) {
      const t = translator(instance, locale, namespace);
      const library = instance.getFixedT(null, namespace as never) as unknown as (
        key: string,
        values?: object,
      ) => string;
      for (const [key, phrase] of Object.entries(phrases as Record<string, string>)) {
        const asked = key.replace(plural, "");
        const given = Object.fromEntries(
          namesIn(phrase).map((name, at) => [name, at % 2 ? at * 1234.5 : `“Ë$1 ${name}”`]),
        );
        for (const count of plural.test(key) ? [0, 1, 2, 5, 21, 1_000_000] : [undefined]) {
          const values = count === undefined ? given : { ...given, count };
          expect(t(asked, values), `${namespace}:${key}`).toBe(library(asked, values));
          compared++;
        }
        expect(t(key), `${namespace}:${key}`).toBe(library(key));
      }
    }
    expect(compared).toBeGreaterThan(500);
  });

  it("what is missing, and what only the library knows, is left to it", () => {
    const library = createMessages(locale, {
      common: { a: "x {{y}}", b: '$t(a, {"y": "z"})', c_one: "1", c_other: "n", c_zero: "0" } as never,
    });
    const t = translator(library, locale, "common");
    const its = library.getFixedT(null, "common" as never) as unknown as typeof t;
    for (const [key, values] of [
      ["a", {}],
      ["a", { y: null }],
      ["a", { y: new Date(0) }],
      ["b", { q: 1 }],
      ["c", { count: 0 }],
      ["c", { count: "1" }],
      ["none", { y: 1 }],
      ["none", undefined],
    ] as const)
      expect(t(key, values), key).toBe(its(key, values));
  });
});
