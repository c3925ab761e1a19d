import type { TypedValues } from "./typed-values.ts";

/** What only steers the sending, and what nobody may read over a shoulder. */
const unsaid = new Set(
  "stood tab kept version edit do id seen form element persons step heading current password code response sealed secret token".split(
    " ",
  ),
);
const isText = /\.(sq|en)$|^(note|reason|text)\b/;
/** Numbers of things, marks of versions, days and figures, choices from a list. */
const isNoWords = /^([0-9a-f-]{36}|[\w-]{43}|[\d.,:/ -]+|[a-z]+(_[a-z]+)*)$/;

/** The texts that somebody typed into a form, without what the form itself has in it, for a page that has no such form. */
export const wordsIn = (values: TypedValues): string[] =>
  Object.entries(values).flatMap(([name, value]) => {
    const [first = ""] = name.split(".");
    if (unsaid.has(first) || first === "choose") return [];
    return [value].flat().filter((text) => text.trim() !== "" && (isText.test(name) || !isNoWords.test(text)));
  });
