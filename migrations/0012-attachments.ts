import { type Kysely, sql } from "kysely";
import { isolate, tenantColumn } from "./lib/tenant-table.ts";

const carriers = ["meeting", "agenda_item", "draft_act", "act", "person", "election"] as const;
const tables = {
  meeting: "meetings",
  agenda_item: "agenda_items",
  draft_act: "draft_acts",
  act: "acts",
  person: "people",
  election: "elections",
};

/** Documents of the council's work: each belongs to exactly one thing, in one role, since an instant. */
export async function up(db: Kysely<unknown>) {
  await sql`create table attachments (
    ${tenantColumn},
    document_id uuid not null,
    ${sql.raw(carriers.map((one) => `${one}_id uuid`).join(", "))},
    role text not null check (role in ('notice', 'agenda', 'minutes', 'draft_act', 'explanatory_report', 'text', 'signed',
      'annex', 'redacted', 'initiative', 'cv', 'results', 'other')),
    position integer not null default 0,
    added_at timestamptz not null,
    primary key (tenant_id, document_id),
    foreign key (tenant_id, document_id) references documents (tenant_id, id),
    ${sql.raw(
      carriers
        .map((one) => `foreign key (tenant_id, ${one}_id) references ${tables[one]} (tenant_id, id) on delete cascade`)
        .join(", "),
    )},
    check (num_nonnulls(${sql.raw(carriers.map((one) => `${one}_id`).join(", "))}) = 1)
  )`.execute(db);
  for (const one of carriers)
    await sql`create index ${sql.ref(`attachments_by_${one}`)} on attachments (tenant_id, ${sql.ref(`${one}_id`)}, position)
      where ${sql.ref(`${one}_id`)} is not null`.execute(db);
  await isolate(db, "attachments");
}

export async function down(db: Kysely<unknown>) {
  await sql`drop table attachments`.execute(db);
}
