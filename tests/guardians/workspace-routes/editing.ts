import { nouns } from "../../../server/features/editing/editing.paths.shared.ts";
import type { May, WorkspaceRights } from "./rights.ts";

const see: May = ["secretary", "editor", "publisher", "auditor", "operator"];
const edit: May = ["secretary", "editor", "publisher", "operator"];
const publish: May = ["secretary", "publisher"];

const ofThings = Object.values(nouns).flatMap(({ sq }): [string, May][] => [
  [`GET /admin/${sq}`, see],
  [`GET /admin/${sq}/i-ri`, edit],
  [`POST /admin/${sq}/i-ri`, edit],
  [`GET /admin/${sq}/:id`, see],
  [`POST /admin/${sq}/:id`, edit],
  [`GET /admin/${sq}/:id/versionet`, see],
  [`GET /admin/${sq}/:id/parapamja`, see],
]);

export default {
  ...Object.fromEntries(ofThings),
  "GET /admin/koshi": see,
  "GET /admin/miratimet": see,
  "POST /admin/miratimet/:entity/:id/kthimi": edit,
  "POST /admin/te-paruajturat/:edit/heqja": edit,
  "POST /admin/redaktimi/:entity/parapamja": edit,
  "POST /admin/redaktimi/:entity/ngarkimi": edit,
  "POST /admin/redaktimi/:entity/:id/botimi": publish,
  "POST /admin/redaktimi/:entity/:id/terheqja": publish,
  "POST /admin/redaktimi/:entity/:id/versioni": edit,
  "POST /admin/redaktimi/:entity/:id/koshi": edit,
  "POST /admin/redaktimi/:entity/:id/kthimi-nga-koshi": edit,
  "POST /admin/redaktimi/:entity/:id/dergimi": edit,
  "POST /admin/redaktimi/:entity/:id/kthimi": edit,
  "GET /api/v1/admin/editing/edits": "inside",
  "PUT /api/v1/admin/editing/edits/:id": edit,
  "DELETE /api/v1/admin/editing/edits/:id": edit,
  "GET /api/v1/admin/editing/choices/:list": edit,
  "GET /api/v1/admin/editing/:entity": see,
  "POST /api/v1/admin/editing/:entity": edit,
  "GET /api/v1/admin/editing/:entity/:id": see,
  "PUT /api/v1/admin/editing/:entity/:id": edit,
  "DELETE /api/v1/admin/editing/:entity/:id": edit,
  "POST /api/v1/admin/editing/:entity/:id/unbin": edit,
  "POST /api/v1/admin/editing/:entity/:id/publish": publish,
  "POST /api/v1/admin/editing/:entity/:id/withdraw": publish,
  "POST /api/v1/admin/editing/:entity/:id/submit": edit,
  "POST /api/v1/admin/editing/:entity/:id/return": edit,
  "GET /api/v1/admin/editing/:entity/:id/versions": see,
  "GET /api/v1/admin/editing/:entity/:id/versions/:number": see,
  "POST /api/v1/admin/editing/:entity/:id/versions/:number/restore": edit,
} satisfies WorkspaceRights;
