import { sql } from "kysely";
import { aPage, oneOf, readQuery, typedText } from "../../../http/list-query.ts";
import { phrases } from "../../../http/phrases.ts";
import type { Locale } from "../../../locale.shared.ts";
import { fillPath } from "../../../workspace/home.shared.ts";
import type { Shown, WorkspaceContext } from "../../../workspace/scope.ts";
import { mayEdit } from "../../accounts/policies.ts";
import { elementByCode } from "../../elements/catalogue.shared.ts";
import type { Editable } from "../editable.ts";
import { editableFor } from "../editable-for.ts";
import { type EditedEntity, editingPaths } from "../editing.paths.shared.ts";
import { listStates } from "../editing.schema.ts";
import type { ListPageData } from "../editing.view.ts";
import { listedPerPage, listThings } from "../listing.ts";
import { mayChangeAsItStands } from "../public-changes.ts";
import { tagOf } from "../state-tag.ts";
import { said } from "./editor.ts";

const news = "V.1.1";

/** What has a name rather than a title. */
export const named: ReadonlySet<EditedEntity> = new Set(["person", "body", "party", "term"]);

/** News first, the others in the order of their names. */
const collectionsOf = (editable: Editable, locale: Locale) =>
  editable.entity === "publication" || editable.entity === "page"
    ? editable.elements
        .map((code) => ({ value: code as string, label: elementByCode(code).short[locale] }))
        .toSorted(
          (one, other) =>
            Number(other.value === news) - Number(one.value === news) || one.label.localeCompare(other.label, locale),
        )
    : [];

export async function listPage(c: WorkspaceContext, entity: EditedEntity): Promise<Shown> {
  const { locale, now, db, actor } = c.var;
  const t = phrases(locale, "editing");
  const editable = editableFor(actor, entity, "see");
  const paths = editingPaths(entity);
  const kinds = collectionsOf(editable, locale);
  const { way } = editable;
  const stages = Object.entries(way?.stages ?? {}).map(([value, name]) => ({ value, label: name[locale] }));
  const asked = new URL(c.req.url).searchParams;
  asked.delete("done");
  const shape = {
    q: typedText,
    state: oneOf(listStates),
    only: oneOf(kinds.map(({ value }) => value)),
    stage: oneOf(stages.map(({ value }) => value)),
    page: aPage,
  };
  const { q, state, only, stage, page: at } = readQuery(shape, asked);
  const narrowed = (only && sql`element = ${only}`) || (stage && sql`stage = ${stage}`);
  const query = { q, state, page: at ?? 1, ...(narrowed && { only: narrowed }) };
  const { total, items, mayAdd } = await db.read(async (tx) => ({
    ...(await listThings(tx, editable, query, now)),
    // What has no state is public as soon as it is there.
    mayAdd:
      mayEdit(actor, entity) &&
      (await mayChangeAsItStands(tx, actor, editable.rows.hasState ? { state: "draft" } : null, entity)),
  }));
  const fresh = paths.fresh[locale];
  const isAsking = kinds.length > 0 && !only;
  // News are what is written most: they need not be chosen first.
  const made = only ?? (isAsking ? entity === "publication" && news : true);
  const adding = (what: string | true) => t(what === news ? "add_news" : `add.${entity}`);
  const data: ListPageData = {
    title: t(`noun.${entity}`),
    lead: t(`lead.${entity}`),
    path: paths.list[locale],
    fresh: made && mayAdd ? [{ href: made === true ? fresh : `${fresh}?element=${made}`, label: adding(made) }] : [],
    besides: (editable.besideList ?? []).map(({ path, label }) => ({ href: path[locale], label: label[locale] })),
    isAsking: isAsking && mayAdd,
    titleColumn: t(named.has(entity) ? "name_column" : "title_column"),
    filters: { q: q ?? "", state: state ?? "", only: only ?? "", stage: stage ?? "" },
    states: editable.rows.hasState ? listStates.map((one) => ({ value: one, label: t(`state.${one}`) })) : [],
    kinds,
    way: way ? { label: way.label[locale], stages } : null,
    total,
    page: query.page,
    pages: Math.max(1, Math.ceil(total / listedPerPage)),
    items: items.map((item) => ({
      href: fillPath(paths.one, { id: item.id })[locale],
      title: said(item.title, locale),
      lang: locale === "en" && !item.title.en ? "sq" : undefined,
      tag: tagOf(item, now, locale),
      stage:
        way && item.stage
          ? { word: way.stages[item.stage]![locale], href: fillPath(way.path, { id: item.id })[locale] }
          : null,
      updatedAt: item.updatedAt.toISOString(),
    })),
  };
  return { view: "editing/list-page", data };
}
