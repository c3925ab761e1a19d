import type { WorkspaceRights } from "./rights.ts";

const seers = ["secretary", "editor", "publisher", "auditor", "operator"] as const;
const editors = ["secretary", "editor", "publisher", "operator"] as const;
/** Whatever tells the public of a meeting, or that it does not take place. */
const publishers = ["secretary", "publisher"] as const;

const meeting = "/admin/mbledhjet/:id";
const item = `${meeting}/pikat/:item`;

export default {
  "GET /admin/mbledhjet": seers,
  "GET /admin/mbledhjet/e-re": editors,
  "POST /admin/mbledhjet/e-re": editors,
  "POST /admin/mbledhjet/e-re/sipas": editors,
  "GET /admin/mbledhjet/modelet": editors,
  "GET /admin/mbledhjet/modelet/i-ri": editors,
  "POST /admin/mbledhjet/modelet/i-ri": editors,
  "GET /admin/mbledhjet/modelet/:template": editors,
  "POST /admin/mbledhjet/modelet/:template": editors,
  "POST /admin/mbledhjet/modelet/:template/heqja": editors,
  [`GET ${meeting}`]: seers,
  [`GET ${meeting}/te-dhenat`]: editors,
  [`POST ${meeting}/te-dhenat`]: editors,
  [`POST ${meeting}/rendi-i-dites`]: editors,
  [`GET ${meeting}/pikat/e-re`]: editors,
  [`POST ${meeting}/pikat/e-re`]: editors,
  [`GET ${item}`]: editors,
  [`POST ${item}`]: editors,
  [`POST ${item}/heqja`]: editors,
  [`POST ${item}/ngarkimi`]: editors,
  [`POST ${item}/dokumentet`]: editors,
  [`GET ${meeting}/dokumentet`]: editors,
  [`POST ${meeting}/dokumentet`]: editors,
  [`POST ${meeting}/dokumentet/ngarkimi`]: editors,
  [`GET ${meeting}/dokumentet/miratimi`]: seers,
  [`POST ${meeting}/dokumentet/miratimi`]: editors,
  [`POST ${meeting}/dokumentet/miratimi/publikimi`]: publishers,
  [`POST ${meeting}/dokumentet/miratimi/heqja`]: editors,
  [`GET ${meeting}/transmetimi`]: editors,
  [`POST ${meeting}/transmetimi`]: editors,
  [`GET ${meeting}/zhvillimi`]: seers,
  [`POST ${meeting}/zhvillimi`]: editors,
  [`POST ${meeting}/zhvillimi/publiku`]: editors,
  [`GET ${meeting}/pjesemarrja`]: editors,
  [`POST ${meeting}/pjesemarrja`]: editors,
  [`GET ${item}/perfundimi`]: editors,
  [`POST ${item}/perfundimi`]: editors,
  [`POST ${item}/perfundimi/heqja`]: editors,
  [`GET ${item}/votimi`]: editors,
  [`POST ${item}/votimi`]: editors,
  [`POST ${item}/votimi/heqja`]: editors,
  [`GET ${meeting}/njoftimi`]: seers,
  [`POST ${meeting}/njoftimi`]: publishers,
  [`POST ${meeting}/dergimi`]: editors,
  [`POST ${meeting}/kalendari`]: publishers,
  [`POST ${meeting}/terheqja`]: publishers,
  [`POST ${meeting}/koshi`]: editors,
  [`POST ${meeting}/kthimi-nga-koshi`]: editors,
  [`GET ${meeting}/shtyrja`]: publishers,
  [`POST ${meeting}/shtyrja`]: publishers,
  [`GET ${meeting}/anulimi`]: publishers,
  [`POST ${meeting}/anulimi`]: publishers,
} satisfies WorkspaceRights;
