import type { workspace as english } from "../../en/workspace/workspace.ts";

export const workspace = {
  name: "Hapësira e punës",
  navigation: "Hapësira e punës",
  public_site: "Faqja publike",
  sign_out: "Dilni",
  optional: "(jo e detyrueshme)",
  in_albanian: "në shqip",
  in_english: "në anglisht",
  form_refused: "Diçka mungon ose nuk është e saktë",
  refused: "Kjo faqe nuk mund të shfaqet",
  back: "Kthehuni te ekrani i parë",
} satisfies Record<keyof typeof english, string>;
