import type { WorkspaceRights } from "./rights.ts";

export default {
  "GET /admin/auditi": ["secretary", "auditor", "operator"],
  "GET /admin/auditi/auditi.csv": ["secretary", "auditor", "operator"],
} satisfies WorkspaceRights;
