import type { letters as english } from "../../en/workspace/letters.ts";

export const letters = {
  off: "Letrat nuk dalin: nuk është caktuar asnjë server poste.",
  off_invitation:
    "Kush ftohet nuk merr asgjë, as më vonë. Operatori i portalit mund ta dorëzojë vetë lidhjen ose cakton postën (SMTP_URL); pastaj ftojeni sërish.",
  off_reset:
    "Drejtojuni operatorit të portalit: ai mund t’jua dorëzojë lidhjen brenda orës ose cakton postën (SMTP_URL); pastaj kërkojeni sërish.",
  off_notice:
    "Anëtarët nuk marrin asgjë, as më vonë: dorëzojuani njoftimin në letër. Pasi operatori i portalit të ketë caktuar postën (SMTP_URL), njoftimi mund të dërgohet sërish nga faqja “Njoftimi me postë”.",
  off_portal:
    "Mungon SMTP_URL. Ftesat, lidhjet për fjalëkalim të ri dhe njoftimet për anëtarët ruhen nën DATA_DIR, te dosja mail; nuk i arrijnë askujt, as më vonë. Lidhja që pret dikush mund të lexohet atje dhe t’i dorëzohet.",
} satisfies Record<keyof typeof english, string>;
