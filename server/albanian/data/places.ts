/**
 * The 61 municipalities, their seats and counties, by the way they bend. `Name/other,other` adds spellings in use
 * (Lushnje, Përrenjas). Source: the names in `tenants/catalogue` and the practice of acts (“Bashkia Korçë”, “i Korçës”).
 */
export const places = {
  "feminine -a": `
    Tiranë=tirane Korçë Vlorë Lezhë Krujë Kavajë Kuçovë Sarandë Pukë Mirditë Tropojë Bulqizë Divjakë Kolonjë Tepelenë Këlcyrë Libohovë
    Selenicë Himarë Delvinë Vorë Rrogozhinë Lushnjë Çorovodë Ersekë Dejë Kosovë Evropë Europë
  `,
  "feminine -ër": "Shkodër Gjirokastër Dibër Mallakastër Kamëz",
  "feminine -i": "Peshkopi Malësi Shqipëri",
  masculine: `
    Va=vau Durrës Elbasan Berat Fier Kukës Pogradec Patos Librazhd Burrel Laç Kurbin Mat Has Klos Cërrik Gramsh Peqin Prrenjas/Përrenjas Belsh Roskovec
    Skrapar Poliçan Dimal Maliq Devoll Pustec Memaliaj Përmet Dropull Konispol Finiq Shijak Rrëshen Arrëz Bilisht Koplik Orikum
    Rubik Milot Mamurras Ballsh
  `,
} as const;
