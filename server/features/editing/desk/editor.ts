import type { TenantTx } from "../../../db/tenant-db.ts";
import { type Actor, isSomebody } from "../../../http/scope.ts";
import type { Locale, LocalizedText } from "../../../locale.shared.ts";
import { fillPath } from "../../../workspace/home.shared.ts";
import type { WorkspaceContext } from "../../../workspace/scope.ts";
import { isUuid } from "../../../workspace/uuid-part.ts";
import type { Policy } from "../../accounts/policies.ts";
import type { InBoth } from "../../elements/catalogue.shared.ts";
import type { Editable, Found, Whole } from "../editable.ts";
import { type EditedEntity, nouns } from "../editing.paths.shared.ts";
import type { FormValues } from "../form.shared.ts";
import { forms } from "../forms.ts";
import { formOfPart } from "../parts.ts";
import type { Editor } from "../submissions.service.ts";

/** Of which kind a route's thing is, and which one, as its address says: whoever may do that to it may ask. */
export const toOne =
  (may: (actor: Actor, entity: string, id?: string) => boolean, kind?: string): Policy =>
  (actor, { entity = "", id } = {}) =>
    may(actor, kind ?? entity, id);
/** A kind as such, whichever of its things is meant. */
export const toKind =
  (may: (actor: Actor, entity: string) => boolean, kind?: string): Policy =>
  (actor, { entity = "" } = {}) =>
    may(actor, kind ?? entity);

/** Whoever asks; the policies have let in nobody unknown. */
export function editorOf(c: WorkspaceContext): Editor {
  const { actor } = c.var;
  if (!isSomebody(actor)) throw new TypeError("Only people edit.");
  return actor;
}

export const said = (text: LocalizedText, locale: Locale) => text[locale] || text.sq;

export const isEdited = (entity: string): entity is EditedEntity => Object.hasOwn(nouns, entity);

/** One thing; what cannot be an id of its kind is not there, and no question for the database. */
export const findIn = async (tx: TenantTx, editable: Editable, id: string): Promise<Found | null> =>
  editable.rows.only(id) ? editable.find(tx, id) : null;

export const step = (path: InBoth, entity: string, id: string, locale: Locale) =>
  fillPath(path, { entity, id })[locale];

/** Under which a form is kept while it is not saved; empty where it does not say. */
export const editIn = ({ edit = "" }: FormValues): string => {
  const [id = ""] = [edit].flat();
  return isUuid(id) ? id : "";
};

/** The version that a form was made from, as `versionOf` makes it; empty where it does not say. */
export const versionIn = ({ version = "" }: FormValues): string => {
  const [said = ""] = [version].flat();
  return /^[\w-]{43}$/.test(said) ? said : "";
};

/** Of the proposal from which a form was filled in, as the form says it; `null` of any other form. */
export const proposalIn = ({ proposal = "" }: FormValues): string | null => {
  const [version = ""] = [proposal].flat();
  return /^[\w-]{43}$/.test(version) ? version : null;
};

export const describe = async (c: WorkspaceContext, tx: TenantTx, editable: Editable, input: Whole | null) => {
  const { locale, now, actor } = c.var;
  const asked = new URL(c.req.url).searchParams;
  return formOfPart(editable, await forms[editable.entity]!({ tx, locale, now, input, asked, actor }));
};
