import type { WorkspaceRights } from "./rights.ts";

export default {
  "GET /admin/aktet/:id/prefekti": ["secretary", "editor", "publisher", "auditor", "operator"],
  "GET /admin/aktet/numrat-pa-akt": ["secretary", "editor", "publisher", "auditor", "operator"],
  "POST /admin/aktet/numrat-pa-akt": ["secretary", "editor", "publisher", "operator"],
  "POST /admin/aktet/:id/prefekti/:step": ["secretary", "editor", "publisher", "operator"],
} satisfies WorkspaceRights;
