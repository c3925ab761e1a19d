import type { payReadiness as english } from "../../en/readiness/pay.ts";

export const payReadiness = {
  "pay.empty": "Këtu nuk është publikuar ende asnjë pagesë.",
  "pay.months_missing_one": "Një muaj i vitit {{year}}, të cilit i ka ardhur koha, nuk është publikuar.",
  "pay.months_missing_other": "{{count}} muaj të vitit {{year}}, të cilëve u ka ardhur koha, nuk janë publikuar.",
  "pay.without_english": "Një pjesë e bazës ligjore mungon në anglisht.",
  "pay.full": "Pagesat janë publikuar për çdo muaj deri më {{month}}, me masën dhe bazën ligjore në të dyja gjuhët.",
} satisfies Record<keyof typeof english, string>;
