import type { editingErrors as english } from "../../en/errors/editing.ts";

export const editingErrors = {
  "editing.no_such_kind": "Ky lloj nuk redaktohet këtu.",
  "editing.element_not_chosen": "Zgjidhni më parë ku do të qëndrojë: te lista, sipas koleksionit.",
  "editing.not_there": "Kjo që kërkoni nuk ekziston, ose nuk është e këtij këshilli.",
  "editing.papers_unseen": "Ka skedarë pa tekst: shihini dhe konfirmoni.",
  "editing.persons_named": "Teksti duket se flet për persona: shiheni dhe konfirmoni.",
  "editing.nothing_to_read": "Nuk ka as tekst, as skedar: shtojini, ose konfirmoni se kështu duhet.",
  "editing.in_bin": "Kjo gjendet në kosh. Nxirreni prej tij para se ta ndryshoni.",
  "editing.not_in_bin": "Kjo nuk gjendet në kosh.",
  "editing.public_stays":
    "Ajo që është publike, ose ka kohën e caktuar për publikim, nuk hidhet në kosh. Tërhiqeni më parë.",
  "editing.withdrawn_stays":
    "Kjo ka qenë publike dhe regjistri e tregon si të tërhequr. Numri dhe adresa e saj mbeten.",
  "editing.named_elsewhere": "Diçka tjetër i referohet.",
  "editing.time_past": "Kjo kohë ka kaluar. Zgjidhni një që vjen, ose lëreni bosh që të publikohet tani.",
  "editing.time_far": "Koha e publikimit është më së shumti {{years}} vjet nga sot.",
  "editing.always_public": "Kjo është publike sapo ruhet: as publikohet, as tërhiqet.",
  "editing.no_such_revision": "Ky version nuk ekziston.",
  "editing.version_unknown": "Ky version nuk njihet. Hapeni formularin sërish.",
  "editing.form_too_large": "Formulari është më i madh se sa mund të ruhet.",
  "editing.too_many_edits": "Keni {{maximum}} formularë të paruajtur. Ruani ose hidhni disa prej tyre.",
  "editing.kept_elsewhere": "Formularin e ruajti ndërkohë një faqe tjetër që keni hapur.",
  "editing.saved_since": "Ky formular është ruajtur ndërkohë.",
  "editing.no_page": "Kjo nuk ka faqe të vetën për publikun.",
  "editing.not_submitted":
    "Kjo nuk pret miratim: nuk është dërguar për miratim, ose ndërkohë është kthyer a publikuar.",
  "editing.changed_since_submitted": "Kjo është ndryshuar pasi u dërgua për miratim. Duhet dërguar sërish.",
  "editing.changed_by_publishers":
    "Kjo është publike dhe Këshilli kërkon miratim: e ndryshon kush ka të drejtë të publikojë.",
  "editing.saved_directly": "Këtë tani mund ta ruani vetë: nuk ka nevojë të propozohet.",
  "editing.proposal_changed": "Ndërkohë u propozua diçka tjetër. Shiheni edhe një herë.",
  "editing.no_proposal": "Nuk ka më ndryshim të propozuar: ndërkohë u mor mbrapsht, u kthye ose u ruajt.",
  "editing.operators_stand_aside":
    "Operatori i portalit nuk është personi i dytë i këshillit: dërgimi për miratim dhe miratimi u takojnë njerëzve të tij.",
  "editing.already_public": "Kjo është tashmë publike: nuk ka çfarë të dërgohet për miratim.",
  "editing.own_submission": "Këtë e keni dërguar ju për miratim: e publikon dikush tjetër.",
  "editing.fixed": "Kjo nuk ndryshon më pasi është krijuar.",
  "editing.not_yours": "Këtë e mban sekretari në regjistër dhe nuk ndryshohet nga profili juaj.",
} satisfies Record<keyof typeof english, string>;
