import type { registersReadiness as english } from "../../en/readiness/registers.ts";

export const registersReadiness = {
  "registers.empty": "Regjistri i mbledhjeve është bosh.",
  "registers.none_held": "Në regjistër nuk është ende asnjë mbledhje e zhvilluar e Këshillit.",
  "registers.not_current_one": "Në regjistrin e mbledhjeve nuk ka asnjë mbledhje të zhvilluar në ditën e fundit.",
  "registers.not_current_other":
    "Në regjistrin e mbledhjeve nuk ka asnjë mbledhje të zhvilluar të Këshillit në {{count}} ditët e fundit.",
  "registers.without_attendance": "Pjesëmarrja në mbledhjen e fundit të Këshillit nuk është regjistruar.",
  "registers.full_one": "Regjistri ka një mbledhje me pjesëmarrjen e saj, si e dhënë e hapur në të dyja gjuhët.",
  "registers.full_other":
    "Regjistri ka {{count}} mbledhje, me pjesëmarrjen deri te më e fundit, si të dhëna të hapura në të dyja gjuhët.",
} satisfies Record<keyof typeof english, string>;
