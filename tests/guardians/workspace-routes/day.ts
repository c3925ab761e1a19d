import type { WorkspaceRights } from "./rights.ts";

export default { "GET /admin": "signed in" } satisfies WorkspaceRights;
