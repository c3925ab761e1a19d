import { phrases } from "../../http/phrases.ts";
import { page, type WorkspaceFeatureOf } from "../../workspace/feature.ts";
import { isSignedIn } from "../accounts/policies.ts";
import { shortcutsPath } from "./shortcuts.paths.shared.ts";

export const shortcutsWorkspace: WorkspaceFeatureOf = () => ({
  routes: [page(shortcutsPath, isSignedIn, async () => ({ view: "shortcuts/shortcuts-page", data: {} }))],
  places: [{ path: shortcutsPath, policy: isSignedIn, label: (locale) => phrases(locale, "shortcuts")("title") }],
});
