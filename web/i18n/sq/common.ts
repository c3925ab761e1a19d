export const common = {
  "apex.name": "e-Këshilli: këshillat bashkiakë të Shqipërisë",
  "site.skip": "Kalo te përmbajtja",
  "site.example": "Shembull: {{municipality}} nuk ekziston. Të dhënat janë të trilluara.",
  "site.other_language": "English",
  "site.main_navigation": "Kryesor",
  "site.breadcrumbs": "Ju jeni këtu",
  "home.title": "Kreu",
  "error.not_found_title": "Kjo faqe nuk u gjet",
  "error.not_found_text":
    "Adresa mund të jetë shkruar gabim ose faqja është tërhequr. Nisni nga kreu ose nga harta e faqes.",
  "error.broken_title": "Faqja nuk u shfaq dot",
  "error.broken_text": "Gabimi është yni dhe u regjistrua. Ju lutemi provoni sërish pas pak.",
  "error.back_home": "Te kreu",
  "plain.unknown_host_title": "Në këtë adresë nuk ka asnjë këshill",
  "plain.unknown_host_text": "Kontrolloni si është shkruar adresa ose gjejeni këshillin tuaj në listën e përgjithshme.",
  "plain.suspended_title": "Kjo faqe është mbyllur përkohësisht",
  "plain.suspended_text":
    "Dokumentet e Këshillit mund të kërkohen në sekretarinë e tij gjatë orarit zyrtar. Faqja do të hapet sërish në të njëjtën adresë.",
  "plain.unavailable_title": "Faqja po pushon një çast",
  "plain.unavailable_text":
    "Të dhënat nuk arrihen dot tani. Asgjë nuk ka humbur; ju lutemi provoni sërish pas një minute.",
  "plain.broken_title": "Faqja nuk u shfaq dot",
  "plain.broken_text": "Gabimi është yni dhe u regjistrua. Ju lutemi provoni sërish pas pak.",
  "plain.not_found_title": "Kjo faqe nuk u gjet",
  "plain.not_found_text": "Adresa mund të jetë shkruar gabim ose faqja është tërhequr.",
  "plain.refused_title": "Kërkesa u refuzua",
  "plain.refused_text": "Ajo që u dërgua nuk mund të pranohet.",
};
