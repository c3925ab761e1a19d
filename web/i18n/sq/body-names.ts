import type { bodyNames as english } from "../en/body-names.ts";

export const bodyNames = {
  "kind.council": "Këshilli",
  "kind.committee": "Komision",
  "kind.board": "Bord ose komitet qytetarësh",
  "kind.village": "Kryesi fshati",
  "kind.neighbourhood": "Këshill komunitar lagjeje",
  "kind.secretariat": "Sekretariati",
  of_other: "tjetër: {{number}}",
} satisfies Record<keyof typeof english, string>;
