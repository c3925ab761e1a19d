import type { WorkspaceRights } from "./rights.ts";

const editors = ["secretary", "editor", "publisher", "operator"] as const;
const readers = [...editors, "auditor"] as const;

export default {
  "GET /admin/fotot/:entity/:id": readers,
  "POST /admin/fotot/:entity/:id/ngarkimi": editors,
  "POST /admin/fotot/:entity/:id/heqja": editors,
  "GET /api/v1/admin/photos/:entity/:id/:photo": readers,
} satisfies WorkspaceRights;
