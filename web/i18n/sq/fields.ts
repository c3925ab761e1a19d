import type { fields as english } from "../en/fields.ts";

export const fields = {
  "fields.required": "Plotësoni këtë fushë.",
  "fields.unknown": "Ky lloj dokumenti nuk e ka këtë fushë.",
  "fields.not_text": "Shkruani tekst këtu.",
  "fields.too_long": "Teksti është tepër i gjatë.",
  "fields.not_one_line": "Shkruajeni në një rresht të vetëm.",
  "fields.not_a_date": "Shkruani një datë të saktë, për shembull 05.03.2026.",
  "fields.not_a_year": "Shkruani një vit me katër shifra.",
  "fields.not_an_amount": "Shkruani shumën në lekë, pa presje dhjetore.",
  "fields.not_a_number": "Shkruani një numër të plotë.",
  "fields.out_of_range": "Numri është jashtë kufijve të lejuar.",
  "fields.not_a_link": "Shkruani një adresë të plotë që fillon me https:// ose http://.",
  "fields.not_a_choice": "Zgjidhni një nga vlerat e ofruara.",
  "fields.chosen_twice": "E njëjta vlerë është zgjedhur dy herë.",
  "fields.not_rows": "Plotësoni tabelën rresht pas rreshti.",
  "fields.too_many_rows": "Tabela ka tepër rreshta.",
  "fields.more_than_beside": "Ky numër është më i madh se ai, pjesë e të cilit është.",
  "fields.before_the_date": "Kjo ditë është para datës së vetë dokumentit.",
} satisfies Record<keyof typeof english, string>;
