import { createHash } from "node:crypto";
import type { CollectionFieldSchema } from "typesense/lib/Typesense/Collection.js";
import { stemDictionary, synonymSets } from "../../albanian/albanian.ts";

/** The version of Typesense whose API documentation this driver follows, and the oldest that it works with. */
export const documentedVersion = "30.2";
export const oldestMajor = 30;

/** Words to their roots, from the same lists as our stems. Made once: some 47,000 lines. */
let lines: { word: string; root: string }[] | undefined;
export const dictionaryLines = () => {
  lines ??= [...stemDictionary()];
  return lines;
};
export const dictionaryText = () =>
  dictionaryLines()
    .map((line) => JSON.stringify(line))
    .join("\n");
export const synonyms = () => ({ items: synonymSets("words") });

const hash = (value: unknown) => createHash("sha256").update(JSON.stringify(value)).digest("hex").slice(0, 10);

const optional = { optional: true } as const;
const facet = { facet: true } as const;
/** Kept and given back, but not held in memory. */
const shown = { type: "string", index: false, optional: true } as const;

/**
 * The fields of an entry (what is found) and of its passages (stretches of what it says, of which the best is shown). Both
 * carry the council; visibility, language and sites are the entry's.
 */
const fields = (dictionary: string): CollectionFieldSchema[] => [
  { name: "tenant_id", type: "string", ...facet },
  { name: "part", type: "string" },
  { name: "subject", type: "string" },
  { name: "put", type: "string" },
  { name: "written_at", type: "int64" },
  // Stems of everything it says, exact keys of references among them.
  { name: "words", type: "string", store: false },
  { name: "entry", type: "string", ...facet, ...optional },
  { name: "number", type: "int32", ...optional },
  { name: "page", type: "int32", ...optional, index: false },
  { name: "text", ...shown },
  { name: "head", type: "string", store: false, ...optional },
  { name: "typed", type: "string", store: false, ...optional },
  { name: "length", type: "int32", ...optional },
  { name: "kind", type: "string", ...facet, ...optional },
  { name: "language", type: "string", ...optional },
  { name: "sites", type: "string[]", ...optional },
  { name: "visible_from", type: "int64", ...optional },
  { name: "day", type: "int32", ...optional },
  { name: "year", type: "int32", ...facet, ...optional },
  { name: "body", type: "string", ...facet, ...optional },
  { name: "topic", type: "string", ...facet, ...optional },
  // As it is written, for words that are misspelt: forms of a word are one there too.
  { name: "said_sq", type: "string", stem_dictionary: dictionary, ...optional },
  { name: "said_en", type: "string", stem: true, locale: "en", ...optional },
  { name: "shown", ...shown },
  { name: "is_swept", type: "bool", ...optional },
];

/** What is ours in a cluster, by name. Each thing has its content in its name: another content is another thing beside it. */
export interface Names {
  /** By which it is searched; everything of ours begins so, and others may live beside it. */
  alias: string;
  collection: string;
  dictionary: string;
  synonyms: string;
}

const schemaWith = (dictionary: string, synonymSet: string) => ({
  fields: fields(dictionary),
  synonym_sets: [synonymSet],
});

export function namesUnder(alias: string): Names {
  const dictionary = `${alias}_sq_${hash(dictionaryLines())}`;
  const synonymSet = `${alias}_sq_${hash(synonyms())}`;
  const collection = `${alias}_${hash(schemaWith(dictionary, synonymSet))}`;
  return { alias, collection, dictionary, synonyms: synonymSet };
}

export const schemaOf = (names: Names) => ({ name: names.collection, ...schemaWith(names.dictionary, names.synonyms) });
