import { expect, it } from "vitest";
import { dialled } from "./dialled.ts";

it.each([
  ["+355 4 222 2222", "+35542222222"],
  ["+355 (0)4 222 2222", "+35542222222"],
  ["042 222 222, 042 333 333", "042222222"],
  ["042 222 222 / 223", "042222222"],
  ["042 222 222 ext. 12", "042222222"],
  ["042 222 222 zgj 7, 042 333 333", "042222222"],
  ["042 222 222 ose 042 333 333", "042222222"],
])("%s is one number that can be called", (written, number) => expect(dialled(written)).toBe(number));
