import { oneOf, readQuery } from "../../http/list-query.ts";
import { phrases } from "../../http/phrases.ts";
import { page, type WorkspaceFeatureOf } from "../../workspace/feature.ts";
import { workspaceHome } from "../../workspace/home.shared.ts";
import { isInside, mayEdit, mayPublish } from "../accounts/policies.ts";
import { dayLists, dayOf } from "./day-of.ts";

/** The first screen: what is due, what is missing, what is broken, what happens next. */
export const dayWorkspace: WorkspaceFeatureOf = () => ({
  routes: [
    page(workspaceHome, isInside, async (c) => {
      const { all } = readQuery({ all: oneOf(dayLists) }, new URL(c.req.url).searchParams, ["done"]);
      const day = await c.var.db.read((tx) => dayOf(tx, c.var.now, all));
      const { actor } = c.var;
      const data = { ...day, mayCheck: mayEdit(actor), mayPublishMinutes: mayPublish(actor, "meeting") };
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
