import { phrases } from "../../http/phrases.ts";
import { page, type WorkspaceFeatureOf } from "../../workspace/feature.ts";
import { workspaceHome } from "../../workspace/home.shared.ts";
import { isSignedIn } from "../accounts/policies.ts";
import { dayOf } from "./day-of.ts";

/** The first screen: what is due, what is missing, what is broken, what happens next. */
export const dayWorkspace: WorkspaceFeatureOf = () => ({
  routes: [
    page(workspaceHome, isSignedIn, async (c) => ({
      view: "day/day-page",
      data: await c.var.db.read((tx) => dayOf(tx, c.var.now)),
    })),
  ],
  navigation: [
    {
      path: workspaceHome,
      policy: isSignedIn,
      group: "work",
      order: 0,
      label: (locale) => phrases(locale, "day")("title"),
    },
  ],
});
