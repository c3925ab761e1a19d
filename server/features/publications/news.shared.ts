import type { FieldDefinition, PublicationKind } from "./kinds.shared.ts";

/** What a text is about; one list for news, statements, guides and leaflets, so that a reader learns it once. */
export const topics = [
  "council",
  "budget",
  "taxes",
  "services",
  "water",
  "roads",
  "education",
  "culture",
  "social",
  "environment",
  "territory",
  "economy",
  "emergencies",
  "participation",
  "transparency",
] as const;

export const topic: FieldDefinition = {
  name: "topic",
  kind: "choice",
  choices: topics,
  required: true,
  inList: true,
  filter: true,
};
export const audience = (...choices: string[]): FieldDefinition => ({
  name: "audience",
  kind: "choices",
  choices,
  required: true,
  inList: true,
  filter: true,
});
export const rows = (name: string, ...columns: FieldDefinition[]): FieldDefinition => ({
  name,
  kind: "rows",
  columns,
  required: true,
});

/** Collections that are read like a newspaper; all others are registers. Their kinds go with every headline. */
export const news = {
  "II.7.1": {
    element: "II.7.1",
    dating: "date",
    coverage: { rule: "recent", days: 90 },
    filesRequired: false,
    fields: [
      audience("citizens", "businesses", "visitors"),
      { name: "validUntil", kind: "date", inList: true },
      { name: "place", kind: "localized", maximum: 200 },
    ],
  },
  "IV.1.1": {
    element: "IV.1.1",
    dating: "date",
    coverage: { rule: "any" },
    filesRequired: false,
    photo: true,
    fields: [
      topic,
      audience("citizens", "businesses", "youth", "communityStructures", "councillors"),
      rows(
        "steps",
        { name: "step", kind: "localized", required: true, maximum: 120 },
        { name: "explanation", kind: "paragraph", required: true, maximum: 1000 },
      ),
    ],
  },
  "V.1.1": {
    element: "V.1.1",
    dating: "date",
    coverage: { rule: "recent", days: 90 },
    filesRequired: false,
    photo: true,
    fields: [topic],
  },
  "V.1.2": {
    element: "V.1.2",
    dating: "date",
    coverage: { rule: "recent", days: 180 },
    filesRequired: false,
    fields: [topic, { name: "spokesperson", kind: "localized", maximum: 200 }],
  },
} as const satisfies Record<string, PublicationKind>;

/** The kind of a collection that is read like a newspaper, or undefined when the element is none. */
export const newsKind = (element: string): PublicationKind | undefined =>
  Object.hasOwn(news, element) ? news[element as keyof typeof news] : undefined;
