import type { WorkspaceRights } from "./rights.ts";

export default { "GET /admin/profili": ["own_profile"] } satisfies WorkspaceRights;
