import { expect, it } from "vitest";
import { stoodIn, withChosen } from "./changed-meanwhile.ts";

it("What was chosen of another's stands in its field and in those below it, and everything else stays as it was typed", () => {
  const typed = {
    ...{ title: "imja", "title.sq": "imja", titles: "imja", "items.r0.a": "imja", "items.r1.a": "imja", other: "imja" },
    ...{ "choose.title": "theirs", "choose.items": "theirs", "choose.other": "mine" },
  };
  const shown = {
    title: "e tjetrit",
    "title.sq": "e tjetrit",
    "items.r0.a": "e tjetrit",
    titles: "e tjetrit",
    gone: null,
  };
  expect(withChosen(typed, shown)).toEqual({
    ...{ titles: "imja", other: "imja" },
    ...{ title: "e tjetrit", "title.sq": "e tjetrit", "items.r0.a": "e tjetrit" },
  });
});

it("The work of it does not grow with what was chosen times what was shown", () => {
  let asked = 0;
  const shown = Object.fromEntries(Array.from({ length: 4_000 }, (_, at) => [`q${at}.a.b`, ""]));
  const typed = new Proxy(Object.fromEntries(Array.from({ length: 4_000 }, (_, at) => [`choose.k${at}`, "theirs"])), {
    get(target, name) {
      asked += 1;
      return Reflect.get(target, name);
    },
  });
  expect(withChosen(typed, shown)).toEqual({});
  expect(asked).toBeLessThan(20_000);
});

it("What says that it showed more than a form has, or other names, says nothing", () => {
  const of = (count: number, name = (at: number) => `q${at}`) =>
    stoodIn({ stood: JSON.stringify(Object.fromEntries(Array.from({ length: count }, (_, at) => [name(at), ""]))) });
  expect(Object.keys(of(4_000)!)).toHaveLength(4_000);
  expect(of(4_001)).toBeNull();
  expect(of(1, () => "a.".repeat(40))).toBeNull();
});
