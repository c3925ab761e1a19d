import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { emblemFile, emblemNames, emblemSvg } from "./emblems.ts";

describe("emblems", () => {
  it("hold nothing but shapes in the council's colour and white", () => {
    expect(emblemNames).toContain("default");
    for (const name of emblemNames) {
      const svg = emblemSvg(name);
      expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="0 0 96 112">/);
      const elements = [...svg.matchAll(/<([a-z]+)/gi)].map(([, element]) => element);
      for (const element of elements) expect(["svg", "path", "circle"]).toContain(element);
      const paints = [...svg.matchAll(/(?:fill|stroke)="([^"]+)"/g)].map(([, paint]) => paint);
      for (const paint of paints) expect(["currentColor", "#fff", "none"]).toContain(paint);
    }
  });

  it("are neutral for a council whose emblem is no longer known", () => {
    expect(emblemSvg("gone")).toBe(emblemSvg("default"));
    expect(emblemSvg("mountains")).not.toBe(emblemSvg("default"));
  });

  it("make pictures in the council's colour", async () => {
    for (const name of emblemNames) {
      const picture = sharp(Buffer.from(emblemFile(name, "#0b5b46"))).flatten({ background: "#ffffff" });
      const { data, info } = await picture.raw().toBuffer({ resolveWithObject: true });
      expect([info.width, info.height]).toEqual([96, 112]);
      const onTheRim = (15 * info.width + 40) * info.channels;
      expect([...data.subarray(onTheRim, onTheRim + 3)]).toEqual([0x0b, 0x5b, 0x46]);
    }
  });
});
