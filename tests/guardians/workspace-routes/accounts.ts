import type { WorkspaceRights } from "./rights.ts";

export default {
  "GET /admin/hyrja": "anybody",
  "POST /admin/hyrja": "anybody",
  "POST /admin/dalja": "anybody",
  "GET /admin/ftesa/:token": "anybody",
  "POST /admin/ftesa/:token": "anybody",
} satisfies WorkspaceRights;
