import fc from "fast-check";
import { expect, test } from "vitest";
import { shareEqualParts } from "./share-equal-parts.ts";

test("equal parts become one, wherever they stand", () => {
  const body = () => ({ slug: "keshilli", name: { sq: "Këshilli Bashkiak", en: "Municipal Council" } });
  const { meetings, next } = shareEqualParts({ meetings: [{ body: body() }, { body: body(), day: 1 }], next: body() });
  expect(meetings[0]!.body).toBe(next);
  expect(meetings[1]!.body).toBe(next);
});

test("what only looks alike stays apart", () => {
  const [one, two, three, list, text] = shareEqualParts([{ a: 1 }, { a: "1" }, { a: null }, [1], "#0"] as const);
  expect([one, two, three, list, text]).toEqual([{ a: 1 }, { a: "1" }, { a: null }, [1], "#0"]);
  expect(shareEqualParts([{ a: "#0" }, { a: {} }, {}])).toEqual([{ a: "#0" }, { a: {} }, {}]);
});

test("any data says the same afterwards, and is as it was itself", () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 5 }), (data) => {
      const before = JSON.stringify(data);
      expect(JSON.stringify(shareEqualParts(data))).toBe(before);
      expect(JSON.stringify(data)).toBe(before);
    }),
  );
});
