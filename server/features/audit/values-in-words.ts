import type { Namespace } from "../../../web/i18n/messages.ts";
import { phrases } from "../../http/phrases.ts";
import { numericDay, wallTime } from "../../local-time.ts";
import type { Locale, LocalizedText } from "../../locale.shared.ts";
import { allRules } from "../deadlines/rules.ts";
import { wordsOfHtml } from "../editing/differences.ts";
import { elementByCode, isElementCode } from "../elements/catalogue.shared.ts";
import { actionInWords, fieldInWords } from "./audit-words.ts";

/** What ids of the council's things are called. */
export type Names = ReadonlyMap<string, LocalizedText>;

type Place = readonly [namespace: Namespace, prefix: string];

/**
 * In which phrases the values of a field have their words; where kinds of things differ, the kind stands before the field.
 * What a field is called decides, so that rows inside of rows are told as well.
 */
export const valuePlaces: Readonly<Record<string, readonly Place[]>> = {
  access: [["meetings", "access."]],
  acts: [["settings", "numbering_"]],
  appliesTo: [["pay", "for."]],
  basis: [
    ["pay", "basis."],
    ["deeds", "value.basis."],
  ],
  certainty: [["forms", "certainty."]],
  change: [["settings", "day_"]],
  choice: [["common", "vote."]],
  computedOutcome: [["deeds", "value.outcome."]],
  emblem: [["settings", "emblem."]],
  endReason: [["elections", "reason."]],
  gender: [["forms", "gender."]],
  horizon: [["deeds", "value.horizon."]],
  itemKind: [["meetings", "item."]],
  kind: [["deeds", "value.kind."]],
  "agenda-item.kind": [["meetings", "item."]],
  "body.kind": [["people", "kind."]],
  "document.purpose": [["documents", "proposed_"]],
  "defect.kind": [["upkeep", "kind."]],
  "election.kind": [["elections", "kind."]],
  "meeting.kind": [
    ["meetings", "kind."],
    ["meetings", "item."],
  ],
  "meeting_template.kind": [
    ["meetings", "kind."],
    ["meetings", "item."],
  ],
  language: [["common", "file.language_"]],
  languages: [["common", "file.language_"]],
  level: [["common", "readiness."]],
  majority: [["acts", "majority."]],
  method: [["acts", "method."]],
  nature: [["matters", "nature."]],
  outcome: [
    ["review", "outcome."],
    ["deeds", "value.outcome."],
  ],
  prefectState: [["acts", "prefect."]],
  proposerKind: [["matters", "proposer."]],
  relation: [["acts", "to."]],
  "act.kind": [["acts", "to."]],
  result: [["meetings", "result."]],
  role: [
    ["forms", "role."],
    ["people", "role."],
    ["accounts", "role."],
  ],
  "body.role": [["people", "role."]],
  "membership.role": [["people", "role."]],
  roles: [["accounts", "role."]],
  stage: [["meetings", "stage."]],
  "draft_act.stage": [["drafts", "stage."]],
  "act.state": [
    ["acts", "prefect."],
    ["editing", "state."],
  ],
  state: [
    ["editing", "state."],
    ["deeds", "value.state."],
  ],
  status: [["desk", "came."]],
  step: [["review", "step."]],
  subject: [["matters", "subject."]],
  type: [["matters", "type."]],
  unit: [["settings", "unit_"]],
  visibility: [["deeds", "value.visibility."]],
};

/** A phrase whose name is data; nothing where there is none. */
function phraseAt(locale: Locale, [namespace, prefix]: Place, value: string): string | null {
  const key = prefix + value;
  const said = phrases(locale, namespace)(key as never, { defaultValue: "" }) as string;
  return said && said !== key ? said : null;
}

const day = /^\d{4}-\d{2}-\d{2}$/;
const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const html = /<\/?[a-z][^>]*>/i;
const code = /^[a-z][a-z0-9_]*$/i;

const said = (text: LocalizedText, locale: Locale) => text[locale] || text.sq;

/** `05.03.2026, ora 18:00` */
function momentInWords(locale: Locale, text: string): string {
  const at = wallTime(new Date(text));
  const time = at.toPlainTime().toString({ smallestUnit: "minute" });
  return phrases(locale, "audit")("when", { day: numericDay(at.toPlainDate().toString()), time });
}

const last = (field: string) => field.slice(field.lastIndexOf(".") + 1);

/** What moved a day that was counted: itself a change, of a day off, of a period of the council's own, or of this one alone. */
function causeInWords(locale: Locale, change: string): string {
  const subjects: Record<string, string> = { "period.set": "council-period", "period.ended": "council-period" };
  const [kind = ""] = change.split(".");
  return actionInWords(locale, subjects[change] ?? (kind === "period" ? "deadline" : kind), change);
}

function textInWords({ locale, subject, names }: Telling, field: string, text: string): string {
  if (uuid.test(text)) {
    const name = names.get(text);
    return name ? said(name, locale) : text;
  }
  const name = last(field);
  if (name === "sq" || name === "en") return html.test(text) ? wordsOfHtml(text) : text;
  if ((name === "element" || name === "elements") && isElementCode(text))
    return `${text} ${elementByCode(text).short[locale]}`;
  if (name === "rule") return said(allRules.find((rule) => rule.code === text)?.title ?? { sq: text }, locale);
  if (name === "change" && text.includes(".")) return causeInWords(locale, text);
  if (day.test(text)) return numericDay(text);
  if (instant.test(text)) return momentInWords(locale, text);
  if (code.test(text)) {
    const typed: Place[] = [["publications", `choice.${name}.`]];
    const folded = subject.replaceAll("-", "_");
    for (const place of [
      ...(valuePlaces[`${subject}.${name}`] ?? valuePlaces[`${folded}.${name}`] ?? []),
      ...(valuePlaces[name] ?? []),
      ...typed,
    ]) {
      const words = phraseAt(locale, place, text);
      if (words) return words;
    }
  }
  return html.test(text) ? wordsOfHtml(text) : text;
}

interface Telling {
  locale: Locale;
  /** The kind of thing that was changed. */
  subject: string;
  names: Names;
}

/** A text in both languages that was written down as the database is sent it. */
function asBoth(text: string): object | null {
  if (!text.startsWith('{"sq"') && !text.startsWith('{"en"')) return null;
  try {
    return JSON.parse(text) as object;
  } catch {
    return null;
  }
}

const isNothing = (value: unknown) =>
  value === null || value === undefined || value === "" || (Array.isArray(value) && value.length === 0);

/** A value of the audit as people read it; `null` for nothing. @param field with its way, as `contacts.phone` */
export function valueInWords(telling: Telling, field: string, value: unknown): string | null {
  if (isNothing(value)) return null;
  if (typeof value === "boolean") return phrases(telling.locale, "editing")(value ? "yes" : "no");
  if (typeof value === "string") {
    const inside = asBoth(value);
    return inside ? valueInWords(telling, field, inside) : textInWords(telling, field, value);
  }
  if (Array.isArray(value)) {
    const parts = value.flatMap((one) => valueInWords(telling, field, one) ?? []);
    return parts.join(value.some((one) => typeof one === "object") ? "\n" : ", ") || null;
  }
  if (typeof value === "object") {
    const rows = Object.entries(value as object).flatMap(([name, one]) => {
      // By their id things are told apart; what they are stands beside it.
      if (name === "id") return [];
      const words = valueInWords(telling, `${field}.${name}`, one);
      return words === null ? [] : [`${fieldInWords(telling.locale, name)}: ${words}`];
    });
    return rows.join("; ") || null;
  }
  return String(value);
}

/** What was changed, where it has no id but a name of its own: a section of the settings, a number, a month. */
export function subjectIdInWords(locale: Locale, subject: string, id: string): string {
  if (subject === "settings") {
    // Set at the page of what they are about.
    if (id === "readiness") return phrases(locale, "board")("title");
    if (id === "search") return phrases(locale, "searches")("together");
    const section = { colours: "colour", dataOfficer: "data-officer" }[id] ?? id;
    return phraseAt(locale, ["settings", "section_"], section) ?? id;
  }
  if (subject === "element" && isElementCode(id)) return `${id} ${elementByCode(id).short[locale]}`;
  if (subject === "act-number") {
    const [type = "", series = "", number = ""] = id.split(" ");
    return `${phraseAt(locale, ["matters", "type."], type) ?? type} ${series.replace("-", "–")}, ${number}`;
  }
  if (/^\d{4}-\d{2}$/.test(id)) return id.split("-").toReversed().join(".");
  if (day.test(id)) return numericDay(id);
  if (subject === "upkeep") return phraseAt(locale, ["deeds", "value.upkeep."], id) ?? id;
  return id;
}

/** Every id that stands somewhere in what was written down. */
export function idsIn(value: unknown, found: Set<string> = new Set()): Set<string> {
  if (typeof value === "string") {
    if (uuid.test(value)) found.add(value);
  } else if (typeof value === "object" && value !== null) for (const one of Object.values(value)) idsIn(one, found);
  return found;
}
