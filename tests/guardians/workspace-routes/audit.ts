import type { WorkspaceRights } from "./rights.ts";

export default {
  "GET /admin/auditi": ["secretary", "auditor"],
  "GET /admin/auditi/auditi.csv": ["secretary", "auditor"],
} satisfies WorkspaceRights;
