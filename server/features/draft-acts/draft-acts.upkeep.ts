import { draftActUrl } from "../elements/item-urls.shared.ts";
import { areInEnglish, mostOf, type Upkept, within } from "../upkeep/upkept.ts";

export const draftActsUpkeep: Upkept = {
  entity: "draft_act",
  async read(tx, now, which) {
    const rows = await tx
      .selectFrom("draft_acts as d")
      .where("d.state", "=", "published")
      .where("d.public_from", "<=", now)
      .where(within("d.id", which))
      .orderBy("d.id")
      .limit(mostOf(which))
      .select(["d.id", "d.slug", "d.title", "d.summary", "d.body", "d.reasons", "d.expected_effect"])
      .select("d.how_to_comment")
      .execute();
    return rows.map(({ id, slug, title, summary, body, reasons, expected_effect, how_to_comment }) => ({
      id,
      title,
      url: draftActUrl(slug),
      texts: { text: body, reasons, expectedEffect: expected_effect, howToComment: how_to_comment },
      // The text itself is Albanian by law.
      inEnglish: areInEnglish(title, summary),
    }));
  },
};
