import type { InBoth } from "../elements/catalogue.shared.ts";

/** Where tables are brought in. */
export const importsPaths = {
  all: { sq: "/admin/importi", en: "/en/admin/imports" },
  sample: { sq: "/admin/importi/shembuj/:file", en: "/en/admin/imports/samples/:file" },
  check: { sq: "/admin/importi/shqyrtime/:id", en: "/en/admin/imports/checks/:id" },
  discard: { sq: "/admin/importi/shqyrtime/:id/hedhja", en: "/en/admin/imports/checks/:id/discard" },
  one: { sq: "/admin/importi/:id", en: "/en/admin/imports/:id" },
  undo: { sq: "/admin/importi/:id/zhberja", en: "/en/admin/imports/:id/undo" },
} as const satisfies Record<string, InBoth>;
