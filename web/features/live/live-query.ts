import type { LiveMeeting, Watch } from "../../../server/features/following/following.schema.ts";
import { body, followingApi, pageQuery } from "../../lib/api.ts";

/** A meeting as it stands at this moment, or `null` where there is none to follow. */
export const getLive = pageQuery(
  async (slug: string): Promise<LiveMeeting | null> => body(await followingApi[":slug"].$get({ param: { slug } })),
  "live",
);

/** What sits now or is about to. */
export const getWatch = pageQuery(async (): Promise<Watch> => (await body(await followingApi.index.$get()))!, "watch");
