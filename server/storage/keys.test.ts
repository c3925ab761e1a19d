import { describe, expect, it } from "vitest";
import { fileKey } from "./storage.ts";

const tenantId = "0b5f7a52-6f0a-4a53-9c1e-0f4f4b1f9a11";
const sha256 = "ab".repeat(32);

describe("a file's key", () => {
  it("holds the tenant and the content's hash", () => {
    expect(fileKey(tenantId, sha256)).toBe(`tenants/${tenantId}/sha256/ab/${"ab".repeat(31)}`);
  });

  it.each(["", "valbardhe", `${tenantId}/..`, `../${tenantId}`, tenantId.toUpperCase(), `${tenantId}\n`])(
    "is refused for the tenant %j",
    (bad) => {
      expect(() => fileKey(bad, sha256)).toThrow(TypeError);
    },
  );

  it.each(["", "ab", "AB".repeat(32), `${"ab".repeat(31)}/.`, `${sha256}\n`, `${sha256}0`])(
    "is refused for the hash %j",
    (bad) => {
      expect(() => fileKey(tenantId, bad)).toThrow(TypeError);
    },
  );
});
