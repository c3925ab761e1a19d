import { actUrl } from "../elements/item-urls.shared.ts";
import { areInEnglish, mostOf, type Upkept, within } from "../upkeep/upkept.ts";

export const actsUpkeep: Upkept = {
  entity: "act",
  async read(tx, now, which) {
    const rows = await tx
      .selectFrom("acts as a")
      .where("a.state", "=", "published")
      .where("a.public_from", "<=", now)
      .where(within("a.id", which))
      .orderBy("a.id")
      .limit(mostOf(which))
      .select(["a.id", "a.slug", "a.title", "a.summary", "a.body", "a.legal_basis"])
      .execute();
    return rows.map(({ id, slug, title, summary, body, legal_basis }) => ({
      id,
      title,
      url: actUrl(slug),
      texts: { text: body, legalBasis: legal_basis },
      // The text itself is Albanian by law.
      inEnglish: areInEnglish(title, summary),
    }));
  },
};
