import { Hono } from "hono";
import { describeRoute } from "hono-openapi";
import { jsonOf, problem } from "../../http/describe.ts";
import type { CouncilScope } from "../../http/scope.ts";
import { validated } from "../../http/validated.ts";
import { elementByCode, type InBoth } from "../elements/catalogue.shared.ts";
import { nextScheduled } from "../schedule/schedule.queries.ts";
import { albumNotFound, noSuchAlbumPage } from "./albums.errors.ts";
import { countAlbums, findAlbum, findAlbums, findPhotos } from "./albums.queries.ts";
import { Album, AlbumList, AlbumsQuery, albumsPerPage } from "./albums.schema.ts";
import { photoView } from "./photo-view.ts";

const gallery = elementByCode("V.1.5").path;
const albumUrl = (slug: string): InBoth => ({ sq: `${gallery.sq}/${slug}`, en: `${gallery.en}/${slug}` });

export const albums = new Hono<CouncilScope>()
  .get(
    "/",
    describeRoute({
      tags: ["albums"],
      summary: "A page of the photo gallery, the newest album first",
      responses: { 200: jsonOf(AlbumList), 404: problem("No such page"), 422: problem("A wrong page number") },
    }),
    validated("query", AlbumsQuery),
    async (c) => {
      const { db, notes, now } = c.var;
      const { page = 1 } = c.req.valid("query");
      notes.shows("albums");
      const list = await db.read(async (tx) => {
        const [rows, total, scheduled] = await Promise.all([
          findAlbums(tx, now, page),
          countAlbums(tx, now),
          nextScheduled(tx, now),
        ]);
        notes.holdsUntil(scheduled);
        const pages = Math.max(Math.ceil(total / albumsPerPage), 1);
        if (page > pages) throw noSuchAlbumPage(pages);
        const items = rows.map(({ slug, title, summary, date, photo_count, ...cover }) => ({
          ...{ slug, url: albumUrl(slug), title, summary, date },
          photoCount: photo_count,
          cover: photoView(cover),
        }));
        return { total, page, pages, perPage: albumsPerPage, items } satisfies AlbumList;
      });
      return c.json(list, 200);
    },
  )
  .get(
    "/:slug",
    describeRoute({
      tags: ["albums"],
      summary: "An album with its photos, their captions and alternative texts",
      responses: { 200: jsonOf(Album), 404: problem("No such album") },
    }),
    async (c) => {
      const { db, notes, now } = c.var;
      notes.shows("albums");
      const album = await db.read(async (tx) => {
        const found = await findAlbum(tx, c.req.param("slug"), now);
        if (!found) {
          notes.holdsUntil(await nextScheduled(tx, now));
          throw albumNotFound();
        }
        const photos = (await findPhotos(tx, found.id)).map(photoView);
        const { slug, title, summary, date } = found;
        return {
          ...{ slug, url: albumUrl(slug), title, summary, date },
          photoCount: photos.length,
          cover: photos[0]!,
          photos,
        } satisfies Album;
      });
      return c.json(album, 200);
    },
  );
export type AlbumsApi = typeof albums;
