import { formsOn } from "./forms-on.ts";

/** What a browser would send of a form as it stands on a page; nothing where there is no such form. */
export const fieldsOn = (html: string, form = "thing"): Record<string, string> =>
  Object.fromEntries(formsOn(html).find(({ id }) => id === form)?.entries ?? []);
