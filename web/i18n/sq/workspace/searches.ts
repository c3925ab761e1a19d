import type { searches as english } from "../../en/workspace/searches.ts";

export const searches = {
  title: "Kërkime pa rezultat",
  lead: "Çfarë shkruan njerëzit te kërkimi i faqes dhe nuk u gjet asgjë. Tregon çfarë mungon ose çfarë njerëzit e quajnë me një fjalë tjetër.",
  table: "Kërkimet pa rezultat të {{days}} ditëve të fundit",
  words: "Kërkimi",
  site: "Faqja",
  "site.sq": "Shqip",
  "site.en": "Anglisht",
  times: "Herë",
  last: "Së fundi",
  none: "Në {{days}} ditët e fundit çdo kërkim gjeti diçka",
  none_text: "Kërkimet që nuk gjejnë asgjë do të qëndrojnë këtu, të numëruara sipas ditëve.",
  hint: "Nuk numërohet askush: vetëm dita, fjalët dhe sa herë. Kërkimet e gjata dhe ato që mund të përmendin dikë nuk ruhen; pas gjysmë viti harrohet gjithçka.",
  together: "Kërkimi në të gjithë këshillat",
  together_who: "Ku gjendet ajo që është publike këtu",
  together_on: "Edhe nga kërkimi në të gjithë këshillat e portalit",
  together_hint: "Vetëm ajo që publiku e sheh gjithsesi në këtë faqe. Pa këtë, njerëzit e gjejnë vetëm në këtë faqe.",
  save: "Ruaj",
  done_saved: "U ruajt dhe vlen që tani.",
} satisfies Record<keyof typeof english, string>;
