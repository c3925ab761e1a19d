import { json } from "../../db/columns.ts";
import { raiseVersion } from "../../db/content-versions.ts";
import { followName } from "../../db/free-slug.ts";
import type { TenantTx } from "../../db/tenant-db.ts";
import { InvalidInput } from "../../http/problem.ts";
import { parsed } from "../../http/validated.ts";
import { type Doing, recordChange } from "../audit/audit.service.ts";
import { publishedAt, recordStanding, takenBack } from "../lifecycle/lifecycle.ts";
import { slugOf } from "../publications/slug.ts";
import { requireOffered } from "../settings/modules.service.ts";
import { albumNotFound, albumNotPublished, albumPublicAlready, albumWithoutPhotos } from "./albums.errors.ts";
import { AlbumEdit, NewAlbum, PhotoTexts } from "./albums.schema.ts";
import { keepPhotoFiles, type UploadedPhoto } from "./photos.service.ts";

/** The album, held so that two who change it at once come one after the other. */
async function lockAlbum(tx: TenantTx, id: string) {
  const album = await tx.selectFrom("albums").selectAll().where("id", "=", id).forUpdate().executeTakeFirst();
  if (!album) throw albumNotFound();
  return album;
}

const inDatabaseRange = (day: string) => /^(19|20|21)/.test(day);

/**
 * A draft without photos. Its address is made from the Albanian title and stays as it is.
 * @throws {InvalidInput}
 */
export async function createAlbum(tx: TenantTx, by: Doing, given: NewAlbum): Promise<{ id: string; slug: string }> {
  const { slug: wanted, title, summary = null, date } = parsed(NewAlbum, given);
  if (!inDatabaseRange(date)) throw new InvalidInput([{ path: "date", code: "date.impossible" }]);
  const values = { title: json(title), summary: summary && json(summary), date };
  const base = wanted ?? slugOf(title.sq);
  for (let suffix = 1; ; suffix += 1) {
    const made = await tx
      .insertInto("albums")
      .values({
        ...values,
        slug: suffix === 1 ? base : `${base}-${suffix}`,
        public_from: null,
        created_at: by.now,
        updated_at: by.now,
      })
      .onConflict((conflict) => conflict.columns(["tenant_id", "slug"] as never).doNothing())
      .returning(["id", "slug"])
      .executeTakeFirst();
    if (!made) continue;
    await recordChange(tx, by, "album.created", "album", made.id, null, { slug: made.slug, title, summary, date });
    return made;
  }
}

/**
 * Adds a photo behind the others, with what is said about it. Readers of a public album see it at once.
 * @param photo from `uploadPhoto`
 * @throws {InvalidInput} `albums.not_found`
 */
export async function addPhoto(
  tx: TenantTx,
  by: Doing,
  albumId: string,
  photo: UploadedPhoto,
  texts: PhotoTexts,
): Promise<{ id: string; position: number }> {
  const { caption, alternative } = parsed(PhotoTexts, texts);
  const { state } = await lockAlbum(tx, albumId);
  await keepPhotoFiles(tx, by, photo);
  const { last } = await tx
    .selectFrom("photos")
    .where("album_id", "=", albumId)
    .select((eb) => eb.fn.max("position").as("last"))
    .executeTakeFirstOrThrow();
  const position = (last ?? 0) + 1;
  const { id } = await tx
    .insertInto("photos")
    .values({
      album_id: albumId,
      position,
      caption: json(caption),
      alternative: json(alternative),
      width: photo.width,
      height: photo.height,
      original_sha256: photo.original.sha256,
      renditions: json(photo.renditions),
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  if (state === "published") await raiseVersion(tx, "albums");
  const { sha256 } = photo.original;
  await recordChange(tx, by, "album.photo_added", "album", albumId, null, { photo: id, caption, alternative, sha256 });
  return { id, position };
}

/** The photos of an album in their order, with what is said about each. */
export const photosOf = (tx: TenantTx, albumId: string) =>
  tx
    .selectFrom("photos")
    .select(["id", "caption", "alternative"])
    .where("album_id", "=", albumId)
    .orderBy("position")
    .execute();

/**
 * Changes an album, all of it: its texts, what is said about its photos and their order. Photos that are left out are
 * taken from it.
 * @throws {InvalidInput} `albums.not_found`
 */
export async function changeAlbum(tx: TenantTx, by: Doing, id: string, given: AlbumEdit): Promise<void> {
  const { title, summary = null, date, photos } = parsed(AlbumEdit, given);
  if (!inDatabaseRange(date)) throw new InvalidInput([{ path: "date", code: "date.impossible" }]);
  const album = await lockAlbum(tx, id);
  const known = await photosOf(tx, id);
  const isStrange = (photo: { id: string }) => !known.some((one) => one.id === photo.id);
  const strange = photos.findIndex(
    (photo, at) => isStrange(photo) || photos.findIndex(({ id }) => id === photo.id) < at,
  );
  if (strange >= 0) throw new InvalidInput([{ path: `photos.${strange}.id`, code: "albums.photo_not_found" }]);
  await tx
    .updateTable("albums")
    .set({ title: json(title), summary: summary && json(summary), date, updated_at: by.now })
    .where("id", "=", id)
    .execute();
  await followName(tx, "albums", album, [slugOf(album.title.sq), slugOf(title.sq)]);
  const gone = known.filter((one) => !photos.some((photo) => photo.id === one.id)).map((one) => one.id);
  if (gone.length > 0) await tx.deleteFrom("photos").where("id", "in", gone).execute();
  // Places are taken once: all photos first go behind the last place.
  const { last } = await tx
    .selectFrom("photos")
    .where("album_id", "=", id)
    .select((eb) => eb.fn.max("position").as("last"))
    .executeTakeFirstOrThrow();
  for (const offset of [(last ?? 0) + photos.length, 0])
    for (const [at, photo] of photos.entries())
      await tx
        .updateTable("photos")
        .set({
          caption: json(photo.caption),
          alternative: json(photo.alternative),
          position: offset + at + 1,
        })
        .where("id", "=", photo.id)
        .execute();
  if (album.state === "published") await raiseVersion(tx, "albums");
  const before = { title: album.title, summary: album.summary, date: album.date, photos: known };
  await recordChange(tx, by, "album.changed", "album", id, before, { title, summary, date, photos });
}

/**
 * Publishes at an instant: now, or later by itself. A schedule that has not come may be moved.
 * @throws `albums.not_found`, `albums.already_public`, `albums.without_photos`
 */
export async function publishAlbum(tx: TenantTx, by: Doing, id: string, at: Date = by.now): Promise<void> {
  const before = await lockAlbum(tx, id);
  const after = publishedAt(before, by, at, albumPublicAlready);
  const photo = await tx.selectFrom("photos").where("album_id", "=", id).select("id").limit(1).executeTakeFirst();
  if (!photo) throw albumWithoutPhotos();
  await requireOffered(tx, "V.1.5");
  await tx
    .updateTable("albums")
    .set({ ...after, updated_at: by.now })
    .where("id", "=", id)
    .execute();
  await raiseVersion(tx, "albums");
  await recordStanding(tx, by, ["album", id], before, after);
}

/**
 * Takes an album back, with all its photos.
 * @throws `albums.not_found`, `albums.not_published`
 */
export async function withdrawAlbum(tx: TenantTx, by: Doing, id: string): Promise<void> {
  const before = await lockAlbum(tx, id);
  const after = takenBack(before, by, albumNotPublished);
  await tx
    .updateTable("albums")
    .set({ ...after, updated_at: by.now })
    .where("id", "=", id)
    .execute();
  await raiseVersion(tx, "albums");
  await recordStanding(tx, by, ["album", id], before, after);
}
