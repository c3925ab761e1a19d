import type { May, WorkspaceRights } from "./rights.ts";

const edit: May = ["secretary", "editor", "publisher", "operator"];

export default {
  "GET /admin/importi": edit,
  "POST /admin/importi": edit,
  "GET /admin/importi/shembuj/:file": edit,
  "GET /admin/importi/shqyrtime/:id": edit,
  "POST /admin/importi/shqyrtime/:id": edit,
  "POST /admin/importi/shqyrtime/:id/hedhja": edit,
  "GET /admin/importi/:id": edit,
  "POST /admin/importi/:id/zhberja": edit,
} satisfies WorkspaceRights;
