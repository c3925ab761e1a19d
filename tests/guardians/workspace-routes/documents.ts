import type { WorkspaceRights } from "./rights.ts";

const editors = ["secretary", "editor", "publisher", "operator", "coordinator_consultation"] as const;
const readers = [...editors, "auditor"] as const;

export default {
  "GET /admin/dokumentet": readers,
  "POST /admin/dokumentet/ngarkimi": editors,
  "GET /admin/dokumentet/:id": readers,
  "POST /admin/dokumentet/:id": editors,
  "POST /admin/dokumentet/:id/versioni": editors,
  "POST /admin/dokumentet/:id/propozimi": editors,
  "POST /admin/dokumentet/:id/propozimi/ruajtja": editors,
  "POST /admin/dokumentet/:id/propozimi/kthimi": editors,
  "POST /admin/dokumentet/:id/versioni/:version/terheqja": editors,
  "POST /admin/dokumentet/:id/heqja": editors,
  "GET /api/v1/admin/documents/:id/:version/:visibility": readers,
  "GET /api/v1/admin/uploads": editors,
  "POST /api/v1/admin/uploads": editors,
  "GET /api/v1/admin/uploads/:id": editors,
  "PATCH /api/v1/admin/uploads/:id": editors,
  "DELETE /api/v1/admin/uploads/:id": editors,
  "POST /api/v1/admin/uploads/:id/finish": editors,
} satisfies WorkspaceRights;
