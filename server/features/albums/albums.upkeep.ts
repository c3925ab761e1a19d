import { itemUrl } from "../elements/item-urls.shared.ts";
import { areInEnglish, mostOf, type Upkept, within } from "../upkeep/upkept.ts";

export const albumsUpkeep: Upkept = {
  entity: "album",
  async read(tx, now, which) {
    const albums = await tx
      .selectFrom("albums as a")
      .where("a.state", "=", "published")
      .where("a.public_from", "<=", now)
      .where(within("a.id", which))
      .orderBy("a.id")
      .limit(mostOf(which))
      .select(["a.id", "a.slug", "a.title", "a.summary"])
      .execute();
    if (albums.length === 0) return [];
    const photos = await tx
      .selectFrom("photos")
      .where(
        "album_id",
        "in",
        albums.map(({ id }) => id),
      )
      .orderBy("album_id")
      .orderBy("position")
      .select(["album_id", "position", "caption", "alternative"])
      .execute();
    const photosOf = Map.groupBy(photos, ({ album_id }) => album_id);
    return albums.map(({ id, slug, title, summary }) => {
      const own = photosOf.get(id) ?? [];
      return {
        id,
        title,
        url: itemUrl("V.1.5", slug),
        photos: Object.fromEntries(own.map(({ position, alternative }) => [`photos.${position}`, alternative])),
        inEnglish: areInEnglish(title, summary, ...own.flatMap(({ caption, alternative }) => [caption, alternative])),
      };
    });
  },
};
