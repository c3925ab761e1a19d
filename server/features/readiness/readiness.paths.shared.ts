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
  judge: below("/:code/vleresimi", "/:code/judgement"),
  unjudge: below("/:code/heqja-e-vleresimit", "/:code/judgement-withdrawal"),
  comment: below("/:code/komenti", "/:code/comment"),
  plan: {
    short: below("/:code/afati-i-shkurter", "/:code/short-term"),
    mid: below("/:code/afati-i-mesem", "/:code/medium-term"),
  },
  done: {
    short: below("/:code/afati-i-shkurter/kryerja", "/:code/short-term/completion"),
    mid: below("/:code/afati-i-mesem/kryerja", "/:code/medium-term/completion"),
  },
  drop: {
    short: below("/:code/afati-i-shkurter/heqja", "/:code/short-term/removal"),
    mid: below("/:code/afati-i-mesem/heqja", "/:code/medium-term/removal"),
  },
} as const;
