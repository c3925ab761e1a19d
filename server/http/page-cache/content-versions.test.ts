import { beforeEach, describe, expect, it } from "vitest";
import { ContentVersions } from "./content-versions.ts";

let elapsed = 0;
let versions: ContentVersions;
beforeEach(() => {
  elapsed = 0;
  versions = new ContentVersions({ elapsed: () => elapsed });
});

describe("what a process knows of content versions", () => {
  it("takes a later version for news, and the same or an earlier one for none", () => {
    expect(versions.set("korce", "acts", 2)).toBe(true);
    const { epoch } = versions.of("korce");
    expect(versions.set("korce", "acts", 2)).toBe(false);
    expect(versions.set("korce", "acts", 1)).toBe(false);
    expect(versions.of("korce").epoch).toBe(epoch);
    expect(versions.current("korce")).toEqual(new Map([["acts", 2]]));
  });

  it("knows nothing of a council that nobody has told it about", () => {
    expect(versions.current("puke")).toBeUndefined();
    expect(versions.changedAt("puke", "acts")).toBeNull();
  });

  it("says when a page was first overtaken, however often its area changes afterwards", () => {
    versions.set("korce", "acts", 1);
    for (const at of [100, 500, 900]) {
      elapsed = at;
      versions.set("korce", "acts", 1 + at);
    }
    expect(versions.of("korce").supersededAt({ acts: 1 })).toBe(100);
    expect(versions.of("korce").supersededAt({ acts: 101 })).toBe(500);
    expect(versions.of("korce").supersededAt({ acts: 901 })).toBeNull();
    expect(versions.changedAt("korce", "acts")).toBe(900);
  });

  it("takes the earliest of several areas, and an area without a version for one that never changed", () => {
    elapsed = 10;
    versions.set("korce", "acts", 4);
    elapsed = 20;
    versions.set("korce", "people", 7);
    expect(versions.of("korce").supersededAt({ people: 6, acts: 4 })).toBe(20);
    expect(versions.of("korce").supersededAt({ people: 6, acts: 3 })).toBe(10);
    expect(versions.of("korce").supersededAt({ news: 0 })).toBeNull();
  });

  it("remembers changes for a second, and what was overtaken earlier as long ago", () => {
    for (const at of [0, 600, 1_200, 1_800]) {
      elapsed = at;
      versions.set("korce", "acts", at + 1);
    }
    expect(versions.of("korce").supersededAt({ acts: 0 })).toBe(Number.NEGATIVE_INFINITY);
    expect(versions.of("korce").supersededAt({ acts: 601 })).toBe(1_200);
  });

  it("gives up the grace of a page rather than remember thousands of changes", () => {
    for (let version = 1; version <= 5_000; version++) versions.set("korce", "acts", version);
    expect(versions.of("korce").supersededAt({ acts: 1 })).toBe(Number.NEGATIVE_INFINITY);
    expect(versions.of("korce").supersededAt({ acts: 4_999 })).toBe(0);
    expect(versions.of("korce").supersededAt({ acts: 5_000 })).toBeNull();
  });

  it("lets versions begin again after a council is forgotten", () => {
    versions.set("korce", "acts", 9);
    const { epoch } = versions.of("korce");
    const record = versions.of("korce");
    versions.forget("korce");
    expect(record.epoch).toBeGreaterThan(epoch);
    expect(versions.current("korce")).toBeUndefined();
    expect(versions.set("korce", "acts", 3)).toBe(true);
  });
});
