import { body, followingApi, pageQuery } from "../../lib/api.ts";

/** The meeting that sits now or is about to, which is announced above every page. */
export const getWatched = pageQuery(
  async () => (await body(await followingApi.index.$get()))!.meetings[0] ?? null,
  "watched",
);
