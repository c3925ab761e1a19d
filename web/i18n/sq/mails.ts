import type { mails as english } from "../en/mails.ts";

export const mails = {
  invitation_subject: "Ftesë në hapësirën e punës: {{council}}",
  invitation_text:
    "Përshëndetje,\n\njeni ftuar në hapësirën e punës të faqes “{{council}}”, ku përgatitet dhe publikohet faqja e Këshillit. Me këtë lidhje zgjidhni fjalëkalimin; ajo vlen një herë të vetme dhe për shtatë ditë:\n\n{{link}}\n\nNëse nuk e prisnit këtë ftesë, mos bëni asgjë: pa ju nuk hapet asnjë llogari.",
  reset_subject: "Fjalëkalim i ri për hapësirën e punës: {{council}}",
  reset_text:
    "Përshëndetje,\n\ndikush, me gjasë ju, ka kërkuar një fjalëkalim të ri për hapësirën e punës të faqes “{{council}}”. Me këtë lidhje e zgjidhni; ajo vlen një herë të vetme dhe për një orë:\n\n{{link}}\n\nNëse nuk ishit ju, mos bëni asgjë: fjalëkalimi juaj mbetet ai që ishte.",
} satisfies Record<keyof typeof english, string>;
