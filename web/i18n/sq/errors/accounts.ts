import type { accountsErrors as english } from "../../en/errors/accounts.ts";

export const accountsErrors = {
  "accounts.wrong_credentials": "Posta elektronike ose fjalëkalimi nuk është i saktë.",
  "accounts.too_many_attempts": "Pati tepër përpjekje. Ju lutemi provoni sërish pas {{minutes}} minutash.",
  "accounts.link_unusable": "Kjo lidhje është përdorur, ka skaduar ose nuk është dhënë kurrë. Kërkoni një të re.",
  "accounts.email_taken": "Me këtë postë elektronike ka tashmë një llogari.",
  "accounts.not_found": "Nuk ka llogari të tillë.",
  "accounts.sign_in_first": "Së pari hyni në llogari.",
  "accounts.not_allowed": "Roli juaj nuk e përfshin këtë. Sekretari i Këshillit ju tregon kush mund ta bëjë.",
  "accounts.password_short": "Fjalëkalimi duhet të ketë të paktën 12 shenja.",
  "accounts.password_known": "Fjalëkalimi nuk mund të jetë posta elektronike ose emri juaj.",
  "accounts.password_simple": "Fjalëkalimi përsërit tepër pak shenja të ndryshme.",
  "accounts.code_wrong": "Kodi nuk është i saktë ose është përdorur tashmë.",
  "accounts.passkey_refused":
    "Ky çelës kalimi nuk njihet këtu ose ka kaluar tepër kohë. Provoni sërish ose vazhdoni në mënyrën tjetër.",
  "accounts.passkey_taken": "Ky çelës kalimi është tashmë në përdorim.",
  "accounts.passkeys_many": "Keni aq çelësa kalimi sa mund të ketë një llogari. Hiqni më parë njërin.",
  "accounts.password_wrong": "Ky nuk është fjalëkalimi juaj.",
  "accounts.last_secretary": "Këshilli do të mbetej pa sekretar. Së pari bëjeni sekretar dikë tjetër.",
  "accounts.control_character": "Kjo shkruhet në një rresht të vetëm.",
  "accounts.no_role": "Zgjidhni të paktën një rol.",
  "accounts.unknown_role": "Nuk ka rol të tillë.",
  "accounts.person_missing": "Zgjidhni kush është këshilltari në regjistër.",
  "accounts.person_unknown": "Regjistri nuk e ka këtë person.",
  "accounts.person_taken": "Këtij personi i përket tashmë një llogari tjetër.",
} satisfies Record<keyof typeof english, string>;
