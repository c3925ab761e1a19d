import type { TypedValues } from "./typed-values.ts";

/** Fields that nobody may read over a shoulder, and that never travel back: passwords, codes, what proves somebody. */
export const secretFields = ["password", "current", "code", "response", "sealed", "secret", "token"] as const;
export type SecretField = (typeof secretFields)[number];

/** What only steers the sending, and secrets. */
const unsaid = new Set<string>([
  ..."stood tab kept version edit do id seen form element persons step heading next".split(" "),
  ...secretFields,
]);
const isText = /\.(sq|en)$|^(note|reason|text)\b/;
/** Numbers of things, marks of versions, days and figures, choices from a list. */
const isNoWords = /^([0-9a-f-]{36}|[\w-]{43}|[\d.,:/ -]+|[a-z]+(_[a-z]+)*)$/;

/** Of a form that was sent, the fields into which somebody typed texts: without what the form itself has in it. */
export const spokenIn = (values: TypedValues): TypedValues =>
  Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => {
      const [first = ""] = name.split(".");
      if (unsaid.has(first) || first === "choose") return [];
      const texts = [value].flat().filter((text) => text.trim() !== "" && (isText.test(name) || !isNoWords.test(text)));
      return texts.length > 0 ? [[name, texts]] : [];
    }),
  );

/** Those texts alone, for a page that has no such form. */
export const wordsIn = (values: TypedValues): string[] => Object.values(spokenIn(values)).flat();
