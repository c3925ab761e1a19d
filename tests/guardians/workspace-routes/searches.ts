import type { WorkspaceRights } from "./rights.ts";

export default {
  "GET /admin/kerkimet": ["secretary", "editor", "publisher", "operator", "auditor"],
  "POST /admin/kerkimet/bashke": ["secretary", "operator"],
} satisfies WorkspaceRights;
