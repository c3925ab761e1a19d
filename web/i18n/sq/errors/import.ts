import type { importErrors as english } from "../../en/errors/import.ts";

export const importErrors = {
  "import.empty": "Skedari është bosh.",
  "import.too_large": "Skedari është më i madh se {{megabytes}} MB.",
  "import.workbook": "Ky është skedar Excel. Ruajeni si “CSV UTF-8” dhe dërgoni atë.",
  "import.utf16": "Skedari është në UTF-16. Ruajeni si “CSV UTF-8” dhe dërgojeni sërish.",
  "import.not_text": "Ky nuk është skedar teksti. Tabela dërgohet si “CSV UTF-8”.",
  "import.old_encoding":
    "Skedari nuk është në UTF-8: në rreshtin {{line}} shkronjat e fjalës “{{word}}” janë në një kodim të vjetër të Windows-it. Ruajeni si “CSV UTF-8” dhe dërgojeni sërish.",
  "import.garbled":
    "Shkronjat janë prishur para se skedari të vinte këtu: rreshti {{line}} ka “{{word}}”. Kthehuni te origjinali dhe ruajeni si “CSV UTF-8”.",
  "import.damaged":
    "Shkronjat kanë humbur para se skedari të vinte këtu: rreshti {{line}} ka “{{word}}”. Kthehuni te origjinali dhe ruajeni si “CSV UTF-8”.",
  "import.malformed": "Rreshti {{line}} nuk lexohet: një thonjëz nuk është mbyllur, ose ka më shumë qeliza se kolona.",
  "import.columns_missing": "Mungojnë këto kolona: {{columns}}.",
  "import.columns_unknown": "Këto kolona nuk njihen: {{columns}}. Njihen: {{known}}.",
  "import.column_twice": "Kolona {{column}} është dy herë.",
  "import.without_rows": "Poshtë titujve të kolonave nuk ka asgjë.",
  "import.too_many_rows": "Një skedar ka më së shumti {{most}} rreshta.",
  "import.unknown_value": "Kjo vlerë nuk është nga ato që mund të qëndrojnë këtu.",
  "import.differs_from_first": "Kjo thuhet ndryshe në të parin nga rreshtat që i përkasin njëri-tjetrit.",
} satisfies Record<keyof typeof english, string>;
