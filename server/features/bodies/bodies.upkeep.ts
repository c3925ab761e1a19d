import { bodyUrl } from "../elements/item-urls.shared.ts";
import { areInEnglish, linkFields, mostOf, type Upkept, within } from "../upkeep/upkept.ts";

export const bodiesUpkeep: Upkept = {
  entity: "body",
  async read(tx, now, which) {
    const rows = await tx
      .selectFrom("bodies as b")
      .where("b.state", "=", "published")
      .where("b.public_from", "<=", now)
      .where(within("b.id", which))
      .orderBy("b.id")
      .limit(mostOf(which))
      .select(["b.id", "b.kind", "b.slug", "b.name", "b.functions", "b.duties", "b.founding_act", "b.contacts"])
      .select("b.stream_url")
      .execute();
    return rows.map(({ id, kind, slug, name, functions, duties, founding_act, contacts, stream_url }) => ({
      id,
      title: name,
      url: bodyUrl(kind, slug),
      texts: { functions, duties },
      links: { ...linkFields("contacts.social", contacts.social), streamUrl: stream_url },
      inEnglish: areInEnglish(name, functions, duties, founding_act, contacts.office, contacts.hours),
    }));
  },
};
