import { body, pageQuery, pagesApi } from "../../lib/api.ts";

/** What has been written for the page of an element; `null` where nothing has. */
export const getProcedure = pageQuery(
  async (element: string) => body(await pagesApi[":element"].$get({ param: { element } })),
  "page",
);
