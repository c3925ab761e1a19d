import type { WorkspaceRights } from "./rights.ts";

export default {
  "GET /admin/projektaktet/:id/konsultimi": ["secretary", "editor", "publisher", "auditor", "operator"],
  "POST /admin/projektaktet/:id/konsultimi/:step": ["secretary", "editor", "publisher", "operator"],
} satisfies WorkspaceRights;
