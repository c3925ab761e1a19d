import { body, councilApi, pageQuery } from "../../lib/api.ts";

/** The council of this site; the frame and the home page share one answer. */
export const getCouncil = pageQuery(async () => body(await councilApi.index.$get()), "council");
