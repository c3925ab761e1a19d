import * as v from "valibot";
import { expect, it } from "vitest";
import { requiredDay, requiredTime } from "../workspace/form-fields.schema.ts";
import { InvalidInput } from "./problem.ts";
import { parsed } from "./validated.ts";

const Form = v.object({ day: requiredDay, time: requiredTime, rows: v.array(v.object({ day: requiredDay })) });
const found = (given: unknown) => {
  try {
    parsed(Form, given);
  } catch (failure) {
    if (failure instanceof InvalidInput) return failure.fields.map(({ path, code }) => [path, code]);
    throw failure;
  }
  return [];
};

it("What is wrong with a field is told once, by what is wrong first", () => {
  const rows = [{ day: "2026-03-05" }];
  expect(found({ day: "2026-03-05", time: "18:00", rows })).toEqual([]);
  expect(found({ day: "2026-02-31", time: "25:00", rows })).toEqual([
    ["day", "date.impossible"],
    ["time", "time.malformed"],
  ]);
  expect(found({ day: "", time: " ", rows: [{ day: "nesër" }, { day: "" }] })).toEqual([
    ["day", "text.required"],
    ["time", "text.required"],
    ["rows.0.day", "date.malformed"],
    ["rows.1.day", "text.required"],
  ]);
});
