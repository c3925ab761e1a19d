import type { WorkspaceRights } from "./rights.ts";

export default {
  "GET /admin/aktet/:id/prefekti": ["secretary", "editor", "publisher", "auditor", "operator"],
  "POST /admin/aktet/:id/prefekti/:step": ["secretary", "editor", "publisher", "operator"],
} satisfies WorkspaceRights;
