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
  none: "Asnjë kërkim i përsëritur pa rezultat në {{days}} ditët e fundit",
  none_text: "Kërkimet që nuk gjejnë asgjë do të qëndrojnë këtu, të numëruara sipas ditëve, sapo të bëhen tri herë.",
  hint: "Nuk numërohet askush: vetëm dita, fjalët dhe sa herë. Fjalët ruhen vetëm kur e njëjta gjë kërkohet të paktën tri herë; kërkimet e gjata dhe ato me numra ose adresa që mund të jenë të dikujt nuk ruhen fare. Pas gjysmë viti harrohet gjithçka.",
  rare_one:
    "Edhe {{count}} kërkim pa rezultat u bë më pak se tri herë: fjalët e tij nuk ruhen, se mund të përmendin dikë.",
  rare_other:
    "Edhe {{count}} kërkime pa rezultat u bënë më pak se tri herë: fjalët e tyre nuk ruhen, se mund të përmendin dikë.",
  together: "Kërkimi në të gjithë këshillat",
  together_who: "Ku gjendet ajo që është publike këtu",
  together_on: "Edhe nga kërkimi në të gjithë këshillat e portalit",
  together_hint: "Vetëm ajo që publiku e sheh gjithsesi në këtë faqe. Pa këtë, njerëzit e gjejnë vetëm në këtë faqe.",
  save: "Ruaj",
  done_saved: "U ruajt dhe vlen që tani.",
} satisfies Record<keyof typeof english, string>;
