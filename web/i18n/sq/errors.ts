import { accountsErrors } from "./errors/accounts.ts";
import { actsErrors } from "./errors/acts.ts";
import { draftsErrors } from "./errors/drafts.ts";
import { editingErrors } from "./errors/editing.ts";
import { electionsErrors } from "./errors/elections.ts";
import { followingErrors } from "./errors/following.ts";
import { importErrors } from "./errors/import.ts";
import { liveErrors } from "./errors/live.ts";
import { mailingsErrors } from "./errors/mailings.ts";
import { meetingsErrors } from "./errors/meetings.ts";
import { minutesErrors } from "./errors/minutes.ts";
import { operatorsErrors } from "./errors/operators.ts";
import { payErrors } from "./errors/pay.ts";
import { peopleErrors } from "./errors/people.ts";
import { planErrors } from "./errors/plan.ts";
import { readinessErrors } from "./errors/readiness.ts";
import { recordingsErrors } from "./errors/recordings.ts";
import { registersErrors } from "./errors/registers.ts";
import { searchErrors } from "./errors/search.ts";
import { upkeepErrors } from "./errors/upkeep.ts";
import { uploadsErrors } from "./errors/uploads.ts";

export const errors = {
  "http.not_found": "Në këtë adresë nuk ka asgjë.",
  "http.internal": "Diçka shkoi keq nga ana jonë. U regjistrua; ju lutemi provoni sërish pas pak.",
  "http.invalid_input": "Diçka nga ajo që u dërgua nuk mund të pranohet. Shihni fushat e treguara.",
  "http.unknown_filter": "Filtri “{{name}}” nuk ekziston këtu.",
  "http.malformed": "Kërkesa nuk lexohet dot.",
  "http.body_too_large": "Ajo që u dërgua është më e madhe se sa pranon kjo adresë.",
  "http.form_too_large":
    "Ajo që u dërgua është më e madhe se {{maximum}}, sa pranohet njëherësh. Kthehuni mbrapa me shfletues: ajo që shkruat është ende aty. Pastaj dërgoni më pak skedarë njëherësh, ose më të vegjël.",
  "http.method_not_allowed": "Kjo adresë nuk e pranon këtë mënyrë kërkese.",
  "http.cross_site": "Kërkesa erdhi nga një faqe tjetër dhe u refuzua.",
  "http.unavailable": "Të dhënat nuk arrihen dot tani. Ju lutemi provoni sërish pas pak.",
  "http.suspended": "Faqja e këtij këshilli është mbyllur përkohësisht.",
  "http.unknown_host": "Në këtë adresë nuk shërbehet asnjë këshill.",
  "date.malformed": "Data shkruhet si 2026-03-05.",
  "date.typed_wrong": "Zgjidhni ditën, me vit prej katër shifrash, si 27.11.2026.",
  "date.impossible": "Kjo ditë nuk ekziston.",
  "meanwhile.changed":
    "Ndërkohë dikush tjetër shkroi: “{{text}}”. Nëse e dërgoni përsëri, mbetet ajo që shkruat ju; për ta lënë tjetrën, vendoseni këtu.",
  "meanwhile.both":
    "Ndërkohë dikush tjetër shkroi: “{{text}}”. Nëse e dërgoni përsëri, mbetet ajo që shkruat ju; për të marrë tjetrën, zgjidheni këtu.",
  "meanwhile.emptied":
    "Ndërkohë dikush tjetër e zbrazi këtë fushë. Nëse e dërgoni përsëri, mbetet ajo që shkruat ju; për ta lënë bosh, zgjidheni këtu.",
  "meanwhile.photo":
    "Ndërkohë dikush tjetër vuri këtu një fotografi tjetër: shiheni te faqja. Nuk u zëvendësua dhe nuk u hoq asgjë; nëse duhet të zërë vend e juaja, zgjidheni dhe dërgojeni sërish.",
  "meanwhile.emblem":
    "Ndërkohë dikush tjetër vuri një stemë tjetër: shiheni këtu. Nuk u zëvendësua asgjë; nëse duhet të zërë vend e juaja, zgjidheni dhe dërgojeni sërish.",
  "meanwhile.ordered":
    "Ndërkohë dikush tjetër i renditi kështu: {{text}}. Nëse e dërgoni përsëri, mbetet renditja juaj.",
  "meanwhile.shown":
    "{{what}}: ishte “{{was}}”, ndërkohë u bë “{{is}}”. Shihini dhe, nëse është në rregull, dërgojeni sërish.",
  "text.one_line": "Kjo shkruhet në një rresht të vetëm.",
  "text.required": "Kjo fushë është e detyrueshme.",
  "text.too_long": "Ky tekst është tepër i gjatë.",
  "settings.still_stands_villages":
    "Publike janë ende {{number}} kryesi fshatrash ose mbledhje të tyre. Mbyllini ose tërhiqini më parë.",
  "settings.declined_villages":
    "Cilësimet thonë se Këshilli nuk ka kryesi fshatrash. Ndryshojeni atje, pastaj publikojeni.",
  "settings.still_stands_neighbourhoods":
    "Publikë janë ende {{number}} këshilla komunitarë ose mbledhje të tyre. Mbyllini ose tërhiqini më parë.",
  "settings.declined_neighbourhoods":
    "Cilësimet thonë se Këshilli nuk ka këshilla komunitarë të lagjeve. Ndryshojeni atje, pastaj publikojeni.",
  "settings.still_stands_boards":
    "Publikë janë ende {{number}} komitete, borde ose mbledhje të tyre. Mbyllini ose tërhiqini më parë.",
  "settings.declined_boards":
    "Cilësimet thonë se Këshilli nuk ka komitete e borde qytetarësh. Ndryshojeni atje, pastaj publikojeni.",
  "settings.still_stands_memberships": "Publike janë ende {{number}} anëtarësime. Tërhiqini më parë.",
  "settings.declined_memberships":
    "Cilësimet thonë se Këshilli nuk është anëtar i asnjë organizate. Ndryshojeni atje, pastaj publikojeni.",
  "settings.still_stands_projects": "Publike janë ende {{number}} projekte. Tërhiqini më parë.",
  "settings.declined_projects": "Cilësimet thonë se Këshilli nuk ka projekte. Ndryshojeni atje, pastaj publikojeni.",
  "settings.still_stands_social": "Te rrjetet sociale qëndrojnë ende {{number}} llogari. Hiqini më parë.",
  "settings.declined_social": "Cilësimet thonë se Këshilli nuk ka llogari në rrjetet sociale. Hiqeni këtë më parë.",
  "settings.still_stands_gallery": "Publike janë ende {{number}} albume. Tërhiqini më parë.",
  "settings.declined_gallery": "Cilësimet thonë se Këshilli nuk mban galeri. Ndryshojeni atje, pastaj publikojeni.",
  "settings.module_unknown": "Zgjidhni një nga pjesët e ofruara.",
  "settings.since_to_come": "Kjo ditë nuk ka ardhur ende.",
  "settings.emblem_unknown": "Nuk ka një stemë të tillë.",
  "settings.emblem_unreadable": "Kjo figurë nuk lexohet dot: stema është SVG, PNG, WebP ose JPEG.",
  "settings.emblem_too_large": "Kjo figurë është tepër e madhe: pranohen deri në {{kilobytes}} kB.",
  "settings.emblem_too_long":
    "Kjo figurë është tepër e zgjatur: ana më e gjatë është më shumë se {{times}} herë sa ajo më e shkurtër. Hiqni ç’ka përreth stemës ose dërgoni një më afër katrorit.",
  "settings.emblem_too_small": "Kjo figurë është tepër e vogël: ana e saj më e gjatë ka të paktën {{pixels}} pika.",
  "settings.approval_is_councils":
    "Nëse publikimi kërkon miratim, e vendos vetë Këshilli: këtë cilësim e ndryshon sekretaria e tij, jo operatori i portalit.",
  "settings.domain_impossible":
    "Kjo nuk mund të jetë adresë e vetë Këshillit. Adresa shkruhet si keshilli.shembull.al.",
  "settings.domain_unknown": "Kjo adresë nuk është shënuar këtu.",
  "settings.domain_in_use": "Kjo adresë është në përdorim: vetëm operatori mund ta heqë.",
  "settings.too_many_domains": "Mund të shënohen deri në {{maximum}} adresa. Më parë hiqni dorë nga njëra.",
  "settings.connections": "Numri është nga 20 deri në 100 000.",
  "settings.too_many": "Këto janë tepër.",
  "settings.term_malformed": "Mandati shkruhet si 2023–2027.",
  "settings.term_backwards": "Mandati mbaron pasi fillon, si 2023–2027.",
  "settings.phone_malformed": "Numri i telefonit shkruhet me shifra, si +355 4 222 2222 ose 042 222 222 ext. 12.",
  "settings.other_network": "Kjo adresë nuk është e këtij rrjeti.",
  "settings.period_not_chosen": "Zgjidhni cilin afat cakton Këshilli.",
  "settings.holiday_not_chosen": "Zgjidhni një nga festat.",
  "settings.numbering_unknown": "Zgjidhni njërën nga dy mënyrat e numërtimit.",
  "settings.low_contrast":
    "Kjo ngjyrë nuk lexohet: kontrasti i saj është {{ratio}} dhe duhet të jetë të paktën {{required}}. Nuanca më e afërt që lexohet është {{suggestion}}.",
  "settings.colour_malformed": "Ngjyra shkruhet si #0b5b46.",
  "input.wrong": "Kjo nuk mund të pranohet.",
  "filter.repeated": "Ky filtër është dhënë më shumë se një herë.",
  "filter.not_a_year": "Viti ka katër shifra, si 2026.",
  "filter.not_a_month": "Muaji shkruhet si 2026-03.",
  "filter.not_a_page": "Faqja është një numër i plotë, duke nisur nga 1.",
  "filter.not_a_choice": "Kjo vlerë nuk është ndër ato që mund të kërkohen.",
  "filter.not_a_limit": "Kufiri është një numër i plotë nga 1 deri në 50.",
  "documents.too_many": "Dokumentet janë më shumë se sa mund të mbajë një gjë e vetme.",
  "pages.there_already": "Kjo faqe ekziston tashmë: ndryshoni atë.",
  "documents.not_found": "Ky dokument nuk ekziston.",
  "documents.newest_stays":
    "Ky është versioni më i ri që ka publiku: vendosni një tjetër në vend të tij, ose tërhiqni atë që e mban.",
  "documents.proposed_already":
    "Për këtë dokument pret tashmë skedari i një kolegu. Pasi të pranohet, të merret mbrapsht ose të kthehet, mund të propozohet një tjetër.",
  "documents.file_changed_meanwhile": "Dokumenti mori ndërkohë një skedar tjetër. Shihini të dy edhe një herë.",
  "documents.redact_first":
    "Akti përmend persona. Sillni më parë origjinalin e ri si të brendshëm, pastaj versionin e anonimizuar për publikun.",
  "documents.public_version_exists": "Publiku e ka tashmë këtë version të dokumentit.",
  "publications.not_a_collection": "“{{element}}” nuk është koleksion dokumentesh.",
  "publications.not_found": "Ky publikim nuk ekziston.",
  "publications.no_such_page": "Lista nuk ka kaq faqe. E fundit është faqja {{pages}}.",
  "publications.already_public": "Ky publikim është tashmë publik.",
  "publications.not_published": "Ky është draft dhe nuk është publikuar.",
  "publications.already_withdrawn": "Ky publikim është tërhequr tashmë.",
  "publications.withdrawn": "Ky publikim u tërhoq më {{date}}.",
  "publications.slug_malformed": "Adresa shkruhet me shkronja të vogla pa shenja, shifra dhe viza.",
  "publications.too_many_tags": "Ka tepër etiketa.",
  "publications.dated_otherwise": "Ky lloj dokumenti nuk datohet kështu.",
  "publications.period_ends_before_it_begins": "Periudha mbaron para se të fillojë.",
  "publications.document_twice": "I njëjti dokument është vënë dy herë.",
  "publications.document_unknown": "Njëri nga dokumentet nuk ekziston, ose është vënë tashmë diku tjetër.",
  "albums.not_found": "Ky album nuk ekziston ose nuk është publik.",
  "albums.photo_not_found": "Kjo fotografi nuk ekziston ose nuk është publike.",
  "albums.without_photos": "Një album pa fotografi nuk publikohet dot.",
  "albums.already_public": "Ky album është publik tashmë.",
  "albums.not_published": "Ky album nuk është i publikuar.",
  "albums.no_such_page": "Galeria nuk ka kaq shumë faqe: e fundit është {{pages}}.",
  "photos.not_a_photo": "Skedari “{{name}}” nuk është fotografi: pranohen JPEG, PNG, WebP dhe AVIF.",
  "photos.too_many_pixels": "Fotografia “{{name}}” është tepër e madhe: pranohen deri në {{maximum}} milionë pika.",
  "elements.not_found": "Elementi “{{code}}” nuk ekziston.",
  "pages.not_a_page": "“{{element}}” nuk është faqe që mund të shkruhet.",
  "pages.not_found": "Për këtë faqe nuk është shkruar ende asgjë.",
  "pages.already_public": "Kjo faqe është tashmë publike.",
  "pages.not_published": "Kjo faqe nuk është publikuar.",
  "pages.document_twice": "I njëjti dokument është vënë dy herë.",
  "pages.document_unknown": "Njëri nga dokumentet nuk ekziston, ose është vënë tashmë diku tjetër.",
  "pages.form_missing": "Formulari duhet të jetë ndër dokumentet e faqes.",
  "deadlines.unknown_rule": "Nuk ka rregull me kodin “{{code}}”.",
  "deadlines.not_in_force": "Rregulli {{code}} nuk vlen për një ngjarje të datës {{day}}.",
  "deadlines.period_not_set": "Ligji nuk cakton afat për {{code}} dhe as Këshilli nuk e ka caktuar ende.",
  "deadlines.hour_needed": "Rregulli {{code}} numëron orë: duhet edhe ora, si 2026-03-05T10:30.",
  "deadlines.no_hours_back": "Rregulli {{code}} numëron mbrapsht nga një ngjarje, dhe kjo nuk bëhet me orë.",
  "deadlines.unknown_year": "Festat e vitit {{year}} nuk dihen, prandaj asgjë nuk llogaritet me to.",
  "deadlines.counts_forward": "Rregulli {{code}} nuk kërkon njoftim para një ngjarjeje.",
  "deadlines.date_or_time_malformed": "Dita shkruhet si 2026-03-05, bashkë me orën si 2026-03-05T10:30.",
  "deadlines.year_malformed": "Viti shkruhet si 2026.",
  "deadlines.period_fixed": "Këshilli nuk mund ta caktojë vetë afatin e {{code}}.",
  "deadlines.period_too_short":
    "Afati i {{code}} mbron njerëzit: Këshilli mund ta bëjë më të gjatë se ligji, kurrë më të shkurtër.",
  "deadlines.period_too_long":
    "Afati i {{code}} detyron bashkinë: Këshilli mund ta bëjë më të shkurtër se ligji, kurrë më të gjatë.",
  "deadlines.unit_differs":
    "Ligji e numëron afatin e {{code}} me njësi tjetër, prandaj nuk krahasohet dot cili është më i gjatë.",
  "deadlines.period_already_set": "Për këtë rregull është caktuar tashmë një afat që fillon këtë ditë.",
  "deadlines.period_ends_early": "Afati mbaron para se të fillojë.",
  "deadlines.period_not_found": "Nuk ka afat të tillë.",
  "deadlines.already_open": "Ky afat po ecën tashmë.",
  "deadlines.not_open": "Nuk po ecën asnjë afat i tillë.",
  "deadlines.already_day_off": "{{day}} është tashmë ditë pushimi.",
  "deadlines.already_entered": "Për datën {{day}} është shënuar tashmë diçka.",
  "deadlines.not_day_off": "{{day}} nuk është festë në listën kombëtare.",
  "deadlines.nothing_entered": "Për datën {{day}} nuk është shënuar asgjë.",
  "time.malformed": "Ora shkruhet si 18:00.",
  "number.not_whole": "Ky është një numër i plotë.",
  "number.negative": "Ky numër nuk është nën 0.",
  "number.too_large": "Ky numër është shumë i madh.",
  "url.not_public":
    "Adresa nuk të çon te një faqe publike në internet: shkruhet si https://shembull.al/…, pa fjalëkalim brenda.",
  "url.with_password": "Adresa nuk mban emër përdoruesi dhe fjalëkalim.",
  "url.malformed": "Një adresë në internet fillon me https://.",
  "email.malformed": "Adresa e postës elektronike shkruhet si emri@shembull.al.",
  "mail.control_character": "Subjekti dhe adresa janë në një rresht të vetëm.",
  "files.too_large": "Skedari është më i madh se {{maximum}}.",
  "files.empty": "Skedari është bosh.",
  "files.none_chosen": "Zgjidhni të paktën një skedar.",
  "files.truncated": "Skedari nuk mbërriti i plotë. Ju lutemi dërgojeni sërish.",
  "files.type_not_allowed": "“{{name}}” është i një lloji që nuk pranohet këtu.",
  "files.type_mismatch": "“{{name}}” nuk është ajo që tregon emri i tij.",
  "files.macro_document": "“{{name}}” përmban makro. Ruajeni pa to dhe dërgojeni sërish.",
  "files.damaged": "“{{name}}” është i dëmtuar dhe nuk lexohet dot.",
  "files.encrypted": "“{{name}}” është i mbyllur me fjalëkalim. Hiqeni dhe dërgojeni sërish.",
  "files.archive_bomb": "“{{name}}” shpaketohet në shumë më tepër se ç’duhet dhe u refuzua.",
  "files.archive_nested": "“{{name}}” përmban një arkiv tjetër. Dërgoni vetë skedarët.",
  "files.storage_full": "Nuk ka më vend për skedarë. Asgjë nuk humbi; ju lutemi njoftoni ata që mirëmbajnë faqen.",
  "files.storage_unavailable": "Skedarët nuk arrihen dot tani. Ju lutemi provoni sërish pas pak.",
  ...peopleErrors,
  ...editingErrors,
  ...electionsErrors,
  ...followingErrors,
  ...importErrors,
  ...operatorsErrors,
  ...payErrors,
  ...draftsErrors,
  ...planErrors,
  ...meetingsErrors,
  ...minutesErrors,
  ...liveErrors,
  ...mailingsErrors,
  ...actsErrors,
  ...readinessErrors,
  ...accountsErrors,
  ...recordingsErrors,
  ...registersErrors,
  ...searchErrors,
  ...upkeepErrors,
  ...uploadsErrors,
};
