import { nouns } from "../../../server/features/editing/editing.paths.shared.ts";
import type { May, WorkspaceRights } from "./rights.ts";

const see = ["secretary", "editor", "publisher", "auditor", "operator"] as const;
const edit = ["secretary", "editor", "publisher", "operator"] as const;
const publish = ["secretary", "publisher"] as const;
const consult = "coordinator_consultation";
const own = "own_profile";

const ofThings = Object.entries(nouns).flatMap(([entity, { sq }]): [string, May][] => {
  const consulted = entity === "draft_act" ? ([consult] as const) : [];
  const ofOne = [...consulted, ...(entity === "person" ? ([own] as const) : [])];
  return [
    [`GET /admin/${sq}`, [...see, ...consulted]],
    [`GET /admin/${sq}/i-ri`, [...edit, ...consulted]],
    [`POST /admin/${sq}/i-ri`, [...edit, ...consulted]],
    [`GET /admin/${sq}/:id`, [...see, ...ofOne]],
    [`POST /admin/${sq}/:id`, [...edit, ...ofOne]],
    [`GET /admin/${sq}/:id/versionet`, [...see, ...ofOne]],
    [`GET /admin/${sq}/:id/parapamja`, [...see, ...ofOne]],
  ];
});

export default {
  ...Object.fromEntries(ofThings),
  "GET /admin/koshi": [...see, consult],
  "GET /admin/miratimet": [...see, consult],
  "POST /admin/miratimet/:entity/:id/kthimi": [...edit, consult, own],
  "POST /admin/te-paruajturat/:edit/heqja": [...edit, consult, own],
  "POST /admin/redaktimi/:entity/parapamja": [...edit, consult, own],
  "POST /admin/redaktimi/:entity/ngarkimi": [...edit, consult],
  "POST /admin/redaktimi/:entity/:id/botimi": [...publish, consult],
  "POST /admin/redaktimi/:entity/:id/terheqja": [...publish, consult],
  "POST /admin/redaktimi/:entity/:id/versioni": [...edit, consult, own],
  "POST /admin/redaktimi/:entity/:id/koshi": [...edit, consult],
  "POST /admin/redaktimi/:entity/:id/kthimi-nga-koshi": [...edit, consult],
  "POST /admin/redaktimi/:entity/:id/dergimi": [...edit, consult, own],
  "POST /admin/redaktimi/:entity/:id/kthimi": [...edit, consult, own],
  "POST /admin/redaktimi/:entity/:id/propozimi": [...edit, consult, own],
  "POST /admin/redaktimi/:entity/:id/kthimi-i-propozimit": [...edit, consult, own],
  "GET /api/v1/admin/editing/edits": "inside",
  "PUT /api/v1/admin/editing/edits/:id": [...edit, consult, own],
  "DELETE /api/v1/admin/editing/edits/:id": [...edit, consult, own],
  "GET /api/v1/admin/editing/choices/:list": [...edit, consult],
  "GET /api/v1/admin/editing/:entity": [...see, consult],
  "POST /api/v1/admin/editing/:entity": [...edit, consult],
  "GET /api/v1/admin/editing/:entity/:id": [...see, consult, own],
  "PUT /api/v1/admin/editing/:entity/:id": [...edit, consult, own],
  "DELETE /api/v1/admin/editing/:entity/:id": [...edit, consult],
  "POST /api/v1/admin/editing/:entity/:id/unbin": [...edit, consult],
  "POST /api/v1/admin/editing/:entity/:id/publish": [...publish, consult],
  "POST /api/v1/admin/editing/:entity/:id/withdraw": [...publish, consult],
  "POST /api/v1/admin/editing/:entity/:id/submit": [...edit, consult, own],
  "POST /api/v1/admin/editing/:entity/:id/return": [...edit, consult, own],
  "GET /api/v1/admin/editing/:entity/:id/versions": [...see, consult, own],
  "GET /api/v1/admin/editing/:entity/:id/versions/:number": [...see, consult, own],
  "POST /api/v1/admin/editing/:entity/:id/versions/:number/restore": [...edit, consult, own],
} satisfies WorkspaceRights;
