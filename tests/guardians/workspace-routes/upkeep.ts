import type { WorkspaceRights } from "./rights.ts";

const editing = ["secretary", "editor", "publisher", "operator"] as const;
const publishing = ["secretary", "publisher"] as const;
const seeing = [...editing, "auditor"] as const;

export default {
  "GET /admin/defektet": seeing,
  "POST /admin/defektet/kontrolli": editing,
  "POST /admin/defektet/:id/menjane": editing,
  "POST /admin/defektet/:id/serish": editing,
  "GET /admin/mbledhjet/:id/posta": seeing,
  "POST /admin/mbledhjet/:id/posta/dergimi": publishing,
  "POST /admin/mbledhjet/:id/posta/serish": publishing,
  "POST /admin/mbledhjet/:id/posta/adresa": publishing,
} satisfies WorkspaceRights;
