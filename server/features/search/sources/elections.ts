import { phrases } from "../../../http/phrases.ts";
import { numericDay } from "../../../local-time.ts";
import type { Locale } from "../../../locale.shared.ts";
import type { ElectionKind } from "../../elections/elections.shared.ts";
import { electionUrl } from "../../elements/item-urls.shared.ts";
import { documentsOf, type Source, said, yearOf } from "../source.ts";
import { isPublicAt, publishedAfter, willBePublic } from "./standing.ts";

const titleIn = (locale: Locale, kind: ElectionKind, day: string) =>
  phrases(locale, "elections")(`title.${kind}`, { year: day.slice(0, 4), date: numericDay(day) });

/** Local elections by their lists and parties. */
export const elections: Source = {
  name: "election",
  batch: 50,
  idsAfter: publishedAfter("elections"),
  async documents(tx, ids) {
    const [rows, lists] = await Promise.all([
      tx
        .selectFrom("elections as t")
        .where(willBePublic)
        .where("t.id", "in", ids)
        .select(["t.id", "t.slug", "t.kind", "t.held_on", "t.note", "t.public_from"])
        .execute(),
      tx
        .selectFrom("election_lists")
        .where("election_id", "in", ids)
        .select(["election_id", "name", "short_name"])
        .orderBy("position")
        .execute(),
    ]);
    const byElection = Map.groupBy(lists, ({ election_id }) => election_id);
    return rows.flatMap((one) =>
      documentsOf({
        subject: `election:${one.id}`,
        kind: "election",
        url: electionUrl(one.slug),
        title: { sq: titleIn("sq", one.kind, one.held_on), en: titleIn("en", one.kind, one.held_on) },
        texts: (locale) => [
          ...(byElection.get(one.id) ?? []).flatMap(({ name, short_name }) => [name[locale] || name.sq, short_name]),
          said(one.note, locale),
        ],
        date: one.held_on,
        year: yearOf(one.held_on),
        body: null,
        topic: null,
        visibleFrom: one.public_from!,
      }),
    );
  },
  async shown(tx, found, now) {
    const rows = await tx
      .selectFrom("elections as t")
      .where(isPublicAt(now))
      .where(
        "t.id",
        "in",
        found.map(({ id }) => id),
      )
      .select("t.id")
      .execute();
    return new Map(rows.map(({ id }) => [id, { beside: null }]));
  },
};
