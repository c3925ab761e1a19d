import type { mailingsErrors as english } from "../../en/errors/mailings.ts";

export const mailingsErrors = {
  "mailings.never_sent": "Njoftimi i kësaj mbledhjeje nuk u është dërguar anëtarëve me postë elektronike.",
  "mailings.member_unknown": "Ky person nuk ekziston.",
  "mailings.none_failed": "Nuk ka kujt t’i dërgohet sërish: asnjë mesazh nuk dështoi dhe asnjë adresë e re nuk dihet.",
} satisfies Record<keyof typeof english, string>;
