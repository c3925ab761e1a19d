import type { WorkspaceRights } from "./rights.ts";

const readers = ["secretary", "editor", "publisher", "auditor", "operator"] as const;
const writers = ["secretary", "editor", "publisher", "operator"] as const;

export default {
  "GET /admin/gatishmeria": readers,
  "GET /admin/gatishmeria/formulari": readers,
  "GET /admin/gatishmeria/formulari.xlsx": readers,
  "GET /admin/gatishmeria/:code": readers,
  "POST /admin/gatishmeria/botimi": ["secretary", "operator"],
  "POST /admin/gatishmeria/:code": writers,
} satisfies WorkspaceRights;
