import type { WorkspaceRights } from "./rights.ts";

export default { "GET /admin": "inside" } satisfies WorkspaceRights;
