import type { Namespace } from "../../web/i18n/messages.ts";
import { fold } from "../fold.shared.ts";
import { phrases } from "../http/phrases.ts";

interface InBoth {
  sq: string;
  en: string;
}

/** A value that may stand in a column, by its own name or as people call it. */
export interface Choice {
  value: string;
  label: InBoth;
  /** Other ways to write it. */
  also?: readonly string[];
}

/**
 * A column that an import knows. The reader, the sample file and the page that explains it are all made from this, so that
 * they say the same.
 */
export interface ImportColumn {
  /** `snake_case`, the same as in the register's table; may be the header. */
  name: string;
  required?: boolean;
  /** The header in the sample file; each of both may be the header. */
  label: InBoth;
  /** Other headers that mean it. */
  also?: readonly string[];
  /** What is to be written here, in a sentence. */
  meaning: InBoth;
  /** What stands in the sample's row; nothing where it is empty. */
  example?: string;
  /** In the sample a day and a number are typed cells. */
  kind?: "text" | "day" | "number";
  choices?: readonly Choice[];
}

/** Values with the names that the site's phrases give them: `choicesOf("matters", "type.", actTypes)`. */
export const choicesOf = (namespace: Namespace, prefix: string, values: readonly string[]): Choice[] =>
  values.map((value) => {
    const key = `${prefix}${value}` as "type.decision";
    return {
      value,
      label: { sq: phrases("sq", namespace as "matters")(key), en: phrases("en", namespace as "matters")(key) },
    };
  });

export const yesOrNo: readonly Choice[] = [
  { value: "yes", label: { sq: "po", en: "yes" }, also: ["true", "1", "x"] },
  { value: "no", label: { sq: "jo", en: "no" }, also: ["false", "0"] },
];

/** Headers are compared without case, marks and punctuation. */
export const headed = (header: string) => fold(header).replaceAll(" ", "_");

/** What a column is called in a sentence of either language: `Emri / Name`. */
export const headerOf = ({ label: { sq, en } }: Pick<ImportColumn, "label">) => (sq === en ? sq : `${sq} / ${en}`);

/** What a cell means: the value behind a name that people use for it, else the text as it is. */
export function valueIn({ choices }: Pick<ImportColumn, "choices">, cell: string): string {
  const said = fold(cell);
  const chosen = choices?.find(({ value, label, also = [] }) =>
    [value, label.sq, label.en, ...also].some((one) => fold(one) === said),
  );
  return chosen?.value ?? cell;
}
