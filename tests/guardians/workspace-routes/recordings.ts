import type { WorkspaceRights } from "./rights.ts";

const seers = ["secretary", "editor", "publisher", "auditor", "operator"] as const;
const editors = ["secretary", "editor", "publisher", "operator"] as const;
const publishers = ["secretary", "publisher"] as const;

const recording = "/admin/mbledhjet/:id/regjistrimi";

export default {
  [`GET ${recording}`]: seers,
  [`GET ${recording}/titrat/:language`]: seers,
  [`POST ${recording}/lidhja`]: editors,
  [`POST ${recording}/ngarkimi`]: editors,
  [`POST ${recording}/kapitujt`]: editors,
  [`POST ${recording}/kapitujt/i-ri`]: editors,
  [`POST ${recording}/kapitujt/zhvendosja`]: editors,
  [`POST ${recording}/kapitujt/nga-ditari`]: editors,
  [`POST ${recording}/titrat/ngarkimi`]: editors,
  [`POST ${recording}/titrat/heqja`]: editors,
  [`POST ${recording}/pamja/ngarkimi`]: editors,
  [`POST ${recording}/pamja/heqja`]: editors,
  [`POST ${recording}/dorezimi`]: editors,
  [`POST ${recording}/botimi`]: publishers,
  [`POST ${recording}/terheqja`]: publishers,
  [`POST ${recording}/heqja`]: editors,
  "GET /api/v1/admin/recordings/:id/poster/:width": seers,
} satisfies WorkspaceRights;
