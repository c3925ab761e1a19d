import { oneOf, readQuery } from "../../http/list-query.ts";
import { phrases } from "../../http/phrases.ts";
import { page, type WorkspaceFeatureOf } from "../../workspace/feature.ts";
import { workspaceHome } from "../../workspace/home.shared.ts";
import { hasOwnProfile, isInside, mayEditAll, mayPublish, maySeeSomeDrafts } from "../accounts/policies.ts";
import { ownDayOf } from "../own-profile/own-day.ts";
import { dayLists, dayOf } from "./day-of.ts";

/** The first screen: what is due, what is missing, what is broken, what happens next. */
export const dayWorkspace: WorkspaceFeatureOf = () => ({
  routes: [
    page(workspaceHome, isInside, async (c) => {
      const { actor, db, locale, now } = c.var;
      if (!maySeeSomeDrafts(actor))
        return { view: "own-profile/own-day-page", data: await db.read((tx) => ownDayOf(tx, actor, locale, now)) };
      const { all } = readQuery({ all: oneOf(dayLists) }, new URL(c.req.url).searchParams, ["done"]);
      const { day, own } = await db.read(async (tx) => ({
        day: await dayOf(tx, actor, now, all),
        own: hasOwnProfile(actor) ? await ownDayOf(tx, actor, locale, now) : null,
      }));
      const data = { ...day, own, mayCheck: mayEditAll(actor), mayPublishMinutes: mayPublish(actor, "meeting") };
      return { view: "day/day-page", data };
    }),
  ],
  navigation: [
    {
      path: workspaceHome,
      policy: isInside,
      group: "work",
      order: 0,
      label: (locale) => phrases(locale, "day")("title"),
    },
  ],
});
