import { sql } from "kysely";
import type { TenantTx } from "../../db/tenant-db.ts";
import { phrases } from "../../http/phrases.ts";
import type { Actor } from "../../http/scope.ts";
import type { Locale } from "../../locale.shared.ts";
import { fillPath } from "../../workspace/home.shared.ts";
import { type Place, placesFor } from "../../workspace/places.ts";
import { mayEdit, maySeeDrafts } from "../accounts/policies.ts";
import { documentsPaths } from "../documents/documents.paths.shared.ts";
import { documentsWithin } from "../documents/documents-within.ts";
import { editableFor } from "../editing/editable-for.ts";
import { type EditedEntity, editingPaths } from "../editing/editing.paths.shared.ts";
import { tagOf } from "../editing/state-tag.ts";
import type { InBoth } from "../elements/catalogue.shared.ts";
import { deskPaths } from "../meetings/desk/desk-paths.shared.ts";
import type { Hit } from "./finder.paths.shared.ts";
import { type Found, type FoundKind, find, foundKinds } from "./finder.queries.ts";

export interface FoundGroup {
  kind: string;
  title: string;
  total: number;
  hits: Hit[];
  /** Where all of them are; `null` where there are no more, or no list of them. */
  all: string | null;
}

export interface Looking {
  actor: Actor;
  now: Date;
  locale: Locale;
  places: readonly Place[];
}

/** As in the audit. */
const entityOf = (kind: FoundKind) => (kind === "item" ? "meeting" : kind);
const mayFind = (actor: Actor) => foundKinds.filter((kind) => maySeeDrafts(actor, entityOf(kind)));

/** Documents are told by `d`, all others by their table. */
const within = (actor: Actor) => (kind: FoundKind) => {
  if (kind === "document") return documentsWithin(actor, sql`d.id`, "see");
  return kind === "item" ? null : (editableFor(actor, kind, "see").rows.within ?? null);
};

/** Who changes no meetings reads its items on its own page. */
const pathOf = ({ kind, id, within }: Found, actor: Actor): InBoth => {
  if (kind === "meeting") return fillPath(deskPaths.meeting, { id });
  if (kind === "item" && !mayEdit(actor, "meeting")) return fillPath(deskPaths.meeting, { id: within! });
  if (kind === "item") return fillPath(deskPaths.item, { id: within!, item: id });
  if (kind === "document") return fillPath(documentsPaths.one, { id });
  return fillPath(editingPaths(kind).one, { id });
};
/** The list that takes the same words. */
const listOf = (kind: FoundKind): InBoth | null => {
  if (kind === "item") return null;
  if (kind === "meeting") return deskPaths.list;
  return kind === "document" ? documentsPaths.list : editingPaths(kind as EditedEntity).list;
};

/**
 * Everything of the workspace that has all the words and that somebody may see, by kind: first the places themselves.
 * @param most of each kind
 */
export async function look(tx: TenantTx, words: string, most: number, looking: Looking): Promise<FoundGroup[]> {
  const { actor, locale, places } = looking;
  const t = phrases(locale, "finder");
  const there = placesFor(places, actor, locale, words);
  const found = Map.groupBy(await find(tx, mayFind(actor), words, most, within(actor)), ({ kind }) => kind);
  const ofPlaces = there.slice(0, most).map(({ href, label, within }) => ({
    ...{ kind: "place", of: t("kind.place"), href, title: label, lang: undefined, tag: null, beside: within },
  }));
  const groups: FoundGroup[] = [
    { kind: "place", title: t("kind.place"), total: there.length, hits: ofPlaces, all: null },
    ...foundKinds.map((kind) => {
      const rows = found.get(kind) ?? [];
      const total = rows[0]?.total ?? 0;
      const list = listOf(kind);
      const title = t(`kind.${kind}`);
      return {
        ...{ kind, title, total, hits: rows.map((row) => hitOf(row, title, looking)) },
        all: list && total > rows.length ? `${list[locale]}?${new URLSearchParams({ q: words })}` : null,
      };
    }),
  ];
  return groups.filter(({ hits }) => hits.length > 0);
}

function hitOf(row: Found, of: string, { actor, locale, now }: Looking): Hit {
  const { kind, title, beside, state, publicFrom } = row;
  return {
    ...{ kind, of, href: pathOf(row, actor)[locale], title: title[locale] || title.sq },
    lang: locale === "en" && !title.en ? "sq" : undefined,
    tag: tagOf({ state, publicFrom }, now, locale),
    beside: beside && (beside[locale] || beside.sq),
  };
}
