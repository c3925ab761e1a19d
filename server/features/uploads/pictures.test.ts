import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { doing, shelfOf } from "../../../tests/support/content.ts";
import { createWorld, type TestWorld } from "../../../tests/support/world.ts";
import { fileKey } from "../../storage/storage.ts";
import { describePicture, pictureAsPhoto } from "./pictures.service.ts";
import type { Intake } from "./take-in.ts";
import { takeIn } from "./uploads.service.ts";

let world: TestWorld;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.end());

const by = () => doing(world);
const shelf = () => shelfOf(world, world.lisi);
const intake = (): Intake => ({ ...shelf(), maximumBytes: 2 ** 31, db: world.lisi.db, scanner: null });
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error) => error.code as string,
  );
const take = async (bytes: Buffer, fileName: string) =>
  (await takeIn(intake(), by(), Readable.from([bytes]), { fileName }, { as: "picture" })).pictureId!;

/** Red on the left, blue on the right, 800 by 400 as it is seen; a camera noted its place and that it lay on its side. */
const turned = async () => {
  const half = (background: string) =>
    sharp({ create: { width: 400, height: 400, channels: 3, background } })
      .png()
      .toBuffer();
  const seen = await sharp({ create: { width: 800, height: 400, channels: 3, background: "#fff" } })
    .composite([
      { input: await half("#f00"), left: 0, top: 0 },
      { input: await half("#00f"), left: 400, top: 0 },
    ])
    .png()
    .toBuffer();
  return sharp(await sharp(seen).rotate(-90).png().toBuffer())
    .withExif({ IFD3: { GPSLatitudeRef: "N", GPSLatitude: "41/1 19/1 39/1" } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
};
const pictureAt = async (sha256: string) =>
  buffer((await world.services.storage.get(fileKey(world.lisi.id, sha256)))!.body);

describe("A picture", () => {
  it("is cropped as it is seen, upright, and nothing of what the camera noted is in what is shown", async () => {
    const id = await take(await turned(), "foto.jpg");
    const crop = { left: 400, top: 100, width: 300, height: 200 };
    await describePicture(shelf(), world.lisi.db, by(), id, { alternative: { sq: "Sheshi" }, crop });
    const { photo, alternative } = await pictureAsPhoto(shelf(), world.lisi.db, id, [150, 300]);
    expect(alternative).toMatchObject({ sq: "Sheshi" });
    expect(photo).toMatchObject({ width: 300, height: 200 });
    expect(photo.renditions.map(({ width, height }) => [width, height])).toEqual([
      [150, 100],
      [300, 200],
    ]);
    const bytes = await pictureAt(photo.renditions[1]!.sha256);
    const { dominant } = await sharp(bytes).stats();
    expect(dominant.b).toBeGreaterThan(200);
    expect(dominant.r).toBeLessThan(60);
    const { exif, orientation } = await sharp(bytes).metadata();
    expect({ exif, orientation }).toEqual({ exif: undefined, orientation: undefined });
  });

  it("needs words for those who do not see it, and a crop within itself", async () => {
    const id = await take(await turned(), "foto.jpg");
    const describeAs = (alternative: string, crop: object | null) =>
      refusal(
        describePicture(shelf(), world.lisi.db, by(), id, { alternative: { sq: alternative }, crop: crop as never }),
      );
    expect(await describeAs(" ", null)).toBe("http.invalid_input");
    expect(await describeAs("Sheshi", { left: 700, top: 0, width: 200, height: 200 })).toBe("photos.crop_outside");
    expect(await describeAs("Sheshi", { left: 0, top: 0, width: 10, height: 10 })).toBe("http.invalid_input");
    expect(await describeAs("Sheshi", null)).toBeNull();
  });

  it("of the neighbour is not there", async () => {
    const id = await take(await turned(), "foto.jpg");
    expect(await refusal(pictureAsPhoto(shelfOf(world, world.krasta), world.krasta.db, id))).toBe("photos.not_found");
  });

  it("in the colours of printers is shown in those of screens", async () => {
    const cmyk = await sharp({ create: { width: 200, height: 200, channels: 3, background: "#c00000" } })
      .toColourspace("cmyk")
      .jpeg()
      .toBuffer();
    const { photo } = await pictureAsPhoto(shelf(), world.lisi.db, await take(cmyk, "shtyp.jpg"));
    const bytes = await pictureAt(photo.renditions[0]!.sha256);
    expect((await sharp(bytes).metadata()).space).toBe("srgb");
    expect((await sharp(bytes).stats()).dominant.r).toBeGreaterThan(140);
  });

  it("that is none, of a telephone's own kind, or larger than any is refused with a sentence", async () => {
    expect(await refusal(take(Buffer.from("....ftypheic"), "foto.HEIC"))).toBe("photos.heic");
    const bomb = await sharp({
      create: { width: 16_000, height: 16_000, channels: 3, background: "#000" },
      limitInputPixels: false,
    })
      .png({ compressionLevel: 1 })
      .toBuffer();
    expect(await refusal(take(bomb, "bombë.png"))).toBe("photos.too_many_pixels");
  });
});
