import type { workbooks as english } from "../en/workbooks.ts";

export const workbooks = {
  sheet_rows: "Të dhënat",
  sheet_about: "Rreth tyre",
  about_register: "Regjistri",
  about_row: "Çfarë përmban",
  about_council: "Këshilli",
  about_address: "Adresa",
  about_licence: "Licenca",
  about_changed: "Ndryshimi i fundit",
  about_filters: "Filtrat",
  about_no_filters: "asnjë",
  about_rows: "Rreshta",
  about_column: "Kolona në CSV",
  about_heading: "Kuptimi",
  about_values: "Vlerat",
  "cell.money": "lekë të plota",
  "cell.instant": "data dhe ora në Tiranë",
} satisfies Record<keyof typeof english, string>;
