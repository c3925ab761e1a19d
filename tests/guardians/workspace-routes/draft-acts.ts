import type { WorkspaceRights } from "./rights.ts";

export default {
  "GET /admin/projektaktet/:id/konsultimi": [
    "secretary",
    "editor",
    "publisher",
    "auditor",
    "operator",
    "coordinator_consultation",
  ],
  "POST /admin/projektaktet/:id/konsultimi/:step": [
    "secretary",
    "editor",
    "publisher",
    "operator",
    "coordinator_consultation",
  ],
} satisfies WorkspaceRights;
