import type { WorkspaceRights } from "./rights.ts";

const seers = ["secretary", "editor", "publisher", "auditor", "operator"] as const;
/** What is written down while the council sits is public at once. */
const runners = ["secretary", "publisher"] as const;

export default {
  "GET /admin/mbledhjet/:id/seanca": seers,
  "GET /api/v1/admin/live/:id": seers,
  "POST /api/v1/admin/live/:id": runners,
} satisfies WorkspaceRights;
