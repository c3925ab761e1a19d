import type { WorkspaceRights } from "./rights.ts";

/** Draft acts carry none: there whoever coordinates consultations is told so. */
const editors = ["secretary", "editor", "publisher", "operator", "own_profile", "coordinator_consultation"] as const;
const readers = [...editors, "auditor"] as const;

export default {
  "GET /admin/fotot/:entity/:id": readers,
  "POST /admin/fotot/:entity/:id/ngarkimi": editors,
  "POST /admin/fotot/:entity/:id/fjalet": editors,
  "POST /admin/fotot/:entity/:id/heqja": editors,
  "GET /api/v1/admin/photos/:entity/:id/:photo": readers,
  // Each photo then asks for itself who may see what it belongs to.
  "GET /api/v1/admin/photos/:id/:file": "inside",
} satisfies WorkspaceRights;
