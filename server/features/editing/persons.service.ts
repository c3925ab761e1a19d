import { createHash } from "node:crypto";
import { sql } from "kysely";
import type { TenantTx } from "../../db/tenant-db.ts";
import { textOfHtml } from "../../html-text.ts";
import { AsksFirst } from "../../http/asks-first.ts";
import { phrases } from "../../http/phrases.ts";
import type { Locale } from "../../locale.shared.ts";
import { type Doing, recordChange } from "../audit/audit.service.ts";
import { personsInDocuments } from "../documents/persons-in-documents.ts";
import type { Editable, Whole } from "./editable.ts";
import type { FormField, FormValues } from "./form.shared.ts";
import { isBlank, rowsIn } from "./form-rows.shared.ts";
import { toForm } from "./form-values.ts";
import { forms } from "./forms.ts";
import { type PersonPlace, placesIn, type ToldText, unseenKinds } from "./told-text.ts";

export type { PersonPlace, ToldText };

/** A text is about to be public in which something seems to be said about a person. */
export class PersonsNamed extends AsksFirst {
  readonly places: readonly PersonPlace[];
  readonly mark: string;
  constructor(places: readonly PersonPlace[]) {
    super(isUnseen(places) ? "editing.papers_unseen" : "editing.persons_named", 409, { count: places.length });
    this.places = places;
    this.mark = markOf(places);
  }
  asks(locale: Locale) {
    return this.places.map((place) => {
      const { field, label, href } = place;
      return { ...{ field, label, href }, what: whatIsSaid(locale, place), isUnseen: isUnseen([place]) };
    });
  }
}

/** “Numër personal J…R” */
export function whatIsSaid(locale: Locale, { kind, need, hint }: Pick<PersonPlace, "kind" | "need" | "hint">): string {
  const t = phrases(locale, "documents");
  return t(`found_${kind}`, { hint, need: need ? t(`need_${need}`) : "" });
}

/** Whether nothing was found, but nobody could look. */
export const isUnseen = (places: readonly PersonPlace[]) =>
  places.every(({ kind }) => unseenKinds.some((one) => one === kind));

/** The same for the same findings: other ones are looked at anew. 43 characters. */
const markOf = (places: readonly PersonPlace[]) =>
  createHash("sha256")
    .update(JSON.stringify(places.map(({ field, kind, need, hint }) => [field, kind, need, hint])))
    .digest("base64url");

const languages = [".sq", ".en"] as const;

function* textsIn(fields: readonly FormField[], values: FormValues, locale: Locale, within = ""): Generator<ToldText> {
  const t = phrases(locale, "editing");
  for (const field of fields) {
    if (field.kind === "group") yield* textsIn(field.fields, values, locale, within);
    else if (field.kind === "rows")
      for (const row of rowsIn(values, within + field.name, field))
        yield* textsIn(field.fields, values, locale, `${within}${field.name}.${row}.`);
    else if (field.kind === "line" || field.kind === "lines" || field.kind === "rich" || field.kind === "tags")
      for (const end of "localized" in field && field.localized ? languages : [""]) {
        const name = within + field.name + end;
        const value = values[name];
        if (isBlank(value)) continue;
        const text = field.kind === "rich" ? textOfHtml(String(value)) : String(value);
        const language = end && ` (${t(end === ".sq" ? "in_albanian" : "in_english")})`;
        yield [name, field.label + language, text];
      }
  }
}

/** What in the texts of something may be about a person and not for the public, in the order of its form. */
export async function findPersons(
  tx: TenantTx,
  { now, locale, actor }: Doing & { locale: Locale },
  { entity }: Pick<Editable, "entity">,
  input: Whole,
): Promise<PersonPlace[]> {
  const form = forms[entity];
  if (!form) return [];
  const { fields } = await form({ tx, locale, now, input, actor, asked: new URLSearchParams() });
  return placesIn(textsIn(fields, toForm(fields, input), locale));
}

/** The documents that an input names, as ids or each with its role. */
const documentsIn = ({ documents }: Whole): string[] =>
  Array.isArray(documents)
    ? documents.map((one: string | { documentId: string }) => (typeof one === "string" ? one : one.documentId))
    : [];

const action = (entity: string) => `${entity}.persons_confirmed`;

/**
 * Refuses to let the public read what nobody has confirmed. Who confirms is recorded, with the places and without the words;
 * what was confirmed once is not asked again.
 * @param confirmed the mark of what was found, as it was shown
 * @param isFirst whether it becomes public now, and with it what stands beside its form
 * @throws `PersonsNamed`
 */
export async function checkPersons(
  tx: TenantTx,
  by: Doing,
  editable: Editable,
  id: string,
  locale: Locale,
  confirmed: string | null,
  isFirst = false,
): Promise<void> {
  const found = await editable.find(tx, id);
  if (!found) return;
  const ofForm = await findPersons(tx, { ...by, locale }, editable, found.input);
  const words = (await editable.words?.(tx, id, locale)) ?? [];
  const beside = (isFirst && (await editable.wordsBeside?.(tx, id, locale))) || [];
  const ofPapers = editable.personsInPapers
    ? await editable.personsInPapers(tx, id, locale)
    : await personsInDocuments(tx, documentsIn(found.input), locale);
  const places = [...ofForm, ...placesIn([...words, ...beside]), ...ofPapers];
  await checkPlaces(tx, by, [editable.entity, id], places, confirmed);
}

/** What is asked about: `["meeting", id]`. */
type Subject = readonly [entity: string, id: string];

/**
 * The same for texts that are no form of something, such as a notice or a reason.
 * @param further what was found beside them, such as in papers
 * @throws `PersonsNamed`
 */
export const checkTexts = (
  tx: TenantTx,
  by: Doing,
  subject: Subject,
  texts: Iterable<ToldText>,
  confirmed: string | null,
  further: readonly PersonPlace[] = [],
): Promise<void> => checkPlaces(tx, by, subject, [...placesIn(texts), ...further], confirmed);

/** The same for what was found elsewhere. @throws `PersonsNamed` */
export async function checkPlaces(
  tx: TenantTx,
  by: Doing,
  [entity, id]: Subject,
  places: readonly PersonPlace[],
  confirmed: string | null,
): Promise<void> {
  if (places.length === 0) return;
  const named = new PersonsNamed(places);
  const told = places.map(({ field, kind, need }) => ({ field, kind, ...(need && { need }) }));
  if (!(await confirmPersons(tx, by, entity, id, { mark: named.mark, places: told }, confirmed))) throw named;
}

/** Whether somebody has looked at what was found, now or before. Who looks now is recorded. */
export async function confirmPersons(
  tx: TenantTx,
  by: Doing,
  entity: string,
  id: string,
  found: { mark: string; places: readonly object[] },
  confirmed: string | null,
): Promise<boolean> {
  const known = await sql`select from audit_log where subject = ${entity} and subject_id = ${id}
    and action = ${action(entity)} and after ->> 'mark' = ${found.mark} limit 1`.execute(tx);
  if (known.rows.length > 0) return true;
  if (confirmed !== found.mark) return false;
  await recordChange(tx, by, action(entity), entity, id, null, found);
  return true;
}
