import type { WorkspaceFeatureOf } from "../../workspace/feature.ts";
import { consultationRoutes } from "./consultation-desk.ts";

/** What the workspace does with draft acts beside editing them. */
export const draftActsWorkspace: WorkspaceFeatureOf = (services) => ({ routes: consultationRoutes(services) });
