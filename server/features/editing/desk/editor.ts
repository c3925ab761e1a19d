import type { TenantTx } from "../../../db/tenant-db.ts";
import { isSomebody } from "../../../http/scope.ts";
import type { Locale, LocalizedText } from "../../../locale.shared.ts";
import { fillPath } from "../../../workspace/home.shared.ts";
import type { WorkspaceContext } from "../../../workspace/scope.ts";
import { isUuid } from "../../../workspace/uuid-part.ts";
import type { mayEdit } from "../../accounts/policies.ts";
import type { InBoth } from "../../elements/catalogue.shared.ts";
import type { Editable, Found, Whole } from "../editable.ts";
import { type EditedEntity, nouns } from "../editing.paths.shared.ts";
import type { FormValues } from "../form.shared.ts";
import { forms } from "../forms.ts";
import type { Editor } from "../submissions.service.ts";

export const mayBe = (policy: (actor: Parameters<typeof mayEdit>[0], entity?: string) => boolean, entity?: string) =>
  ((actor) => policy(actor, entity)) as (actor: Parameters<typeof mayEdit>[0]) => boolean;

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

/** The version that a form was made from; empty where it does not say. */
export const versionIn = (typed: FormValues): string => [typed.version ?? ""].flat()[0]!;

export const describe = (c: WorkspaceContext, tx: TenantTx, entity: EditedEntity, input: Whole | null) => {
  const asked = new URL(c.req.url).searchParams;
  return forms[entity]!({ tx, locale: c.var.locale, now: c.var.now, input, asked });
};
