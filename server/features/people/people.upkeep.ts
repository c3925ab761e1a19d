import { personUrl } from "../elements/item-urls.shared.ts";
import { areInEnglish, linkFields, mostOf, type Upkept, within } from "../upkeep/upkept.ts";

export const peopleUpkeep: Upkept = {
  entity: "person",
  async read(tx, now, which) {
    const rows = await tx
      .selectFrom("people as p")
      .where("p.state", "=", "published")
      .where("p.public_from", "<=", now)
      .where(within("p.id", which))
      .orderBy("p.id")
      .limit(mostOf(which))
      .select(["p.id", "p.slug", "p.name", "p.occupation", "p.cv", "p.contacts"])
      .select(["p.photo_sha256", "p.photo_alternative"])
      .execute();
    return rows.map(({ id, slug, name, occupation, cv, contacts, photo_sha256, photo_alternative }) => ({
      id,
      title: { sq: name, en: name },
      url: personUrl(slug),
      texts: { cv },
      links: linkFields("contacts.social", contacts.social),
      photos: photo_sha256 ? { photo: photo_alternative } : undefined,
      inEnglish: areInEnglish(occupation, cv, contacts.office, contacts.hours, photo_alternative),
    }));
  },
};
