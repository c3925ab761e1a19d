import { json } from "../../server/db/columns.ts";
import type { BodyKind } from "../../server/features/bodies/bodies.shared.ts";
import type { LocalizedText } from "../../server/locale.shared.ts";
import type { TestCouncil } from "./world.ts";

const longAgo = new Date("2023-07-01T08:00:00Z");

interface Seated {
  id: string;
  members: { id: string; name: string; slug: string }[];
}

/** A public body with so many public members since 2023, “Anëtari 1” and so on, in this order. */
export const seatBody = (
  council: TestCouncil,
  kind: BodyKind,
  slug: string,
  name: LocalizedText,
  members: number,
): Promise<Seated> =>
  council.db.write(async (tx) => {
    const shown = { state: "published", public_from: longAgo, folded_text: "" } as const;
    const { id } = await tx
      .insertInto("bodies")
      .values({ slug, kind, name: json(name), contacts: "{}", unit: null, begins_on: null, ends_on: null, ...shown })
      .returning("id")
      .executeTakeFirstOrThrow();
    const people: Seated["members"] = [];
    for (let at = 1; at <= members; at += 1) {
      const person = await tx
        .insertInto("people")
        .values({
          slug: `${slug}-anetari-${at}`,
          name: `Anëtari ${at} i ${name.sq}`,
          family_name: name.sq,
          gender: null,
          contacts: "{}",
          photo_renditions: "[]",
          photo_width: null,
          photo_height: null,
          photo_sha256: null,
          ...shown,
        })
        .returning(["id", "name", "slug"])
        .executeTakeFirstOrThrow();
      people.push(person);
      await tx
        .insertInto("memberships")
        .values({
          body_id: id,
          person_id: person.id,
          role: "member",
          term_id: null,
          seat: null,
          party_id: null,
          begins_on: "2023-07-01",
          ends_on: null,
          end_reason: null,
          position: at,
        })
        .execute();
    }
    return { id, members: people };
  });
