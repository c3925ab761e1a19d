import type { WorkspaceRights } from "./rights.ts";

const seers = ["secretary", "editor", "publisher", "auditor", "operator"] as const;
const editors = ["secretary", "editor", "publisher", "operator"] as const;
/** What the public reads, and what the council has approved. */
const publishers = ["secretary", "publisher"] as const;

const minutes = "/admin/mbledhjet/:id/procesverbali";

export default {
  [`GET ${minutes}`]: seers,
  [`POST ${minutes}`]: editors,
  [`POST ${minutes}/hartimi`]: editors,
  [`GET ${minutes}/projekti.docx`]: seers,
  [`GET ${minutes}/projekti.pdf`]: seers,
  [`POST ${minutes}/miratimi`]: publishers,
  [`POST ${minutes}/dorezimi`]: editors,
  [`POST ${minutes}/publikimi`]: publishers,
  [`POST ${minutes}/akti`]: editors,
  [`POST ${minutes}/ngarkimi`]: publishers,
  [`POST ${minutes}/skedari/dorezimi`]: editors,
  [`POST ${minutes}/skedari/publikimi`]: publishers,
  [`POST ${minutes}/skedari/heqja`]: editors,
  "PUT /api/v1/admin/minutes/:id/edits/:edit": editors,
} satisfies WorkspaceRights;
