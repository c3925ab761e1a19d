import type { WorkspaceRights } from "./rights.ts";

export default { "GET /admin/tastiera": "signed in" } satisfies WorkspaceRights;
