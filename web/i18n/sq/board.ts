import type { board as english } from "../en/board.ts";

export const board = {
  form_sheet: "Shqip",
  form_title:
    "Plani i punës për përmbajtjen kyçe të faqes së internetit dhe për qeverisjen e digjitalizimit të Këshillit",
  form_as_of: "Gjendja më {{day}}, e llogaritur nga ajo që është publikuar në {{site}}.",
  form_number: "Nr.",
  form_element: "Kategoria / Elementet",
  form_state: "Gjendja (e llogaritur)",
  form_own: "Gjendja (vlerësimi i Këshillit)",
  form_plan: "Plani",
  form_none: "JO",
  form_partial: "Pjesërisht",
  form_full: "Plotësisht",
  form_reason: "Pse",
  form_note: "Shënim",
  form_short: "Afat i shkurtër {{years}}",
  form_mid: "Afat i mesëm {{years}}",
  form_due: "Deri më",
  form_responsible: "Përgjegjës",
  form_comments: "Komente",
  form_done: "U krye më {{day}}.",
  form_overdue: "Afati ka kaluar.",
} satisfies Record<keyof typeof english, string>;
