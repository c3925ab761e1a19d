import type { WorkspaceRights } from "./rights.ts";

const readers = ["secretary", "editor", "publisher", "auditor", "operator"] as const;
const writers = ["secretary", "editor", "publisher", "operator"] as const;

export default {
  "GET /admin/gatishmeria": readers,
  "GET /admin/gatishmeria/formulari": readers,
  "GET /admin/gatishmeria/formulari.xlsx": readers,
  "GET /admin/gatishmeria/:code": readers,
  "POST /admin/gatishmeria/botimi": ["secretary", "operator"],
  "POST /admin/gatishmeria/:code/vleresimi": writers,
  "POST /admin/gatishmeria/:code/heqja-e-vleresimit": writers,
  "POST /admin/gatishmeria/:code/komenti": writers,
  "POST /admin/gatishmeria/:code/afati-i-shkurter": writers,
  "POST /admin/gatishmeria/:code/afati-i-shkurter/kryerja": writers,
  "POST /admin/gatishmeria/:code/afati-i-shkurter/heqja": writers,
  "POST /admin/gatishmeria/:code/afati-i-mesem": writers,
  "POST /admin/gatishmeria/:code/afati-i-mesem/kryerja": writers,
  "POST /admin/gatishmeria/:code/afati-i-mesem/heqja": writers,
} satisfies WorkspaceRights;
