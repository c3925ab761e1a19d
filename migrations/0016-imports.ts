import { type Kysely, sql } from "kysely";
import { isolate, tenantColumn } from "./lib/tenant-table.ts";

const prefectStates = (states: string) => sql`alter table acts add constraint acts_prefect_state_check
  check (prefect_state in (${sql.raw(states)}))`;
const before =
  "'not_required', 'to_deposit', 'deposited', 'no_objection', 'no_answer', 'returned', 'reconsidered', 'in_court', 'valid', 'invalid'";

/** Tables that were brought in, and what each made, so that it can be taken back. */
export async function up(db: Kysely<unknown>) {
  await sql`create table imports (
    ${tenantColumn},
    id uuid not null default new_id(),
    kind text not null check (kind ~ '^[a-z_]+$'),
    file_name text not null check (length(file_name) between 1 and 200),
    sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    rows integer not null check (rows > 0),
    made jsonb not null,
    is_published boolean not null,
    by jsonb not null,
    at timestamptz not null,
    last_change bigint not null,
    undone_at timestamptz,
    undone_by jsonb,
    primary key (tenant_id, id),
    check ((undone_at is null) = (undone_by is null))
  )`.execute(db);
  await sql`create index imports_in_order on imports (tenant_id, at desc, id)`.execute(db);
  await isolate(db, "imports", "select, insert, update");

  // Each thing that an import made or changed, and what became of it when the import was taken back.
  await sql`create table import_traces (
    ${tenantColumn},
    import_id uuid not null,
    position integer not null,
    line integer not null,
    entity text not null,
    entity_id text not null,
    change text not null check (change in ('made', 'changed')),
    undone text check (undone in ('deleted', 'withdrawn', 'left')),
    left_because text,
    primary key (tenant_id, import_id, position),
    foreign key (tenant_id, import_id) references imports (tenant_id, id),
    check ((coalesce(undone, '') = 'left') = (left_because is not null))
  )`.execute(db);
  await sql`create index import_traces_by_entity on import_traces (tenant_id, entity, entity_id)`.execute(db);
  await isolate(db, "import_traces", "select, insert, update");

  // Of an act that comes from an older register, what that does not say is unknown, and no clock runs for it.
  await sql`alter table acts add column from_old_register boolean not null default false`.execute(db);
  await sql`alter table acts drop constraint acts_prefect_state_check`.execute(db);
  await prefectStates(`${before}, 'not_recorded'`).execute(db);
}

export async function down(db: Kysely<unknown>) {
  await sql`alter table acts drop constraint acts_prefect_state_check`.execute(db);
  await prefectStates(before).execute(db);
  await sql`alter table acts drop column from_old_register`.execute(db);
  await sql`drop table import_traces, imports`.execute(db);
}
