import type { WorkspaceFeatureOf } from "../../workspace/feature.ts";
import { uploads } from "./uploads.routes.ts";

/** The way in for files, as scripts use it. */
export const uploadsWorkspace: WorkspaceFeatureOf = (services) => ({
  routes: [],
  api: { path: "/uploads", routes: uploads(services) },
});
