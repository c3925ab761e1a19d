import type { operatorsErrors as english } from "../../en/errors/operators.ts";

export const operatorsErrors = {
  "operators.hand_over_unusable":
    "Ky kalim është përdorur, ka skaduar ose nuk është për këtë këshill. Kërkoni një të ri në konsolën e operatorit.",
  "operators.council_unknown": "Nuk ka këshill të tillë.",
  "operators.council_suspended":
    "Faqja e këtij këshilli është e mbyllur përkohësisht, e bashkë me të edhe hapësira e punës.",
  "operators.reason_short": "Thoni me një fjali pse hyni: këshilli do ta lexojë.",
} satisfies Record<keyof typeof english, string>;
