import { phrases } from "../../http/phrases.ts";
import { page, type WorkspaceFeatureOf } from "../../workspace/feature.ts";
import { notAllowed } from "../../workspace/guard.ts";
import { fillPath } from "../../workspace/home.shared.ts";
import { hasOwnProfile } from "../accounts/policies.ts";
import { editingPaths } from "../editing/editing.paths.shared.ts";
import { photosPaths } from "../photos/photos.paths.shared.ts";
import { ownProfilePath } from "./own-profile.paths.shared.ts";

/** The way of a councillor to the page of their own, which is edited as any other. */
export const ownProfileWorkspace: WorkspaceFeatureOf = () => ({
  routes: [
    page(ownProfilePath, hasOwnProfile, async (c) => {
      const { actor, locale } = c.var;
      if (!hasOwnProfile(actor)) throw notAllowed();
      return c.redirect(fillPath(editingPaths("person").one, { id: actor.person })[locale], 303);
    }),
  ],
  navigation: [
    {
      ...{ path: ownProfilePath, policy: hasOwnProfile, group: "work" as const, order: 1 },
      label: (locale) => phrases(locale, "profile")("title"),
      leadsTo: (actor) =>
        hasOwnProfile(actor)
          ? [
              fillPath(editingPaths("person").one, { id: actor.person }),
              fillPath(photosPaths.page, { entity: "person", id: actor.person }),
            ]
          : [],
    },
  ],
});
