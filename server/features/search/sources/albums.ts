import { elementByCode } from "../../elements/catalogue.shared.ts";
import { itemUrl } from "../../elements/item-urls.shared.ts";
import { documentsOf, type Source, said, yearOf } from "../source.ts";
import { isPublicAt, publishedAfter, willBePublic } from "./standing.ts";

/** Albums by what is written on them and under their photos. */
export const albums: Source = {
  name: "album",
  batch: 50,
  idsAfter: publishedAfter("albums"),
  async documents(tx, ids) {
    const [rows, photos] = await Promise.all([
      tx
        .selectFrom("albums as t")
        .where(willBePublic)
        .where("t.id", "in", ids)
        .select(["t.id", "t.slug", "t.title", "t.summary", "t.date", "t.public_from"])
        .execute(),
      tx
        .selectFrom("photos")
        .where("album_id", "in", ids)
        .select(["album_id", "caption", "alternative"])
        .orderBy("position")
        .execute(),
    ]);
    const byAlbum = Map.groupBy(photos, ({ album_id }) => album_id);
    return rows.flatMap((one) =>
      documentsOf({
        subject: `album:${one.id}`,
        kind: "album",
        url: itemUrl("V.1.5", one.slug),
        title: one.title,
        texts: (locale) => [
          said(one.summary, locale),
          ...(byAlbum.get(one.id) ?? []).flatMap(({ caption, alternative }) => [
            said(caption, locale),
            said(alternative, locale),
          ]),
        ],
        date: one.date,
        year: yearOf(one.date),
        body: null,
        topic: null,
        visibleFrom: one.public_from!,
      }),
    );
  },
  async shown(tx, found, now) {
    const rows = await tx
      .selectFrom("albums as t")
      .where(isPublicAt(now))
      .where(
        "t.id",
        "in",
        found.map(({ id }) => id),
      )
      .select("t.id")
      .execute();
    return new Map(rows.map(({ id }) => [id, { beside: elementByCode("V.1.5").short }]));
  },
};
