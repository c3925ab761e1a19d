import { phrases } from "../../http/phrases.ts";

const words = {
  sq: phrases("sq", "people"),
  en: phrases("en", "people"),
};

/** What the values of a choice mean, in the words of the pages. @param prefix of the phrases: `role` */
export const choicesFrom = (prefix: "role" | "end" | "gender" | "kind", values: readonly string[]) =>
  values.map((value) => ({
    value,
    label: {
      sq: words.sq(`${prefix}.${value}` as "role.member"),
      en: words.en(`${prefix}.${value}` as "role.member"),
    },
  }));
