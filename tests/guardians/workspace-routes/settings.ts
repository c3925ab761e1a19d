import type { WorkspaceRights } from "./rights.ts";

const secretary = ["secretary"] as const;

export default {
  "GET /admin/cilesimet": secretary,
  "POST /admin/cilesimet/emrat": secretary,
  "POST /admin/cilesimet/kontaktet": secretary,
  "POST /admin/cilesimet/rrjetet": secretary,
  "POST /admin/cilesimet/media": secretary,
  "POST /admin/cilesimet/te-dhenat": secretary,
  "POST /admin/cilesimet/ngjyra": secretary,
  "POST /admin/cilesimet/stema": secretary,
  "POST /admin/cilesimet/stema/e-vet": secretary,
  "POST /admin/cilesimet/gjuhet": secretary,
  "POST /admin/cilesimet/numertimi": secretary,
  "POST /admin/cilesimet/miratimi": secretary,
  "POST /admin/cilesimet/afatet": secretary,
  "POST /admin/cilesimet/afatet/mbarimi": secretary,
  "POST /admin/cilesimet/pushimet": secretary,
  "POST /admin/cilesimet/pushimet/heqja": secretary,
  "POST /admin/cilesimet/renditja": secretary,
  "POST /admin/cilesimet/adresa": secretary,
  "POST /admin/cilesimet/adresa/kontrolli": secretary,
  "POST /admin/cilesimet/adresa/heqja": secretary,
  "GET /api/v1/admin/settings/contrast": secretary,
} satisfies WorkspaceRights;
