import type { WorkspaceFeatureOf } from "../../workspace/feature.ts";
import { reviewRoutes } from "./review-desk.ts";

/** What the workspace does with acts beside editing them. */
export const actsWorkspace: WorkspaceFeatureOf = () => ({ routes: reviewRoutes });
