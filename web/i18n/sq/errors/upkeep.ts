import type { upkeepErrors as english } from "../../en/errors/upkeep.ts";

export const upkeepErrors = {
  "upkeep.not_found": "Ky defekt nuk ekziston, ose është ndrequr.",
  "upkeep.already_ignored": "Ky defekt është lënë mënjanë tashmë.",
  "upkeep.not_ignored": "Ky defekt nuk është lënë mënjanë.",
  "upkeep.already_asked": "Faqja po kontrollohet tashmë. Përfundimi del këtu pas pak minutash.",
} satisfies Record<keyof typeof english, string>;
