import { sql } from "kysely";
import type { TenantTx } from "../../db/tenant-db.ts";
import { albumsPerPage } from "./albums.schema.ts";
import type { Rendition } from "./albums.tables.ts";

const publicAlbums = (tx: TenantTx, now: Date) =>
  tx.selectFrom("albums as a").where("a.state", "=", "published").where("a.public_from", "<=", now);

const photoColumns = ["p.id", "p.caption", "p.alternative", "p.width", "p.height", "p.renditions"] as const;

/** A page of the public albums, the newest first, each with its first photo and how many there are. */
export const findAlbums = (tx: TenantTx, now: Date, page: number) =>
  publicAlbums(tx, now)
    .innerJoinLateral(
      (eb) =>
        eb
          .selectFrom("photos as p")
          .whereRef("p.album_id", "=", "a.id")
          .select([...photoColumns, sql<number>`count(*) over ()`.as("photo_count")])
          .orderBy("p.position")
          .limit(1)
          .as("cover"),
      (join) => join.onTrue(),
    )
    .select(["a.slug", "a.title", "a.summary", "a.date", "cover.photo_count"])
    .select(["cover.id", "cover.caption", "cover.alternative", "cover.width", "cover.height", "cover.renditions"])
    .orderBy("a.date", "desc")
    .orderBy("a.id")
    .limit(albumsPerPage)
    .offset((page - 1) * albumsPerPage)
    .execute();

export const countAlbums = async (tx: TenantTx, now: Date): Promise<number> =>
  (
    await publicAlbums(tx, now)
      .select((eb) => eb.fn.countAll<number>().as("total"))
      .executeTakeFirstOrThrow()
  ).total;

export const findAlbum = (tx: TenantTx, slug: string, now: Date) =>
  publicAlbums(tx, now)
    .where("a.slug", "=", slug)
    .select(["a.id", "a.slug", "a.title", "a.summary", "a.date"])
    .executeTakeFirst();

/** An album's photos in their order. */
export const findPhotos = (tx: TenantTx, albumId: string) =>
  tx.selectFrom("photos as p").where("p.album_id", "=", albumId).select(photoColumns).orderBy("p.position").execute();

/**
 * The renditions of a photo that the public may have now: one of a public album, or, by its id, that of a public
 * publication, person or recording.
 */
export async function findPublicRenditions(tx: TenantTx, id: string, now: Date): Promise<Rendition[]> {
  const found = await publicAlbums(tx, now)
    .innerJoin("photos as p", "p.album_id", "a.id")
    .where("p.id", "=", id)
    .select("p.renditions")
    .unionAll(
      tx
        .selectFrom("publication_photos as p")
        .innerJoin("publications as b", "b.id", "p.publication_id")
        .where("b.id", "=", id)
        .where("b.state", "=", "published")
        .where("b.public_from", "<=", now)
        .select("p.renditions"),
    )
    .unionAll(
      tx
        .selectFrom("people as p")
        .where("p.id", "=", id)
        .where("p.state", "=", "published")
        .where("p.public_from", "<=", now)
        .select("p.photo_renditions as renditions"),
    )
    .unionAll(
      tx
        .selectFrom("recordings as r")
        .innerJoin("meetings as m", "m.id", "r.meeting_id")
        .where("r.id", "=", id)
        .where("r.state", "=", "published")
        .where("r.public_from", "<=", now)
        .where("m.state", "=", "published")
        .where("m.access", "=", "open")
        .select("r.poster_renditions as renditions"),
    )
    .executeTakeFirst();
  return found?.renditions ?? [];
}
