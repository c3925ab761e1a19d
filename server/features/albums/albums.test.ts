import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { crc32, deflateSync } from "node:zlib";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createWorld, type TestCouncil, type TestWorld } from "../../../tests/support/world.ts";
import { fileKey } from "../../storage/storage.ts";
import { elementByCode } from "../elements/catalogue.shared.ts";
import {
  createPublication,
  publishPublication,
  setPublicationPhoto,
  withdrawPublication,
} from "../publications/publications.service.ts";
import type { Album, AlbumList, NewAlbum } from "./albums.schema.ts";
import { addPhoto, createAlbum, publishAlbum, withdrawAlbum } from "./albums.service.ts";
import { keepPhotoFiles, uploadPhoto } from "./photos.service.ts";

let world: TestWorld;
let spoolDir: string;
const by = () => ({ actor: { kind: "system" as const, name: "test" }, now: world.clock.now() });

beforeAll(async () => {
  world = await createWorld();
  spoolDir = await mkdtemp(join(tmpdir(), "e-keshilli-spool-"));
});
afterAll(async () => {
  await world.end();
  await rm(spoolDir, { recursive: true });
});

/** A photo as a camera makes it: with the place where it was taken, and lying on its side. */
const fromCamera = (width: number, height: number, colour = "#3a7d44") =>
  sharp({ create: { width, height, channels: 3, background: colour } })
    .withExif({ IFD0: { Artist: "Arben Hoxha" }, IFD3: { GPSLatitudeRef: "N", GPSLatitude: "41/1 19/1 39/1" } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();

const upload = (council: TestCouncil, bytes: Buffer, fileName = "foto.jpg") =>
  uploadPhoto(
    { storage: world.services.storage, tenantId: council.id, spoolDir, maximumBytes: 20 * 1024 * 1024 },
    Readable.from([bytes]),
    { fileName },
  );

const texts = (sq: string) => ({ caption: { sq }, alternative: { sq: `${sq}, e parë nga afër` } });

async function album(council: TestCouncil, given: Partial<NewAlbum> & { title: NewAlbum["title"] }, photos = 1) {
  const uploaded = await Promise.all(
    Array.from({ length: photos }, async (_, at) => upload(council, await fromCamera(1000 + at, 700))),
  );
  return council.db.write(async (tx) => {
    const made = await createAlbum(tx, by(), { date: "2026-03-01", ...given });
    const added = [];
    for (const [at, photo] of uploaded.entries())
      added.push(await addPhoto(tx, by(), made.id, photo, texts(`Fotografia ${at + 1}`)));
    return { ...made, photos: added };
  });
}
const publish = (council: TestCouncil, id: string, at?: Date) =>
  council.db.write((tx) => publishAlbum(tx, by(), id, at));
/** The status of a photo's bytes; they are read, as whoever asks does. */
async function photoStatus(council: TestCouncil, path: string, headers?: Record<string, string>) {
  const answer = await council.get(path, headers);
  await answer.arrayBuffer();
  return answer.status;
}
const list = (council: TestCouncil) => council.json<AlbumList>("/api/v1/albums");
const refusal = async (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error: { code: string }) => error.code,
  );

describe("An album", () => {
  it("is read with its photos in their order, captions and alternative texts, by its Albanian address", async () => {
    const made = await album(
      world.lisi,
      { title: { sq: "Dita e Çlirimit në Lis", en: "Liberation Day in Lis" }, summary: { sq: "Tri fotografi." } },
      3,
    );
    expect(made.slug).toBe("dita-e-clirimit-ne-lis");
    await publish(world.lisi, made.id);

    const shown = await world.lisi.json<Album>(`/api/v1/albums/${made.slug}`);
    const { path } = elementByCode("V.1.5");
    expect(shown).toMatchObject({
      title: { sq: "Dita e Çlirimit në Lis", en: "Liberation Day in Lis" },
      url: { sq: `${path.sq}/${made.slug}`, en: `${path.en}/${made.slug}` },
      date: "2026-03-01",
      photoCount: 3,
    });
    expect(shown.photos.map((photo) => photo.caption.sq)).toEqual(["Fotografia 1", "Fotografia 2", "Fotografia 3"]);
    expect(shown.photos[0]!.alternative.sq).toBe("Fotografia 1, e parë nga afër");
    expect((await list(world.lisi)).items).toMatchObject([
      { slug: made.slug, photoCount: 3, cover: { caption: { sq: "Fotografia 1" } } },
    ]);
  });

  it("is not there for the public before it is published, and the gallery's page knows until when", async () => {
    const made = await album(world.lisi, { title: { sq: "Një draft" } });
    expect((await world.lisi.get(`/api/v1/albums/${made.slug}`)).status).toBe(404);
    expect(await photoStatus(world.lisi, `/foto/${made.photos[0]!.id}/480.webp`)).toBe(404);

    const tomorrow = new Date(world.clock.now().getTime() + 86_400_000);
    await publish(world.lisi, made.id, tomorrow);
    expect((await world.lisi.get(`/api/v1/albums/${made.slug}`)).status).toBe(404);
    const today = world.clock.now();
    world.clock.moveTo(tomorrow);
    expect((await world.lisi.get(`/api/v1/albums/${made.slug}`)).status).toBe(200);
    expect(await photoStatus(world.lisi, `/foto/${made.photos[0]!.id}/480.webp`)).toBe(200);
    await world.lisi.db.write((tx) => withdrawAlbum(tx, by(), made.id));
    world.clock.moveTo(today);
  });

  it("needs a caption and an alternative text in Albanian for each photo, and a photo to be published", async () => {
    const photo = await upload(world.lisi, await fromCamera(600, 400));
    const { id } = await world.lisi.db.write((tx) =>
      createAlbum(tx, by(), { title: { sq: "Bosh" }, date: "2026-01-01" }),
    );
    const add = (given: object) => refusal(world.lisi.db.write((tx) => addPhoto(tx, by(), id, photo, given as never)));
    expect(await add({ caption: { sq: "Salla" } })).toBe("http.invalid_input");
    expect(await add({ caption: { sq: "Salla" }, alternative: { sq: " ", en: "The hall" } })).toBe(
      "http.invalid_input",
    );
    expect(await refusal(publish(world.lisi, id))).toBe("albums.without_photos");
  });

  it("with the title of another gets an address of its own", async () => {
    const one = await album(world.lisi, { title: { sq: "Mbledhja e radhës" } });
    const other = await album(world.lisi, { title: { sq: "Mbledhja e radhës" } });
    expect([one.slug, other.slug]).toEqual(["mbledhja-e-radhes", "mbledhja-e-radhes-2"]);
  });

  it("leaves what was done in the audit, and raises the version that pages are kept under", async () => {
    const version = async () =>
      (
        await world.krasta.db.read((tx) =>
          tx.selectFrom("content_versions").where("area", "=", "albums").select("version").executeTakeFirst(),
        )
      )?.version ?? 0;
    const before = await version();
    const { id } = await album(world.krasta, { title: { sq: "Për auditin" } });
    expect(await version()).toBe(before);
    await publish(world.krasta, id);
    await world.krasta.db.write((tx) => withdrawAlbum(tx, by(), id));
    expect(await version()).toBe(before + 2);
    const rows = await world.krasta.db.read((tx) =>
      tx.selectFrom("audit_log").where("subject_id", "=", id).select(["action", "actor"]).orderBy("id").execute(),
    );
    expect(rows.map((row) => row.action)).toEqual([
      "album.created",
      "album.photo_added",
      "album.published",
      "album.withdrawn",
    ]);
    expect(rows[0]!.actor).toEqual({ kind: "system", name: "test" });
  });
});

describe("The bytes of a photo", () => {
  it("come in sizes up to its own, upright, without the place where it was taken", async () => {
    const made = await world.lisi.db.write((tx) =>
      createAlbum(tx, by(), { title: { sq: "Madhësitë" }, date: "2026-02-02" }),
    );
    const photo = await upload(world.lisi, await fromCamera(900, 2000));
    const { id } = await world.lisi.db.write((tx) => addPhoto(tx, by(), made.id, photo, texts("Në shesh")));
    await publish(world.lisi, made.id);
    const { photos } = await world.lisi.json<Album>(`/api/v1/albums/${made.slug}`);
    // Lying on its side it is 900 by 2000.
    expect(photos[0]).toMatchObject({ width: 2000, height: 900 });
    expect(photos[0]!.renditions.map(({ url, width, height }) => [url, width, height])).toEqual([
      [`/foto/${id}/480.webp`, 480, 216],
      [`/foto/${id}/960.webp`, 960, 432],
      [`/foto/${id}/1600.webp`, 1600, 720],
    ]);
    for (const { url, width, height } of photos[0]!.renditions) {
      const answer = await world.lisi.get(url);
      expect(answer.headers.get("content-type")).toBe("image/webp");
      const bytes = Buffer.from(await answer.arrayBuffer());
      expect(Number(answer.headers.get("content-length"))).toBe(bytes.length);
      expect(await sharp(bytes).metadata()).toMatchObject({ format: "webp", width, height });
      expect((await sharp(bytes).metadata()).exif).toBeUndefined();
      expect(bytes.includes("Arben Hoxha")).toBe(false);
    }
  });

  it("are kept by browsers but asked for again, and gone from the moment the album is withdrawn", async () => {
    const { id, photos } = await album(world.lisi, { title: { sq: "E tërhequr" } });
    await publish(world.lisi, id);
    const url = `/foto/${photos[0]!.id}/480.webp`;
    const first = await world.lisi.get(url);
    await first.arrayBuffer();
    expect(first.headers.get("cache-control")).toBe("public, no-cache");
    const ask = () => world.lisi.get(url, { "if-none-match": first.headers.get("etag")! });
    const again = await ask();
    expect([again.status, await again.text()]).toEqual([304, ""]);
    await world.lisi.db.write((tx) => withdrawAlbum(tx, by(), id));
    expect((await ask()).status).toBe(404);
  });

  it("of a publication are fetched under the publication's id, for as long as it is public", async () => {
    const photo = await upload(world.lisi, await fromCamera(700, 500));
    const id = await world.lisi.db.write(async (tx) => {
      const made = await createPublication(tx, by(), {
        element: "V.1.1",
        title: { sq: "Lajm" },
        date: "2026-03-01",
        fields: { topic: "council" },
      });
      await keepPhotoFiles(tx, by(), photo);
      const { width, height, renditions, original } = photo;
      const stored = { ...texts("Salla"), width, height, renditions, originalSha256: original.sha256 };
      await setPublicationPhoto(tx, by(), made.id, stored);
      return made.id;
    });
    const url = `/foto/${id}/480.webp`;
    expect(await photoStatus(world.lisi, url)).toBe(404);
    await world.lisi.db.write((tx) => publishPublication(tx, by(), id));
    expect(await photoStatus(world.lisi, url)).toBe(200);
    expect(await photoStatus(world.krasta, url)).toBe(404);
    await world.lisi.db.write((tx) => withdrawPublication(tx, by(), id, { sq: "Gabim." }));
    expect(await photoStatus(world.lisi, url)).toBe(404);
  });

  it.each(["481.webp", "0.webp", "480.jpg", "480", "480.webp/x", "999999.webp"])("do not exist as %s", async (file) => {
    const { id, photos } = await album(world.lisi, { title: { sq: "Madhësi të tjera" } });
    await publish(world.lisi, id);
    expect(await photoStatus(world.lisi, `/foto/${photos[0]!.id}/${file}`)).toBe(404);
    await world.lisi.db.write((tx) => withdrawAlbum(tx, by(), id));
  });

  it("of the original are never served, and lie under the council's own key", async () => {
    const bytes = await fromCamera(800, 600, "#112233");
    const { original } = await upload(world.lisi, bytes);
    expect(await world.services.storage.head(fileKey(world.lisi.id, original.sha256))).toMatchObject({
      size: bytes.length,
    });
    expect(await world.services.storage.head(fileKey(world.krasta.id, original.sha256))).toBeNull();
  });
});

describe("An upload", () => {
  it("that is not a photo is refused by name", async () => {
    expect(await refusal(upload(world.lisi, Buffer.from("Përshëndetje"), "shenime.txt"))).toBe("photos.not_a_photo");
    expect(await refusal(upload(world.lisi, Buffer.from("Përshëndetje"), "foto.jpg"))).toBe("files.type_mismatch");
  });

  it("that is cut off or damaged is refused", async () => {
    const whole = await fromCamera(1200, 800);
    expect(await refusal(upload(world.lisi, whole.subarray(0, whole.length / 2)))).toBe("files.damaged");
  });

  it("that claims to be enormous is refused before it is decoded", async () => {
    expect(await refusal(upload(world.lisi, claimingPng(60_000, 60_000), "e-madhe.png"))).toBe(
      "photos.too_many_pixels",
    );
  });

  it("that fails leaves nothing in the storage", async () => {
    const keys = async () => (await Array.fromAsync(world.services.storage.list(`tenants/${world.krasta.id}/`))).length;
    const before = await keys();
    await refusal(upload(world.krasta, claimingPng(60_000, 60_000), "e-madhe.png"));
    expect(await keys()).toBe(before);
  });
});

describe("Another council", () => {
  it("sees neither album nor photo, changes nothing of them, and may use the same address", async () => {
    const mine = await album(world.lisi, { title: { sq: "Vetëm e Lisit" } });
    await publish(world.lisi, mine.id);
    const theirs = await album(world.krasta, { title: { sq: "Vetëm e Lisit" } });
    expect(theirs.slug).toBe(mine.slug);

    expect((await world.krasta.get(`/api/v1/albums/${mine.slug}`)).status).toBe(404);
    expect(await photoStatus(world.krasta, `/foto/${mine.photos[0]!.id}/480.webp`)).toBe(404);
    expect((await list(world.krasta)).items.map((item) => item.slug)).not.toContain(mine.slug);
    const photo = await upload(world.krasta, await fromCamera(500, 500));
    const attempts = [
      world.krasta.db.write((tx) => withdrawAlbum(tx, by(), mine.id)),
      world.krasta.db.write((tx) => publishAlbum(tx, by(), mine.id)),
      world.krasta.db.write((tx) => addPhoto(tx, by(), mine.id, photo, texts("E huaj"))),
    ];
    expect(await Promise.all(attempts.map(refusal))).toEqual(Array(3).fill("albums.not_found"));
    expect((await world.lisi.json<Album>(`/api/v1/albums/${mine.slug}`)).photoCount).toBe(1);
  });
});

describe("The gallery", () => {
  it("refuses a page that does not exist and a filter it does not have", async () => {
    expect((await world.krasta.get("/api/v1/albums?page=2")).status).toBe(404);
    expect((await world.krasta.get("/api/v1/albums?page=0")).status).toBe(422);
    expect((await world.krasta.get("/api/v1/albums?viti=2025")).status).toBe(422);
  });

  it("has no album yet and says so with an empty list", async () => {
    const fresh = await createWorld();
    expect(await list(fresh.lisi)).toEqual({ total: 0, page: 1, pages: 1, perPage: 24, items: [] });
    await fresh.end();
  });
});

/** A PNG whose header claims a size that its few bytes do not hold. */
function claimingPng(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const frame = Buffer.alloc(body.length + 8);
    frame.writeUInt32BE(data.length);
    body.copy(frame, 4);
    frame.writeUInt32BE(crc32(body), body.length + 4);
    return frame;
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0, 0, 0, 0], 8);
  const rows = deflateSync(Buffer.alloc(1024));
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk("IHDR", header), chunk("IDAT", rows), chunk("IEND", Buffer.alloc(0))]);
}
