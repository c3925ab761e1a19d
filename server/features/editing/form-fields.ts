import type { TenantTx } from "../../db/tenant-db.ts";
import { phrases } from "../../http/phrases.ts";
import type { Actor } from "../../http/scope.ts";
import type { Locale } from "../../locale.shared.ts";
import { actNatures, actTypes, proposerKinds, subjects } from "../acts/acts.shared.ts";
import { type AttachmentRole, attachmentRoles } from "../documents/attachments.shared.ts";
import type { Whole } from "./editable.ts";
import type {
  ChoiceField,
  FieldGroup,
  FormChoice,
  FormDescription,
  FormField,
  PickField,
  PlainField,
  RowsField,
  TextField,
} from "./form.shared.ts";

/** For whom a form is described, and what stands in it already. */
export interface FormContext {
  tx: TenantTx;
  locale: Locale;
  now: Date;
  actor: Actor;
  /** `null` for what is new. */
  input: Whole | null;
  /** What the address asks beside, such as the collection in which something new stands. */
  asked: URLSearchParams;
}
export type FormOf = (context: FormContext) => Promise<FormDescription>;

type Rest<F> = Partial<Omit<F, "kind" | "name" | "label">>;

/** One line of text; `required` and all else as given. */
export const line = (name: string, label: string, rest: Rest<TextField> = {}): TextField => ({
  ...rest,
  ...{ kind: "line", name, label },
});
export const lines = (name: string, label: string, rest: Rest<TextField> = {}): TextField => ({
  ...rest,
  ...{ kind: "lines", name, label },
});
export const rich = (name: string, label: string, rest: Rest<TextField> = {}): TextField => ({
  localized: true,
  ...rest,
  ...{ kind: "rich", name, label },
});
/** In both languages, Albanian and English side by side. */
export const inBoth = { localized: true } as const;
export const required = { required: true } as const;

export const plain = (
  kind: PlainField["kind"],
  name: string,
  label: string,
  rest: Rest<PlainField> = {},
): PlainField => ({ ...rest, kind, name, label });
export const choice = (
  name: string,
  label: string,
  choices: readonly FormChoice[],
  rest: Rest<ChoiceField> = {},
): ChoiceField => ({ ...rest, kind: "choice", name, label, choices });
export const pick = (name: string, label: string, from: string, rest: Rest<PickField> = {}): PickField => ({
  ...rest,
  ...{ kind: "pick", name, label, from },
});
export const rows = (name: string, label: string, rest: Omit<RowsField, "kind" | "name" | "label">): RowsField => ({
  ...rest,
  ...{ kind: "rows", name, label },
});
/** Travels along and is not seen. */
export const hidden = (name: string, value = ""): FormField => ({
  ...{ kind: "fixed", name, label: "", value, shown: null },
});
export const group = (label: string, fields: readonly FormField[], rest: Partial<FieldGroup> = {}): FieldGroup => ({
  ...rest,
  ...{ kind: "group", label, fields },
});

const choicesOf = (values: readonly string[], say: (value: string) => string): FormChoice[] =>
  values.map((value) => ({ value, label: say(value) }));

/** What acts, draft acts and planned acts are told apart by. */
export function matterChoices(locale: Locale) {
  const t = phrases(locale, "matters");
  return {
    types: choicesOf(actTypes, (value) => t(`type.${value}` as "type.decision")),
    natures: choicesOf(actNatures, (value) => t(`nature.${value}` as "nature.normative")),
    subjects: choicesOf(subjects, (value) => t(`subject.${value}` as "subject.budget")),
    proposers: choicesOf(proposerKinds, (value) => t(`proposer.${value}` as "proposer.mayor")),
  };
}

/** The months of a year by their numbers. */
export const monthChoices = (locale: Locale): FormChoice[] =>
  Array.from({ length: 12 }, (_, at) => ({
    value: String(at + 1),
    label: Temporal.PlainYearMonth.from({ year: 2000, month: at + 1, calendar: "gregory" }).toLocaleString(locale, {
      month: "long",
      calendar: "gregory",
    }),
  }));

/** Who proposes: the kind, and where that person or body is known here. */
export function proposerFields(locale: Locale, { isRequired }: { isRequired: boolean }): FieldGroup {
  const t = phrases(locale, "forms");
  const none = { none: t("nobody") };
  const kinds = matterChoices(locale).proposers;
  return group(t("proposer"), [
    choice("proposerKind", t("proposer_kind"), kinds, { required: isRequired, none: t("choose") }),
    line("proposer", t("proposer_text"), { ...inBoth, maximum: 300, hint: t("proposer_text_hint") }),
    pick("proposerPersonId", t("proposer_person"), "people", none),
    pick("proposerBodyId", t("proposer_body"), "bodies", none),
  ]);
}

/** Documents that something carries: what is stored already is chosen, put in order, or taken away. */
export function documentRows(
  locale: Locale,
  { roles = null, only }: { roles?: readonly AttachmentRole[] | null; only?: string } = {},
): RowsField {
  const t = phrases(locale, "forms");
  const says = (role: string) => t(`role.${role}` as "role.text");
  const document = pick(only ?? "documentId", t("document"), "documents", { ...required, none: t("choose") });
  const others = attachmentRoles.filter((role) => !roles?.includes(role));
  const role = choice("role", t("document_role"), choicesOf([...(roles ?? []), ...others], says), {
    ...{ required: true, none: t("choose") },
  });
  return rows("documents", t("documents"), {
    ...{ hint: t("documents_hint"), add: t("add_document"), one: t("document") },
    takes: { as: "document", field: only ?? "documentId" },
    fields: roles ? [document, role] : [document],
    ...(only !== undefined && { only }),
  });
}
