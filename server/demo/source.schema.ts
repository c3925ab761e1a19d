import * as v from "valibot";
import { Contacts, Modules, Numbering } from "../features/settings/settings.schema.ts";
import { localizedText } from "../text.schema.ts";

/**
 * A day in the demo's world, told relative to the day on which that world ends: so many days ago, or the latest such day
 * of the year (`"last": "03-20"`), `back` years before it. Days on a weekend move to the Friday before. Or so many days after
 * the council adopted something (the latest such act, or the one `back` before it), or after its n-th last ordinary sitting.
 */
export const Anchor = v.union([
  v.strictObject({ daysAgo: v.pipe(v.number(), v.integer(), v.minValue(0)) }),
  v.strictObject({
    last: v.pipe(v.string(), v.regex(/^[01]\d-[0-3]\d$/)),
    back: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
  }),
]);
const afterWork = { days: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))) };
const WorkAnchor = v.union([
  Anchor,
  v.strictObject({ act: v.string(), back: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))), ...afterWork }),
  v.strictObject({ sitting: v.pipe(v.number(), v.integer(), v.minValue(1)), ...afterWork }),
]);
export type WorkAnchor = v.InferOutput<typeof WorkAnchor>;
export type Anchor = v.InferOutput<typeof Anchor>;

const html = v.array(v.pipe(v.string(), v.startsWith("<")));
const Html = v.strictObject({ sq: html, en: v.optional(html) });

const Block = v.variant("kind", [
  v.strictObject({ kind: v.literal("heading"), level: v.picklist([2, 3]), text: v.string() }),
  v.strictObject({
    kind: v.literal("blank"),
    label: v.string(),
    hint: v.optional(v.string()),
    lines: v.optional(v.number()),
  }),
  v.strictObject({ kind: v.literal("ticks"), label: v.string(), options: v.array(v.string()) }),
  v.strictObject({ kind: v.literal("html"), html: html }),
]);

/** A file beside a text. A PDF is set from `blocks`, else from the publication itself; a CSV from its `rows`. */
const File = v.variant("type", [
  v.strictObject({
    type: v.literal("pdf"),
    name: v.string(),
    title: v.optional(localizedText()),
    language: v.optional(v.picklist(["sq", "en"])),
    layout: v.picklist(["act", "report", "form", "leaflet"]),
    genre: v.optional(v.string()),
    number: v.optional(v.string()),
    heading: v.optional(v.string()),
    summary: v.optional(v.string()),
    blocks: v.optional(v.array(Block)),
    signatures: v.optional(v.picklist(["chair", "secretaryAndChair"])),
  }),
  v.strictObject({
    type: v.literal("csv"),
    name: v.string(),
    title: localizedText(),
    rows: v.array(v.array(v.string())),
  }),
]);
export type FileSource = v.InferOutput<typeof File>;

const Photo = v.strictObject({
  photo: v.pipe(v.string(), v.regex(/^[a-z-]+$/)),
  caption: localizedText(),
  alternative: localizedText(),
});

export const PublicationSource = v.strictObject({
  element: v.string(),
  slug: v.string(),
  on: WorkAnchor,
  /** Of a collection dated by year: years from `on`'s (0, -1, 1), or a year of its own (1998). */
  year: v.optional(v.number()),
  period: v.optional(v.strictObject({ from: v.string(), to: v.string() })),
  title: localizedText(),
  summary: v.optional(localizedText(1000)),
  body: v.optional(Html),
  tags: v.optional(v.array(v.string())),
  fields: v.record(v.string(), v.unknown()),
  files: v.optional(v.array(File)),
  photo: v.optional(Photo),
});
export type PublicationSource = v.InferOutput<typeof PublicationSource>;

export const PageSource = v.strictObject({
  element: v.string(),
  on: Anchor,
  lead: localizedText(1000),
  who: v.optional(Html),
  how: v.optional(v.array(v.strictObject({ title: localizedText(), text: localizedText(2000) }))),
  periods: v.optional(
    v.array(
      v.strictObject({
        what: localizedText(),
        days: v.strictObject({ number: v.number(), unit: v.picklist(["working", "calendar"]) }),
        law: v.string(),
        article: v.string(),
        status: v.picklist(["V", "M+", "M", "M−"]),
      }),
    ),
  ),
  fees: v.optional(Html),
  address: v.optional(Html),
  sections: v.optional(v.array(v.strictObject({ title: localizedText(), text: Html }))),
  legal: v.optional(v.array(localizedText())),
  files: v.optional(v.array(File)),
  /** The name of the file that is the blank form. */
  form: v.optional(v.string()),
});
export type PageSource = v.InferOutput<typeof PageSource>;

export const AlbumSource = v.strictObject({
  slug: v.string(),
  on: Anchor,
  title: localizedText(),
  summary: localizedText(1000),
  photos: v.pipe(v.array(Photo), v.minLength(1)),
});
export type AlbumSource = v.InferOutput<typeof AlbumSource>;

const Signature = v.strictObject({ role: v.string(), name: v.string() });

/** `settings.json`: what the registry and the settings hold, and how the council's papers are headed and signed. */
export const CouncilSource = v.strictObject({
  names: v.strictObject({ place: localizedText(), municipality: localizedText(), council: localizedText() }),
  county: v.string(),
  state: v.picklist(["onboarding", "live"]),
  languages: v.array(v.picklist(["sq", "en"])),
  /** A preset of `tenants/themes`. */
  theme: v.pipe(v.string(), v.regex(/^[a-z]+$/)),
  emblem: v.string(),
  modules: Modules,
  contacts: Contacts,
  numbering: Numbering,
  papers: v.strictObject({
    letterhead: v.strictObject({ sq: v.array(v.string()), en: v.array(v.string()) }),
    footer: v.strictObject({ sq: v.string(), en: v.string() }),
    chair: Signature,
    secretary: Signature,
  }),
});
export type CouncilSource = v.InferOutput<typeof CouncilSource>;
