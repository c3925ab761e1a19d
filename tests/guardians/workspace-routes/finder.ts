import type { WorkspaceRights } from "./rights.ts";

export default {
  "GET /admin/kerko": "inside",
  "GET /api/v1/admin/search": "inside",
} satisfies WorkspaceRights;
