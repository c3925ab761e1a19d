import type { importErrors as english } from "../../en/errors/import.ts";

export const importErrors = {
  "import.empty": "Skedari është bosh.",
  "import.too_large": "Skedari është më i madh se {{megabytes}} MB.",
  "import.old_workbook":
    "Ky është skedar i një versioni të vjetër të Excel-it (.xls) ose ka fjalëkalim. Ruajeni si .xlsx pa fjalëkalim dhe dërgojeni sërish.",
  "import.workbook_damaged":
    "Skedari Excel nuk lexohet: është i dëmtuar ose nuk është .xlsx. Ruajeni nga e para dhe dërgojeni sërish.",
  "import.workbook_too_large":
    "Skedari Excel mban tepër. Lini vetëm fletën me tabelën, pa figura e pa kolona bosh, dhe dërgojeni sërish.",
  "import.several_sheets": "Disa fletë i kanë këto kolona: {{sheets}}. Lini atë që duhet dhe dërgojeni sërish.",
  "import.wrong_sheet":
    "Asnjë nga fletët {{sheets}} nuk i ka kolonat që duhen. Më pranë është “{{nearest}}”; asaj i mungojnë: {{columns}}.",
  "import.not_text": "Ky nuk është skedar teksti. Tabela dërgohet si “CSV UTF-8”.",
  "import.old_encoding":
    "Në rreshtin {{line}} shkronjat e fjalës “{{word}}” janë në një kodim që nuk njihet. Ruajeni si “CSV UTF-8” dhe dërgojeni sërish.",
  "import.garbled":
    "Shkronjat janë prishur para se skedari të vinte këtu: rreshti {{line}} ka “{{word}}”. Kthehuni te origjinali dhe ruajeni si “CSV UTF-8”.",
  "import.damaged":
    "Shkronjat kanë humbur para se skedari të vinte këtu: rreshti {{line}} ka “{{word}}”. Kthehuni te origjinali dhe ruajeni si “CSV UTF-8”.",
  "import.malformed": "Rreshti {{line}} nuk lexohet: një thonjëz nuk është mbyllur, ose ka më shumë qeliza se kolona.",
  "import.columns_missing": "Mungojnë këto kolona: {{columns}}.",
  "import.columns_unknown": "Këto kolona nuk njihen: {{columns}}. Njihen: {{known}}.",
  "import.day_malformed": "Shkruajeni datën si 05.03.2026: dita, muaji dhe viti i plotë.",
  "import.cell_without_value":
    "Qeliza {{cell}} ka një gabim (si #REF!) ose një formulë pa rezultat. Ndreqeni, ruajeni skedarin dhe dërgojeni sërish.",
  "import.column_twice": "Kolona {{column}} është dy herë.",
  "import.without_rows": "Poshtë titujve të kolonave nuk ka asgjë.",
  "import.too_many_rows": "Një skedar ka më së shumti {{most}} rreshta.",
  "import.unknown_value": "Kjo vlerë nuk është nga ato që mund të qëndrojnë këtu.",
  "import.unknown_value_of": "Këtu mund të qëndrojë vetëm njëra nga këto: {{values}}.",
  "import.differs_from_first": "Kjo thuhet ndryshe në të parin nga rreshtat që i përkasin njëri-tjetrit.",
  "import.files_not_given":
    "Tabela përmend skedarë ({{asked}}), por asnjë nuk erdhi me të. Shtoni arkivin ZIP ose dosjen.",
  "import.file_missing": "Skedari “{{name}}” nuk është ndër ata që erdhën.",
  "import.file_ambiguous": "Disa dosje kanë një skedar “{{name}}”: shkruani edhe shtegun e tij.",
  "import.files_left_over": "Skedarë që nuk i përmend asnjë rresht: {{number}} ({{names}}).",
  "import.file_names_persons": "“{{name}}” tregon diçka për persona ({{found}} vende): shikojeni para se ta publikoni.",
  "import.file_scanned": "“{{name}}” ka faqe të skanuara pa tekst: nuk gjendet nga kërkimi dhe nuk lexohet me zë.",
  "import.too_many_files": "Një arkiv mban më së shumti {{most}} skedarë.",
  "import.archive_damaged": "Arkivi ZIP nuk lexohet: është i dëmtuar, ka fjalëkalim ose mban dy herë të njëjtin emër.",
  "import.not_found": "Nuk ka import të tillë.",
  "import.brought_in_already": "Kjo tabelë është sjellë tashmë.",
  "import.undone_already": "Ky import është zhbërë tashmë.",
  "import.changed_since": "Dikush e ka ndryshuar që atëherë.",
  "import.was_there_before": "Ishte aty para importit, i cili vetëm e ndryshoi.",
  "import.is_gone": "Nuk është më aty.",
  "import.check_not_found": "Kjo tabelë nuk është më këtu: u soll ose u hodh poshtë pas dy ditësh. Dërgojeni sërish.",
  "import.table_not_sent": "Zgjidhni skedarin e tabelës.",
  "import.another_brings_in":
    "Këshilli kërkon që një të përgatitë dhe një tjetër të miratojë: këtë tabelë e sjell dikush tjetër, që ka të drejtë të publikojë.",
  "import.kind_not_chosen": "Zgjidhni çfarë përmban tabela.",
} satisfies Record<keyof typeof english, string>;
