import { Hono } from "hono";
import { oneOf, readQuery, typedText } from "../../http/list-query.ts";
import { type Locale, locales } from "../../locale.shared.ts";
import { page, type WorkspaceFeatureOf } from "../../workspace/feature.ts";
import { requires } from "../../workspace/guard.ts";
import type { WorkspaceScope } from "../../workspace/scope.ts";
import { isInside } from "../accounts/policies.ts";
import { finderPath, searchView } from "./finder.paths.shared.ts";
import { look } from "./finder.ts";

/** Of each kind, on the page and while somebody types. */
const mostOnPage = 10;
const mostWhileTyping = 3;
/** All together while somebody types: what can be gone through with the arrow keys. */
const mostOffered = 12;

export const finderWorkspace: WorkspaceFeatureOf = (_services, { places }) => ({
  routes: [
    page(finderPath, isInside, async (c) => {
      const { actor, db, locale, now } = c.var;
      const { q } = readQuery({ q: typedText }, new URL(c.req.url).searchParams);
      const looking = { actor, locale, now, places: places() };
      const groups = q === null ? [] : await db.read((tx) => look(tx, q, mostOnPage, looking));
      return { view: searchView, data: { words: q ?? "", groups } };
    }),
  ],
  api: {
    path: "/search",
    routes: new Hono<WorkspaceScope>().get("/", requires(isInside), async (c) => {
      const { actor, db, now } = c.var;
      const asked = readQuery({ q: typedText, lang: oneOf(locales) }, new URL(c.req.url).searchParams);
      const locale: Locale = asked.lang ?? "sq";
      const looking = { actor, locale, now, places: places() };
      const groups = asked.q === null ? [] : await db.read((tx) => look(tx, asked.q!, mostWhileTyping, looking));
      return c.json({ hits: groups.flatMap(({ hits }) => hits).slice(0, mostOffered) });
    }),
  },
});
