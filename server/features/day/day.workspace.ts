import { phrases } from "../../http/phrases.ts";
import { dayIn, daysBefore } from "../../local-time.ts";
import { page, type WorkspaceFeatureOf } from "../../workspace/feature.ts";
import { workspaceHome } from "../../workspace/home.shared.ts";
import { isSignedIn } from "../accounts/policies.ts";
import { meetingUrl } from "../elements/item-urls.shared.ts";
import { findComing } from "./day.queries.ts";

/** How far ahead the first screen looks. */
const days = 14;

export interface ComingMeeting {
  url: ReturnType<typeof meetingUrl> | null;
}

export const dayWorkspace: WorkspaceFeatureOf = () => ({
  routes: [
    page(workspaceHome, isSignedIn, async (c) => {
      const today = dayIn(c.var.now);
      const coming = await c.var.db.read((tx) => findComing(tx, today, daysBefore(today, -days)));
      return {
        view: "day/day-page",
        data: {
          today,
          meetings: coming.map(({ slug, state, announced_at, starts_at, body, title }) => ({
            url: state === "published" ? meetingUrl(slug) : null,
            ...{ body, title, startsAt: starts_at.toISOString(), hasNotice: announced_at !== null },
          })),
        },
      };
    }),
  ],
  navigation: [
    { path: workspaceHome, policy: isSignedIn, order: 0, label: (locale) => phrases(locale, "day")("title") },
  ],
});
