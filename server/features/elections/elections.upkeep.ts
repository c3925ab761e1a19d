import { phrases } from "../../http/phrases.ts";
import { numericDay } from "../../local-time.ts";
import { electionUrl } from "../elements/item-urls.shared.ts";
import { areInEnglish, mostOf, type Upkept, within } from "../upkeep/upkept.ts";

export const electionsUpkeep: Upkept = {
  entity: "election",
  async read(tx, now, which) {
    const rows = await tx
      .selectFrom("elections as e")
      .where("e.state", "=", "published")
      .where("e.public_from", "<=", now)
      .where(within("e.id", which))
      .orderBy("e.id")
      .limit(mostOf(which))
      .select(["e.id", "e.slug", "e.kind", "e.held_on", "e.source", "e.source_url", "e.note"])
      .execute();
    return rows.map(({ id, slug, kind, held_on, source, source_url, note }) => {
      const said = { year: held_on.slice(0, 4), date: numericDay(held_on) };
      return {
        id,
        title: {
          sq: phrases("sq", "elections")(`title.${kind}`, said),
          en: phrases("en", "elections")(`title.${kind}`, said),
        },
        url: electionUrl(slug),
        links: { sourceUrl: source_url },
        inEnglish: areInEnglish(source, note),
      };
    });
  },
};
