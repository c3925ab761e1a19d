import type { accounts as english } from "../../en/workspace/accounts.ts";

export const accounts = {
  sign_in: "Hyrja",
  sign_in_lead: "Për ata që përgatitin dhe publikojnë punën e Këshillit. Llogaritë jepen me ftesë.",
  sign_in_send: "Hyni",
  done_signed_out: "Dolët nga hapësira e punës.",
  email: "Posta elektronike",
  password: "Fjalëkalimi",
  name: "Emri juaj",
  name_hint: "Ashtu si do të shfaqet pranë ndryshimeve që bëni.",
  new_password: "Zgjidhni një fjalëkalim",
  new_password_hint: "Të paktën 12 shenja. Më të mirat janë disa fjalë që vetëm ju do t’i vinit bashkë.",
  invitation: "Pranoni ftesën",
  invitation_lead: "Llogaria juaj do të jetë {{email}}.",
  invitation_send: "Pranoj dhe vazhdoj",
} satisfies Record<keyof typeof english, string>;
