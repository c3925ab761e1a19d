import type { payErrors as english } from "../../en/errors/pay.ts";

export const payErrors = {
  "pay.rate_not_found": "Kjo masë page nuk gjendet këtu.",
  "pay.rate_is_paid":
    "Me këtë masë është paguar dikush: kjo nuk ndryshon më. Jepini ditën e fundit dhe krijoni një masë të re.",
  "pay.rates_overlap": "Në disa prej këtyre ditëve është tashmë në fuqi një masë për të njëjtën gjë.",
  "pay.month_not_found": "Për këtë muaj nuk është shënuar asgjë.",
  "pay.month_there_already": "Ky muaj është shënuar tashmë.",
  "pay.month_public_already": "Ky muaj është publik tashmë.",
  "pay.month_not_published": "Ky muaj nuk është publik.",
  "pay.month_out_of_range": "Muaji është nga 1 deri në 12, viti nga 2000 deri në 2199.",
  "pay.month_to_come": "Ky muaj ende nuk ka filluar.",
  "pay.without_entries": "Një muaj ka të paktën një pagesë.",
  "pay.too_many_entries": "Kaq shumë pagesa nuk mund të jenë në një muaj.",
  "pay.rate_ends_before_it_begins": "Dita e fundit vjen para së parës.",
  "pay.paid_twice": "I njëjti person paguhet dy herë me këtë masë.",
  "pay.person_unknown": "Ky person nuk gjendet këtu.",
  "pay.rate_unknown": "Kjo masë page nuk gjendet këtu.",
  "pay.rate_not_in_force": "Kjo masë nuk është në fuqi në atë muaj.",
  "pay.meetings_required": "Kjo masë paguhet për mbledhje: shënoni për sa.",
  "pay.meetings_not_counted": "Kjo masë paguhet në muaj: mbledhjet nuk numërohen.",
  "pay.differs_without_note": "Kjo nuk është shuma që jep masa. Shtoni një shënim që thotë pse.",
  "pay.month_is_public": "Muaji që është publik tërhiqet më parë; pastaj mund të fshihet.",
} satisfies Record<keyof typeof english, string>;
