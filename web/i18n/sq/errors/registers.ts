import type { registersErrors as english } from "../../en/errors/registers.ts";

export const registersErrors = {
  "registers.declined": "Këshilli thotë se nuk e ka këtë, prandaj regjistri nuk jepet. Arsyen e tregon faqja e tij.",
  "registers.not_found": "Nuk ka regjistër “{{name}}”.",
  "registers.busy": "Po përgatiten tepër skedarë Excel njëherësh. Provoni përsëri pas pak ose merrni CSV-në.",
  "registers.too_large_for_a_workbook":
    "{{total}} rreshta janë tepër për një skedar Excel, që mban më së shumti {{maximum}}. Ngushtojeni listën me një filtër ose merrni CSV-në.",
} satisfies Record<keyof typeof english, string>;
