import type { WorkspaceRights } from "./rights.ts";

export default { "GET /admin/tastiera": "inside" } satisfies WorkspaceRights;
