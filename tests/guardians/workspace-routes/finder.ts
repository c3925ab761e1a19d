import type { WorkspaceRights } from "./rights.ts";

export default {
  "GET /admin/kerko": "signed in",
  "GET /api/v1/admin/search": "signed in",
} satisfies WorkspaceRights;
