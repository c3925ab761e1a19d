import type { ByteRange } from "./storage.ts";

export type RequestedRange = { kind: "whole" } | { kind: "unsatisfiable" } | ({ kind: "part" } & ByteRange);

const whole: RequestedRange = { kind: "whole" };
const unsatisfiable: RequestedRange = { kind: "unsatisfiable" };

/**
 * What a `Range` header asks of an object of `size` bytes (RFC 9110, 14.1): one part, or everything when there is no
 * header, several parts, another unit or nonsense, all of which may be answered with 200. `unsatisfiable` is a 416.
 *
 *     parseRange("bytes=-100", 1000) // { kind: "part", start: 900, end: 999 }
 *
 * Read here because the library `range-parser` answers 416 to a suffix longer than the file and to `bytes=5-2`.
 */
export function parseRange(header: string | null | undefined, size: number): RequestedRange {
  const [, first = "", last = ""] = /^bytes=[ \t]*(\d*)-(\d*)[ \t]*$/i.exec(header ?? "") ?? [];
  if (first === "" && last === "") return whole;
  if (first === "") {
    const length = Math.min(Number(last), size);
    return length === 0 ? unsatisfiable : { kind: "part", start: size - length, end: size - 1 };
  }
  const start = Number(first);
  const end = last === "" ? Number.POSITIVE_INFINITY : Number(last);
  if (end < start) return whole;
  return start >= size ? unsatisfiable : { kind: "part", start, end: Math.min(end, size - 1) };
}
