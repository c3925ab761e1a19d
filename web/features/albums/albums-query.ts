import { albumsApi, body, pageQuery } from "../../lib/api.ts";

/** A page of the gallery; `null` where there is no such page. */
export const getAlbums = pageQuery(
  async (page: string) => body(await albumsApi.index.$get({ query: { page } })),
  "albums",
);

/** One album with its photos; `null` where there is none. */
export const getAlbum = pageQuery(
  async (slug: string) => body(await albumsApi[":slug"].$get({ param: { slug } })),
  "album",
);
