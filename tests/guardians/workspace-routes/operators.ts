import type { WorkspaceRights } from "./rights.ts";

/** The secret in the address is what lets in. */
export default {
  "GET /admin/operatori/:token": "anybody",
  "POST /admin/operatori/:token": "anybody",
} satisfies WorkspaceRights;
