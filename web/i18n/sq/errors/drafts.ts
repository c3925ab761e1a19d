import type { draftsErrors as english } from "../../en/errors/drafts.ts";

export const draftsErrors = {
  "drafts.not_found": "Nuk ka një projektakt të tillë.",
  "drafts.hearing_not_found": "Ky projektakt nuk ka përpara një takim të tillë me publikun.",
  "drafts.hearing_without_place": "Thoni ku vijnë njerëzit, ose jepni një lidhje në internet.",
  "drafts.no_such_page": "Lista nuk ka aq faqe. E fundit është faqja {{pages}}.",
  "drafts.already_public": "Ky projektakt është tashmë publik.",
  "drafts.not_published": "Ky projektakt nuk është publik, prandaj askush nuk mund ta komentojë. Publikojeni më parë.",
  "drafts.already_withdrawn": "Ky projektakt është tërhequr tashmë.",
  "drafts.withdrawn": "Ky projektakt u tërhoq më {{date}}.",
  "drafts.moved_meanwhile":
    "Ndërkohë dikush tjetër ka shënuar diçka për këtë projektakt. Shihni më poshtë si qëndron tani dhe vendosni sërish.",
  "drafts.wrong_step": "Ky hap nuk mund të pasojë fazën në të cilën ndodhet projektakti.",
  "drafts.decided_already":
    "Për këtë projektakt është vendosur ose ai është tërhequr. Me të nuk mund të ndodhë më asgjë.",
  "drafts.period_runs": "Komentet priten deri më {{date}}. Koha që ligji u jep njerëzve për to nuk mund të shkurtohet.",
  "drafts.no_period_runs": "Për këtë projektakt nuk ka asnjë afat të hapur për komente.",
  "drafts.period_past_limit": "Ligji lejon e shumta {{number}} ditë pune për komentet.",
  "drafts.period_too_short":
    "Njerëzit kanë {{number}} ditë pune për komentet: afati mund të jetë më i gjatë, kurrë më i shkurtër.",
  "drafts.period_not_longer": "Afati i ri duhet të mbarojë më vonë se ai që është në vijim.",
  "drafts.day_stands": "Kjo është data që qëndron tashmë.",
  "drafts.over_with_that_day":
    "Me këtë datë afati do të kishte mbaruar më {{date}}, ndërsa njerëzve u është thënë një ditë që ende s’ka ardhur.",
  "drafts.slug_malformed": "Adresa ka shkronja të vogla pa shenja, shifra dhe viza.",
  "drafts.proposer_unknown": "Propozuesi nuk gjendet mes personave dhe organeve të Këshillit.",
  "drafts.individual_not_consulted": "Ligji nuk kërkon konsultim për aktet individuale.",
  "drafts.notice_to_come": "Një njoftim që ende nuk është dhënë nuk mund ta nisë afatin e komenteve.",
  "drafts.registered_after_notice":
    "Projektakti nuk mund të jetë regjistruar pas njoftimit të tij të parë, më {{date}}.",
  "drafts.notice_before_registration": "Njoftimi nuk mund të jetë para regjistrimit të projektaktit.",
  "drafts.consultation_before_initiative": "Konsultimi nuk mund të nisë para njoftimit të nismës.",
  "drafts.consultation_before_the_last": "Njoftimi nuk mund të jetë para njoftimit të mëparshëm.",
  "drafts.not_consulted":
    "Roli juaj është për projektaktet që nxirren në konsultim publik: zgjidheni këtu, ose lërjani këtë sekretarit.",
} satisfies Record<keyof typeof english, string>;
