import { sql } from "kysely";
import type { TenantTx } from "../../db/tenant-db.ts";
import { dayIn } from "../../local-time.ts";
import { portraitColumns } from "../people/person-view.ts";

/** Meetings that the first screen of a councillor names. */
const mostMeetings = 6;

/** The person whom an account belongs to, with what was handed over or proposed of them. */
export const findOwnPerson = (tx: TenantTx, id: string) =>
  tx
    .selectFrom("people as p")
    .leftJoin("submissions as s", (join) =>
      join.on("s.entity", "=", "person").on("s.entity_id", "=", (eb) => eb.cast<string>("p.id", "text")),
    )
    .leftJoin("proposals as r", (join) =>
      join.on("r.entity", "=", "person").on("r.entity_id", "=", (eb) => eb.cast<string>("p.id", "text")),
    )
    .where("p.id", "=", id)
    .where("p.binned_at", "is", null)
    .select(["p.id", "p.slug", "p.name", "p.cv", "p.contacts", "p.state", "p.public_from", "p.updated_at"])
    .select(["r.proposed_at", "s.submitted_at"])
    .select((eb) => [
      eb.fn.coalesce("r.returned_at", "s.returned_at").as("returned_at"),
      eb.fn.coalesce("r.returned_name", "s.returned_name").as("returned_name"),
      eb.fn.coalesce("r.return_note", "s.return_note").as("return_note"),
    ])
    .select(portraitColumns)
    .executeTakeFirst();
export type OwnPerson = NonNullable<Awaited<ReturnType<typeof findOwnPerson>>>;

/**
 * The next meetings of the bodies of which somebody is a member on their day, as the public knows them, with how many
 * papers it can read of each.
 */
export const findOwnMeetings = (tx: TenantTx, personId: string, now: Date) =>
  tx
    .selectFrom("meetings as m")
    .innerJoin("bodies as b", "b.id", "m.body_id")
    .where("m.state", "=", "published")
    .where("m.public_from", "<=", now)
    .where("b.state", "=", "published")
    .where("b.public_from", "<=", now)
    .where("m.day", ">=", dayIn(now))
    .where("m.stage", "in", ["planned", "announced", "open"])
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom("memberships as s")
          .where("s.person_id", "=", personId)
          .whereRef("s.body_id", "=", "m.body_id")
          .whereRef("s.begins_on", "<=", "m.day")
          .where((own) => own.or([own("s.ends_on", "is", null), own("s.ends_on", ">=", own.ref("m.day"))])),
      ),
    )
    .orderBy("m.day")
    .orderBy("m.starts_at")
    .orderBy("m.id")
    .limit(mostMeetings)
    .select(["m.id", "m.slug", "m.kind", "m.title", "m.stage", "m.starts_at", "m.place"])
    .select(["b.kind as body_kind", "b.name as body_name"])
    .select(
      sql<number>`(select count(*)::integer from attachments a join documents d on d.id = a.document_id
        left join agenda_items i on i.id = a.agenda_item_id
        where d.public_from <= ${now} and (a.meeting_id = m.id or i.meeting_id = m.id))`.as("papers"),
    )
    .execute();
