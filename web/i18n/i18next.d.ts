import type { English } from "./messages.ts";

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "common";
    keySeparator: false;
    nsSeparator: false;
    resources: English;
  }
}
