import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { partCodes } from "../../server/features/elements/catalogue.shared.ts";
import { levels } from "../../server/features/elements/verdict.ts";
import { type FieldDefinition, publicationKinds } from "../../server/features/publications/kinds.shared.ts";
import { messages, type Namespace } from "../../web/i18n/messages.ts";

const namespaces = Object.keys(messages.en) as Namespace[];
const phrasesOf = (namespace: Namespace, language: "sq" | "en") =>
  messages[language][namespace] as Record<string, string>;

interface ComposedPhrases {
  namespace: Namespace;
  prefix: string;
  rest: readonly string[];
  because: string;
}

/** As the source names a phrase: its count chooses the form. */
const named = (key: string) => key.replace(/_(one|other)$/, "");

const sources = globSync("{server,web}/**/*.{ts,tsx}", {
  exclude: (name) => /dist|\.test\.|i18n|fixture|test-support/.test(String(name)),
}).map((file) => ({ file, text: readFileSync(file, "utf8") }));

const kinds = Object.values(publicationKinds);
const fieldsOf = (field: FieldDefinition): FieldDefinition[] => [field, ...(field.columns ?? []).flatMap(fieldsOf)];
const fields = kinds.flatMap((kind) => kind.fields.flatMap(fieldsOf));

/** Each feature lists its own in a file beside this one. */
async function featurePhrases(): Promise<ComposedPhrases[]> {
  const files = globSync("composed-phrases/*.ts", { cwd: import.meta.dirname });
  const modules = await Promise.all(files.map((file) => import(join(import.meta.dirname, file))));
  return modules.flatMap((module) => module.default as ComposedPhrases[]);
}

/** Phrases whose name the source puts together, and all that it may put together. */
const composed: ComposedPhrases[] = [
  ...(await featurePhrases()),
  { namespace: "common", prefix: "readiness.", rest: levels, because: "an element is at one of the levels" },
  {
    namespace: "common",
    prefix: "file.language_",
    rest: ["sq", "en", "mul"],
    because: "a file is in one language or several",
  },
  { namespace: "elements", prefix: "lead_", rest: partCodes, because: "each part has its sentence" },
  {
    namespace: "elements",
    prefix: "days_",
    rest: ["working", "calendar"],
    because: "a period counts one kind of days",
  },
  {
    namespace: "collections",
    prefix: "column_",
    rest: [...new Set(kinds.map(({ dated, dating }) => dated ?? dating))],
    because: "a collection is dated in one way",
  },
  {
    namespace: "publications",
    prefix: "field.",
    rest: fields.map(({ name }) => name),
    because: "typed fields are data",
  },
  {
    namespace: "publications",
    prefix: "choice.",
    rest: fields.flatMap(({ name, choices = [] }) => choices.map((choice) => `${name}.${choice}`)),
    because: "the values of typed fields are data",
  },
  {
    namespace: "publications",
    prefix: "noun.",
    rest: kinds.map(({ element }) => element),
    because: "each collection counts its own",
  },
  {
    namespace: "home",
    prefix: "ask_",
    rest: ["information", "complaint", "petition", "comment", "attend"].flatMap((wish) => [wish, `${wish}_text`]),
    because: "what residents come for is a list",
  },
  {
    namespace: "directory",
    prefix: "county.",
    rest: [
      "berat",
      "diber",
      "durres",
      "elbasan",
      "fier",
      "gjirokaster",
      "korce",
      "kukes",
      "lezhe",
      "shkoder",
      "tirane",
      "vlore",
    ],
    because: "Albania has twelve counties",
  },
  {
    namespace: "directory",
    prefix: "what_",
    rest: ["elements", "languages", "open"].flatMap((fact) => [fact, `${fact}_text`]),
    because: "the facts are a list",
  },
  {
    namespace: "plain",
    prefix: "",
    rest: ["unknown_host", "suspended", "unavailable", "broken", "not_found", "refused"].flatMap((kind) => [
      `${kind}_title`,
      `${kind}_text`,
    ]),
    because: "the page in one file is given its kind",
  },
  {
    namespace: "readiness",
    prefix: "page.without_",
    rest: ["who", "how", "periods", "address", "form", "sections", "legal"],
    because: "a procedure has parts",
  },
  {
    namespace: "readiness",
    prefix: "media.without_",
    rest: ["phone", "email", "hours", "accreditation"],
    because: "a contact has parts",
  },
  {
    namespace: "deadlines",
    prefix: "on.",
    rest: ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"],
    because: "a day falls on a weekday",
  },
  {
    namespace: "deadlines",
    prefix: "period.",
    rest: ["working", "calendar", "months", "hours"],
    because: "a period has a unit",
  },
  { namespace: "deadlines", prefix: "ends.", rest: ["working", "calendar", "months"], because: "a period has a unit" },
  {
    namespace: "deadlines",
    prefix: "set_by.",
    rest: ["council", "law", "case"],
    because: "a period was set by somebody",
  },
];

/** Phrases that travel as data from where they are found to be true to where they are said. */
const travelling: Partial<Record<Namespace, RegExp>> = {
  errors: /^server\//,
  fields: /^server\//,
  readiness: /^server\/features\/([\w-]+\/[\w-]+\.readiness|elements\/)/,
};

function speaks(namespace: Namespace, { file, text }: { file: string; text: string }): boolean {
  if (travelling[namespace]?.test(file)) return true;
  if (namespace === "common" && /\buseT\(\)/.test(text)) return true;
  return new RegExp(`\\b(useT\\(|phrases\\([^)]*?, |messages\\.\\w+\\.|lookUp\\()"?${namespace}\\b`).test(text);
}

/** Every code of a failure that the server names, with or without what fills its sentence. */
const failures = sources
  .filter(({ file }) => file.startsWith("server/"))
  .flatMap(({ file, text }) => {
    const thrown = [...text.matchAll(/new AppError\(\s*(?:[^"()]*\? )?"([\w.]+)"(?: : "([\w.]+)")?/g)];
    const noted = [...text.matchAll(/\bcode(?::| =) "([a-z]+\.[a-z_]+)"(,\s*params\b)?/g)];
    // Columns of a table that is called like a feature look the same in a query, which names no failures.
    const judged = [
      ...(file.endsWith(".queries.ts") ? "" : text).matchAll(
        /, "((?:date|text|settings|input|filter|fields|email|mail|http|publications|albums|photos|pages|files|documents|deadlines|people|bodies|parties|elections|pay|drafts|plan|meetings|acts|accounts|registers|operators|import|number|url)\.[a-z_]+)"\)/g,
      ),
    ];
    return [
      ...thrown.flatMap(([, one, other]) => [one, other]).map((code) => ({ file, code, isFilled: true })),
      ...[...noted, ...judged].map(([, code, filled]) => ({ file, code, isFilled: filled !== undefined })),
    ].filter((found): found is { file: string; code: string; isFilled: boolean } => found.code !== undefined);
  });

const placeholders = (phrase: string) => [...phrase.matchAll(/\{\{\s*(\w+)\s*\}\}/g)].map(([, name]) => name!).sort();

describe.each(namespaces)("The phrases of %s", (namespace) => {
  const english = phrasesOf(namespace, "en");
  const albanian = phrasesOf(namespace, "sq");
  const keys = Object.keys(english);
  const speakers = sources.filter((source) => speaks(namespace, source));

  it("are the same in both languages, with the same places to fill in", () => {
    expect(Object.keys(albanian).sort()).toEqual([...keys].sort());
    // "One document" need not say the number again.
    const filled = (key: string, phrase: string) =>
      placeholders(phrase).filter((name) => !(key.endsWith("_one") && name === "count"));
    const unequal = keys.filter((key) => `${filled(key, english[key]!)}` !== `${filled(key, albanian[key]!)}`);
    expect(unequal).toEqual([]);
  });

  it("are whole: no empty one, no stray spaces, no double ones", () => {
    for (const phrases of [english, albanian])
      for (const [key, phrase] of Object.entries(phrases)) expect(phrase, key).toMatch(/^\S(?:.*\S)?$/s);
    for (const phrases of [english, albanian])
      expect(Object.entries(phrases).filter(([, phrase]) => / {2}|\.\.\.|'|"/.test(phrase))).toEqual([]);
  });

  it("have both forms where something is counted", () => {
    const forms = keys.filter((key) => key.endsWith("_one") || placeholders(english[key]!).includes("count"));
    const halves = forms.map(named).filter((key) => !(`${key}_one` in english && `${key}_other` in english));
    const doubled = forms.map(named).filter((key) => key in english);
    expect({ halves, doubled }).toEqual({ halves: [], doubled: [] });
  });

  it("are all said somewhere", () => {
    const put = new Set(
      composed
        .filter((each) => each.namespace === namespace)
        .flatMap(({ prefix, rest }) => rest.map((end) => prefix + end)),
    );
    const isSaid = (key: string) => put.has(key) || speakers.some(({ text }) => text.includes(`"${key}"`));
    expect(keys.filter((key) => !isSaid(key) && !isSaid(named(key)))).toEqual([]);
  });

  it("exist for everything that the source may put together", () => {
    const known = new Set([...keys, ...keys.map(named)]);
    const missing = composed
      .filter((each) => each.namespace === namespace)
      .flatMap(({ prefix, rest }) => rest.map((end) => prefix + end).filter((key) => !known.has(key)));
    expect([...new Set(missing)]).toEqual([]);
  });
});

it("Every name of a phrase that the source puts together is on the list", () => {
  const prefixes = new Set(composed.map(({ prefix }) => prefix).filter(Boolean));
  const unlisted = sources
    .filter((source) => namespaces.some((namespace) => namespace !== "errors" && speaks(namespace, source)))
    .flatMap(({ file, text }) =>
      [...text.matchAll(/(?:\b(?:t|common|labels|labelled|inBoth)\(|\bkey:)\s*`([\w.]*)\$\{/g)]
        .map(([, prefix]) => prefix!)
        .filter((prefix) => prefix !== "" && !prefixes.has(prefix))
        .map((prefix) => `${prefix} in ${file}`),
    );
  expect(unlisted).toEqual([]);
});

describe("Every failure that the server names", () => {
  const sentence = (code: string) =>
    (code.startsWith("fields.") ? messages.en.fields : messages.en.errors)[code as never] as string | undefined;

  it("is found", () => expect(new Set(failures.map(({ code }) => code)).size).toBeGreaterThan(70));

  it("has a sentence", () => {
    expect(failures.filter(({ code }) => sentence(code) === undefined)).toEqual([]);
  });

  it("is told of a field in a sentence that needs nothing filled in", () => {
    const filled = new Set(failures.filter(({ isFilled }) => isFilled).map(({ code }) => code));
    const gaping = failures.filter(({ code }) => !filled.has(code) && placeholders(sentence(code) ?? "").length > 0);
    expect(gaping).toEqual([]);
  });
});
