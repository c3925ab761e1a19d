import type { WorkspaceRights } from "./rights.ts";

export default {
  "GET /admin/aktet/:id/prefekti": ["secretary", "editor", "publisher", "auditor"],
  "POST /admin/aktet/:id/prefekti/:step": ["secretary", "editor", "publisher"],
} satisfies WorkspaceRights;
