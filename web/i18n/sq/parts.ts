import type { parts as english } from "../en/parts.ts";

export const parts = {
  map_lead: "Gjithçka që gjendet në këtë faqe, në një vend të vetëm.",
  map_other: "Për faqen",
  contents: "Në këtë faqe",
  strip: "{{full}} nga {{all}} të plota",
  strip_partial: "{{full}} nga {{all}} të plota, {{partial}} të pjesshme",
  board_part: "{{full}} nga {{all}} të plota",
  board_element: "Elementi",
  board_code: "Kodi",
  board_state: "Gjendja",
  board_reason: "Pse",
  board_data: "E njëjta tabelë si e dhënë:",
  lead_I:
    "Kush ju përfaqëson, si vendos Këshilli dhe çfarë ka vendosur: këshilltarët, mbledhjet, aktet, buxheti dhe rregullat e punës.",
  lead_II: "Si kërkoni informacion, si ankoheni, si thoni fjalën tuaj dhe kush ju përfaqëson në lagje e në fshat.",
  lead_III:
    "Çfarë premtoi Këshilli, çfarë bëri dhe me sa para: planet, raportet, pjesëmarrja në mbledhje dhe shifrat e bashkisë.",
  lead_IV: "Puna e Këshillit, e shpjeguar thjesht: udhëzues hap pas hapi dhe fletëpalosje për t’u shtypur.",
  lead_V: "Çfarë ka të re në Këshill: lajme, deklarata, video, fotografi, dhe kontaktet për median.",
  lead_B: "Si mbahet kjo faqe: sa e plotë është, kush përgjigjet për të, me cilat rregulla dhe me sa para.",
} satisfies Record<keyof typeof english, string>;
