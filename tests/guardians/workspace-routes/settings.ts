import type { WorkspaceRights } from "./rights.ts";

const setters = ["secretary", "operator"] as const;

export default {
  "GET /admin/cilesimet": [...setters, "auditor"],
  "POST /admin/cilesimet/emrat": setters,
  "POST /admin/cilesimet/kontaktet": setters,
  "POST /admin/cilesimet/rrjetet": setters,
  "POST /admin/cilesimet/media": setters,
  "POST /admin/cilesimet/te-dhenat": setters,
  "POST /admin/cilesimet/ngjyra": setters,
  "POST /admin/cilesimet/stema": setters,
  "POST /admin/cilesimet/stema/e-vet": setters,
  "POST /admin/cilesimet/gjuhet": setters,
  "POST /admin/cilesimet/numertimi": setters,
  "POST /admin/cilesimet/miratimi": ["secretary"],
  "POST /admin/cilesimet/transmetimi": setters,
  "POST /admin/cilesimet/afatet": setters,
  "POST /admin/cilesimet/afatet/mbarimi": setters,
  "POST /admin/cilesimet/pushimet": setters,
  "POST /admin/cilesimet/pushimet/heqja": setters,
  "POST /admin/cilesimet/pushimet/festat": setters,
  "POST /admin/cilesimet/renditja": setters,
  "POST /admin/cilesimet/pjeset": setters,
  "POST /admin/cilesimet/pjeset/kthimi": setters,
  "POST /admin/cilesimet/adresa": setters,
  "POST /admin/cilesimet/adresa/kontrolli": setters,
  "POST /admin/cilesimet/adresa/heqja": setters,
  "GET /api/v1/admin/settings/contrast": setters,
} satisfies WorkspaceRights;
