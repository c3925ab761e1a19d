import type { readiness as english } from "../en/readiness.ts";
import { actsReadiness } from "./readiness/acts.ts";
import { calendarReadiness } from "./readiness/calendar.ts";
import { draftsReadiness } from "./readiness/drafts.ts";
import { electionsReadiness } from "./readiness/elections.ts";
import { followingReadiness } from "./readiness/following.ts";
import { meetingsReadiness } from "./readiness/meetings.ts";
import { payReadiness } from "./readiness/pay.ts";
import { peopleReadiness } from "./readiness/people.ts";
import { planReadiness } from "./readiness/plan.ts";
import { recordingsReadiness } from "./readiness/recordings.ts";
import { registersReadiness } from "./readiness/registers.ts";

export const readiness = {
  "declined.villages": "Këshilli nuk ka kryesi fshatrash",
  "declined.neighbourhoods": "Këshilli nuk ka këshilla komunitarë të lagjeve",
  "declined.boards": "Këshilli nuk ka komitete dhe borde qytetarësh",
  "declined.memberships": "Këshilli nuk është anëtar i asnjë organizate",
  "declined.projects": "Këshilli nuk ka projekte",
  "declined.social": "Këshilli nuk ka llogari në rrjetet sociale",
  "declined.gallery": "Këshilli nuk mban galeri fotografish",
  "declined.text": "Kështu thotë vetë Këshilli, që më {{since}}: {{reason}}",
  "collection.empty": "Këtu nuk është publikuar ende asgjë.",
  "collection.year_missing": "Dokumenti për vitin {{year}} nuk është publikuar.",
  "collection.none_valid": "Asnjë dokument i publikuar nuk është në fuqi sot.",
  "collection.not_recent_one": "Në ditën e fundit nuk është publikuar asgjë e re.",
  "collection.not_recent_other": "Në {{count}} ditët e fundit nuk është publikuar asgjë e re.",
  "collection.without_file_one": "Një dokument aktual nuk ka skedar.",
  "collection.without_file_other": "{{count}} dokumente aktuale nuk kanë skedar.",
  "collection.without_english_one": "Një dokument aktual nuk është i plotë në anglisht.",
  "collection.without_english_other": "{{count}} dokumente aktuale nuk janë të plota në anglisht.",
  "collection.full_any_one": "Është publikuar një dokument, i plotë dhe në të dyja gjuhët.",
  "collection.full_any_other": "Janë publikuar {{count}} dokumente, të gjitha të plota dhe në të dyja gjuhët.",
  "collection.full_year": "Dokumenti për vitin {{year}} është publikuar, i plotë dhe në të dyja gjuhët.",
  "collection.full_valid_one": "Një dokument është në fuqi sot, i plotë dhe në të dyja gjuhët.",
  "collection.full_valid_other": "{{count}} dokumente janë në fuqi sot, të gjitha të plota dhe në të dyja gjuhët.",
  "collection.full_recent_one": "Një publikim i kohëve të fundit, i plotë dhe në të dyja gjuhët.",
  "collection.full_recent_other": "{{count}} publikime të kohëve të fundit, të gjitha të plota dhe në të dyja gjuhët.",
  "page.empty": "Procedura nuk është përshkruar ende këtu.",
  "page.full": "Procedura është përshkruar e plotë, në të dyja gjuhët.",
  "page.without_who": "Nuk thuhet për kë është.",
  "page.without_how": "Mungojnë hapat.",
  "page.without_periods": "Mungojnë afatet.",
  "page.without_address": "Mungon adresa.",
  "page.without_form": "Mungon formulari për t’u shkarkuar.",
  "page.without_sections": "Mungojnë shpjegimet.",
  "page.without_legal": "Mungon baza ligjore.",
  "page.without_english": "Një pjesë e tekstit mungon në anglisht.",
  "albums.empty": "Nuk është publikuar ende asnjë fotografi.",
  "albums.without_english_one": "Një titull, mbishkrim ose përshkrim mungon në anglisht.",
  "albums.without_english_other": "{{count}} tituj, mbishkrime ose përshkrime mungojnë në anglisht.",
  "albums.full_one": "Një fotografi, me mbishkrim dhe përshkrim në të dyja gjuhët.",
  "albums.full_other": "{{count}} fotografi, secila me mbishkrim dhe përshkrim në të dyja gjuhët.",
  "social.empty": "Këshilli nuk ka treguar ende asnjë llogari zyrtare.",
  "social.full_one": "Është treguar llogaria zyrtare e Këshillit.",
  "social.full_other": "Janë treguar {{count}} llogaritë zyrtare të Këshillit.",
  "media.empty": "Nuk është treguar ende asnjë kontakt për median.",
  "media.full": "Kontakti për median është treguar me telefon, postë elektronike, orar dhe akreditim.",
  "media.without_phone": "Mungon numri i telefonit.",
  "media.without_email": "Mungon adresa e postës elektronike.",
  "media.without_hours": "Mungon orari.",
  "media.without_accreditation": "Nuk thuhet si akreditohen gazetarët.",
  "board.full": "Kjo pasqyrë është vetë plani: llogaritet nga ajo që është publikuar dhe përtërihet çdo ditë.",
  "feature.missing": "Kjo pjesë e faqes nuk është ende gati. Faqja e saj tregon si veprohet sot në letër.",
  "feature.described": "Procedura është përshkruar, por ende nuk mund të kryhet në internet.",
  ...peopleReadiness,
  ...electionsReadiness,
  ...payReadiness,
  ...draftsReadiness,
  ...planReadiness,
  ...followingReadiness,
  ...recordingsReadiness,
  ...meetingsReadiness,
  ...actsReadiness,
  ...registersReadiness,
  ...calendarReadiness,
} satisfies Record<keyof typeof english, string>;
