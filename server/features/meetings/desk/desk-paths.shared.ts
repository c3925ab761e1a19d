import type { InBoth } from "../../elements/catalogue.shared.ts";

const at = (sq: string, en: string) =>
  ({ sq: `/admin/mbledhjet${sq}`, en: `/en/admin/meetings${en}` }) satisfies InBoth;

/** Addresses of the meetings desk. */
export const deskPaths = {
  list: at("", ""),
  create: at("/e-re", "/new"),
  createLike: at("/e-re/sipas", "/new/like"),
  templates: at("/modelet", "/templates"),
  newTemplate: at("/modelet/i-ri", "/templates/new"),
  template: at("/modelet/:template", "/templates/:template"),
  templateRemoval: at("/modelet/:template/heqja", "/templates/:template/removal"),
  meeting: at("/:id", "/:id"),
  particulars: at("/:id/te-dhenat", "/:id/particulars"),
  agenda: at("/:id/rendi-i-dites", "/:id/agenda"),
  newItem: at("/:id/pikat/e-re", "/:id/items/new"),
  item: at("/:id/pikat/:item", "/:id/items/:item"),
  itemRemoval: at("/:id/pikat/:item/heqja", "/:id/items/:item/removal"),
  itemUpload: at("/:id/pikat/:item/ngarkimi", "/:id/items/:item/upload"),
  itemPapers: at("/:id/pikat/:item/dokumentet", "/:id/items/:item/documents"),
  papers: at("/:id/dokumentet", "/:id/documents"),
  upload: at("/:id/dokumentet/ngarkimi", "/:id/documents/upload"),
  waiting: at("/:id/dokumentet/miratimi", "/:id/documents/approval"),
  waitingIn: at("/:id/dokumentet/miratimi/publikimi", "/:id/documents/approval/publication"),
  waitingOut: at("/:id/dokumentet/miratimi/heqja", "/:id/documents/approval/removal"),
  notice: at("/:id/njoftimi", "/:id/notice"),
  submission: at("/:id/dergimi", "/:id/submission"),
  publication: at("/:id/kalendari", "/:id/calendar"),
  withdrawal: at("/:id/terheqja", "/:id/withdrawal"),
  bin: at("/:id/koshi", "/:id/bin"),
  unbin: at("/:id/kthimi-nga-koshi", "/:id/unbin"),
  postponement: at("/:id/shtyrja", "/:id/postponement"),
  cancellation: at("/:id/anulimi", "/:id/cancellation"),
  stream: at("/:id/transmetimi", "/:id/stream"),
  course: at("/:id/zhvillimi", "/:id/course"),
  attendance: at("/:id/pjesemarrja", "/:id/attendance"),
  result: at("/:id/pikat/:item/perfundimi", "/:id/items/:item/result"),
  resultRemoval: at("/:id/pikat/:item/perfundimi/heqja", "/:id/items/:item/result/removal"),
  vote: at("/:id/pikat/:item/votimi", "/:id/items/:item/vote"),
  voteRemoval: at("/:id/pikat/:item/votimi/heqja", "/:id/items/:item/vote/removal"),
  minutes: at("/:id/procesverbali", "/:id/minutes"),
} as const satisfies Record<string, InBoth>;
