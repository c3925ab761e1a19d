import * as v from "valibot";
import { isoDate, Localized, localizedHtml, localizedText } from "../../text.schema.ts";
import { DocumentHistory } from "../documents/documents.schema.ts";
import { elementCodes } from "../elements/catalogue.shared.ts";
import type { Contacts } from "../settings/settings.schema.ts";

/**
 * How sure a period is: seen in the source that quotes the law, likely, not yet held against the official text, or
 * doubtful. Readers are told where it is less than seen.
 */
export const certainties = ["seen", "likely", "unchecked", "weak"] as const;

const html = localizedHtml(20_000);
const text = (maximum: number) =>
  v.pipe(v.string(), v.trim(), v.minLength(1, "text.required"), v.maxLength(maximum, "text.too_long"));

export const Step = v.strictObject({ title: v.optional(localizedText(200)), text: localizedText(2_000) });

/** A period of the procedure, with the law that it comes from; `law` is a number such as `146/2014`. */
export const Period = v.strictObject({
  what: localizedText(300),
  number: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(3_660)),
  unit: v.picklist(["working", "calendar"]),
  law: text(60),
  article: text(60),
  certainty: v.picklist(certainties),
  note: v.optional(localizedText(500)),
});

/**
 * What the page of a procedure says. `who`, `fees`, `address` and the text of a section are HTML, all else is plain.
 * `form` is the document, among the page's own, that is filled in.
 */
export const PageContent = v.strictObject({
  lead: localizedText(1_000),
  who: v.optional(html),
  how: v.optional(v.pipe(v.array(Step), v.maxLength(30))),
  periods: v.optional(v.pipe(v.array(Period), v.maxLength(30))),
  fees: v.optional(html),
  address: v.optional(html),
  /** Further parts under headings of their own: grounds of restriction, kinds of account … */
  sections: v.optional(v.pipe(v.array(v.strictObject({ title: localizedText(200), text: html })), v.maxLength(40))),
  legal: v.optional(v.pipe(v.array(localizedText(400)), v.maxLength(40))),
  form: v.optional(v.pipe(v.string(), v.uuid())),
  /** The day on which somebody last held it against the law and the practice. */
  checkedOn: v.optional(isoDate),
});
export type PageContent = v.InferOutput<typeof PageContent>;

/** What a page is saved from. `documents` are ids, in the order in which they are shown. */
export const PageInput = v.strictObject({
  content: PageContent,
  documents: v.optional(v.array(v.pipe(v.string(), v.uuid())), []),
});
export type PageInput = v.InferInput<typeof PageInput>;

const instant = v.pipe(v.string(), v.isoTimestamp());

/** As `PageContent`, answered: each period also has its law's full name where that is known. */
const AnsweredContent = v.object({
  lead: Localized,
  who: v.optional(Localized),
  how: v.optional(v.array(v.object({ title: v.optional(Localized), text: Localized }))),
  periods: v.optional(
    v.array(
      v.object({
        what: Localized,
        number: v.number(),
        unit: v.picklist(["working", "calendar"]),
        law: v.string(),
        lawTitle: v.nullable(Localized),
        article: v.string(),
        certainty: v.picklist(certainties),
        note: v.optional(Localized),
      }),
    ),
  ),
  fees: v.optional(Localized),
  address: v.optional(Localized),
  sections: v.optional(v.array(v.object({ title: Localized, text: Localized }))),
  legal: v.optional(v.array(Localized)),
  form: v.optional(v.string()),
  checkedOn: v.optional(v.string()),
});

/**
 * The page of an element: what was written for it, its files, and for the pages of social media and of media contacts
 * what the council's settings say. Whatever there is not is `null`; a page of which there is nothing is a 404.
 */
export const PageView = v.object({
  element: v.picklist(elementCodes),
  content: v.nullable(AnsweredContent),
  documents: v.array(DocumentHistory),
  publishedAt: v.nullable(instant),
  updatedAt: v.nullable(instant),
  social: v.nullable(v.array(v.object({ network: v.string(), url: v.string() }))),
  media: v.nullable(
    v.object({
      name: v.string(),
      role: v.optional(Localized),
      phone: v.optional(v.string()),
      email: v.optional(v.string()),
      hours: v.optional(Localized),
      accreditation: v.optional(Localized),
    }),
  ),
});
export type PageView = v.InferOutput<typeof PageView>;

export type MediaContact = NonNullable<Contacts["media"]>;
/** Why a page is taken back, for the audit. */
export const PageWithdrawalReason = localizedText(500);
