import { expect, it } from "vitest";
import { FixedWork, fixedWorkOf, fixedWorkPath } from "./fixed-work.ts";

it("fixed work is asked for by an address of its own", () => {
  expect(fixedWorkOf(fixedWorkPath(20))).toBe(20);
  expect(fixedWorkOf("/aktet")).toBeNull();
  new FixedWork().take(1);
});
