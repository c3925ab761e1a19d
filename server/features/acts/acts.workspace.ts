import { phrases } from "../../http/phrases.ts";
import type { WorkspaceFeatureOf } from "../../workspace/feature.ts";
import { maySeeDrafts } from "../accounts/policies.ts";
import { gapsPath } from "./gaps-desk.shared.ts";
import { gapsRoutes } from "./gaps-desk.ts";
import { reviewRoutes } from "./review-desk.ts";

/** What the workspace does with acts beside editing them. */
export const actsWorkspace: WorkspaceFeatureOf = () => ({
  routes: [...reviewRoutes, ...gapsRoutes],
  places: [
    {
      path: gapsPath,
      policy: (actor) => maySeeDrafts(actor, "act"),
      label: (locale) => phrases(locale, "gaps")("title"),
      within: (locale) => phrases(locale, "editing")("noun.act"),
    },
  ],
});
