import { sql } from "kysely";
import type { TenantTx } from "../../../db/tenant-db.ts";
import { phrases } from "../../../http/phrases.ts";
import type { LocalizedText } from "../../../locale.shared.ts";
import type { BodyKind, Role } from "../../bodies/bodies.shared.ts";
import { bodyUrl, personUrl } from "../../elements/item-urls.shared.ts";
import { documentsOf, type Source, said, saidInHtml } from "../source.ts";
import { isPublicAt, publishedAfter, willBePublic } from "./standing.ts";

interface Seat {
  person_id: string;
  role: Role;
  body_id: string;
  body_name: LocalizedText;
  body_kind: BodyKind;
}

/** What people are in which public bodies, those that they are now first. @param now by the database's clock if not given */
const seatsOf = (tx: TenantTx, ids: readonly string[], now: Date | null = null): Promise<Seat[]> =>
  tx
    .selectFrom("memberships as s")
    .innerJoin("bodies as b", "b.id", "s.body_id")
    .where("s.person_id", "in", ids)
    .where("b.state", "=", "published")
    .where("b.public_from", "<=", now ?? sql<Date>`clock_timestamp()`)
    .orderBy("s.person_id")
    .orderBy("s.ends_on", (order) => order.desc().nullsFirst())
    .orderBy("s.begins_on", "desc")
    .select(["s.person_id", "s.role", "s.body_id", "b.name as body_name", "b.kind as body_kind"])
    .execute();

const seatIn = ({ role, body_name }: Seat, locale: "sq" | "en") =>
  `${phrases(locale, "people")(`role.${role}`)}, ${body_name[locale] || body_name.sq}`;

export const people: Source = {
  name: "person",
  batch: 100,
  idsAfter: publishedAfter("people"),
  async documents(tx, ids) {
    const rows = await tx
      .selectFrom("people as t")
      .where(willBePublic)
      .where("t.id", "in", ids)
      .select(["t.id", "t.slug", "t.name", "t.occupation", "t.cv", "t.public_from"])
      .execute();
    const seats = Map.groupBy(await seatsOf(tx, ids), ({ person_id }) => person_id);
    return rows.flatMap((person) => {
      const held = seats.get(person.id) ?? [];
      return documentsOf({
        subject: `person:${person.id}`,
        kind: "person",
        url: personUrl(person.slug),
        title: { sq: person.name, en: person.name },
        texts: (locale) => [
          ...held.map((seat) => seatIn(seat, locale)),
          said(person.occupation, locale),
          saidInHtml(person.cv, locale),
        ],
        ...{ date: null, year: null, topic: null },
        body: held[0]?.body_id ?? null,
        visibleFrom: person.public_from!,
      });
    });
  },
  async shown(tx, found, now) {
    const ids = found.map(({ id }) => id);
    const [rows, seats] = await Promise.all([
      tx.selectFrom("people as t").where(isPublicAt(now)).where("t.id", "in", ids).select("t.id").execute(),
      seatsOf(tx, ids, now),
    ]);
    const first = Map.groupBy(seats, ({ person_id }) => person_id);
    return new Map(
      rows.map(({ id }) => {
        const seat = first.get(id)?.[0];
        return [id, { beside: seat ? { sq: seatIn(seat, "sq"), en: seatIn(seat, "en") } : null }];
      }),
    );
  },
};

export const bodies: Source = {
  name: "body",
  batch: 100,
  idsAfter: publishedAfter("bodies"),
  async documents(tx, ids) {
    const rows = await tx
      .selectFrom("bodies as t")
      .where(willBePublic)
      .where("t.id", "in", ids)
      .select(["t.id", "t.slug", "t.kind", "t.name", "t.functions", "t.duties", "t.founding_act", "t.unit"])
      .select("t.public_from")
      .execute();
    return rows.flatMap((body) =>
      documentsOf({
        subject: `body:${body.id}`,
        kind: "body",
        url: bodyUrl(body.kind, body.slug),
        title: body.name,
        names: (locale) => [phrases(locale, "people")(`kind.${body.kind}`)],
        texts: (locale) => [
          saidInHtml(body.functions, locale),
          saidInHtml(body.duties, locale),
          said(body.founding_act, locale),
          body.unit,
        ],
        ...{ date: null, year: null, topic: null },
        body: body.id,
        visibleFrom: body.public_from!,
      }),
    );
  },
  async shown(tx, found, now) {
    const ids = found.map(({ id }) => id);
    const rows = await tx
      .selectFrom("bodies as t")
      .where(isPublicAt(now))
      .where("t.id", "in", ids)
      .select("t.id")
      .execute();
    return new Map(rows.map(({ id }) => [id, { beside: null }]));
  },
};
