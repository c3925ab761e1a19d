import type { InBoth } from "../elements/catalogue.shared.ts";

const below = (sq: string, en: string): InBoth => ({
  sq: `/admin/gatishmeria${sq}`,
  en: `/en/admin/readiness${en}`,
});

/** The readiness board in the workspace; `:code` is an element's, such as `I.3.6`. */
export const boardPaths = {
  board: below("", ""),
  show: below("/botimi", "/publication"),
  form: below("/formulari", "/form"),
  workbook: below("/formulari.xlsx", "/form.xlsx"),
  one: below("/:code", "/:code"),
} as const;
