import { beforeAll, describe, expect, it } from "vitest";
import { rendered } from "./fixtures.ts";
import { acceptedCodings, best, heldByReader } from "./negotiation.ts";
import { type Representations, represent } from "./representations.ts";

const failing = (error: unknown) => {
  throw error;
};
let page: Representations;
beforeAll(async () => {
  page = await represent(rendered(), {}, failing);
});

describe("which coding a client gets", () => {
  it.each([
    [undefined, "identity"],
    ["", "identity"],
    ["gzip, deflate, br, zstd", "br"],
    ["gzip, deflate", "gzip"],
    ["GZIP", "gzip"],
    ["deflate, zstd", "identity"],
    ["br;q=0, gzip", "gzip"],
    ["br;q=0.5, gzip;q=0.9", "gzip"],
    ["br;q=0.000, gzip;q=0", "identity"],
    ["*", "br"],
    ["*;q=0.3, br;q=0", "gzip"],
    ["identity, gzip;q=0.5", "identity"],
    ["identity;q=0, *;q=0", "identity"],
    ["*;q=0", "identity"],
    ["gzip;q=1.0;x=y , , br;q=zero", "gzip"],
  ])("for %s it is %s", (header, coding) => {
    expect(best(page, acceptedCodings(header)).coding).toBe(coding);
    expect(best(page, acceptedCodings(header)).coding).toBe(coding);
  });

  it("is one that the page has", async () => {
    const broken = () => Promise.reject(new Error("no memory"));
    const errors: unknown[] = [];
    const plain = await represent(rendered(), {}, (error) => errors.push(error), { br: broken, gzip: broken });
    expect(best(plain, acceptedCodings("br, gzip")).coding).toBe("identity");
    expect(errors).toHaveLength(2);
  });
});

describe("whether a reader holds the page already", () => {
  const held = (accept: string, ifNoneMatch: string) =>
    heldByReader(page, acceptedCodings(accept), ifNoneMatch)?.coding;

  it("is told by the tag of the coding that they would get", () => {
    expect(held("br", page.br!.etag)).toBe("br");
    expect(held("br", `"other", W/${page.br!.etag} , "more"`)).toBe("br");
    expect(held("br", "*")).toBe("br");
    expect(held("br", '"other"')).toBeUndefined();
    expect(held("br", page.br!.etag.slice(1, -1))).toBeUndefined();
  });

  it("is told by the tag of any other coding that they take, too", () => {
    expect(held("br, gzip", page.gzip!.etag)).toBe("gzip");
    expect(held("br", page.identity.etag)).toBe("identity");
  });

  it("is not told by the tag of a coding that they do not take", () => {
    expect(held("gzip", page.br!.etag)).toBeUndefined();
    expect(held("gzip;q=0", page.gzip!.etag)).toBeUndefined();
  });
});
