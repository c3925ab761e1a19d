import { phrases } from "../../http/phrases.ts";
import { page, type WorkspaceFeatureOf } from "../../workspace/feature.ts";
import { isInside } from "../accounts/policies.ts";
import { shortcutsPath } from "./shortcuts.paths.shared.ts";

export const shortcutsWorkspace: WorkspaceFeatureOf = () => ({
  routes: [page(shortcutsPath, isInside, async () => ({ view: "shortcuts/shortcuts-page", data: {} }))],
  places: [{ path: shortcutsPath, policy: isInside, label: (locale) => phrases(locale, "shortcuts")("title") }],
});
