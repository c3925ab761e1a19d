import { elements } from "../elements/catalogue.shared.ts";

/** Elements that a procedure can be written for: the pages, and the forms until and beside they are filled in online. */
export const pageElements: ReadonlySet<string> = new Set(
  elements.filter(({ kind }) => kind === "page" || kind === "form").map(({ code }) => code),
);
