import { hash } from "node:crypto";

/** A number from 0 up to 1 that is always the same for the same words: the demo throws no dice. */
export const chance = (...words: readonly (string | number)[]): number =>
  hash("sha1", words.join("|"), "buffer").readUInt32BE(0) / 2 ** 32;

/** A whole number from `least` to `most`, both included. */
export const between = (least: number, most: number, ...words: readonly (string | number)[]): number =>
  least + Math.floor(chance(...words) * (most - least + 1));
