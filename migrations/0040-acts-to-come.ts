import { type Kysely, sql } from "kysely";

/**
 * What an act brings about waits until the public has it: an effect may be due later, an act remembers whether its own have
 * come about and why it leaves out numbers, and a draft act what it was before the decision.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table outbox add column due_at timestamptz`.execute(db);
  await sql`grant select (due_at) on outbox to portal_jobs`.execute(db);
  await sql`alter table acts
    add column took_effect boolean not null default false,
    add column gap_from integer,
    add column gap_reason jsonb,
    add check ((gap_from is null) = (gap_reason is null))`.execute(db);
  await sql`alter table draft_acts
    add column decided_at timestamptz,
    add column stage_before text,
    add check ((decided_at is null) = (stage_before is null))`.execute(db);
  await sql`alter table acts no force row level security`.execute(db);
  await sql`update acts set took_effect = true where state = 'published' and public_from <= now()`.execute(db);
  await sql`alter table outbox no force row level security`.execute(db);
  await sql`insert into outbox (tenant_id, topic, subject_id, due_at)
    select tenant_id, 'act-effects', id, public_from from acts where state = 'published' and not took_effect`.execute(
    db,
  );
  await sql`alter table acts force row level security`.execute(db);
  await sql`alter table outbox force row level security`.execute(db);
  await sql`create index acts_to_come on acts (tenant_id, public_from) where state = 'published' and not took_effect`.execute(
    db,
  );
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`alter table outbox no force row level security`.execute(db);
  await sql`delete from outbox where topic = 'act-effects'`.execute(db);
  await sql`alter table outbox force row level security`.execute(db);
  await sql`alter table draft_acts drop column decided_at, drop column stage_before`.execute(db);
  await sql`alter table acts drop column took_effect, drop column gap_from, drop column gap_reason`.execute(db);
  await sql`alter table outbox drop column due_at`.execute(db);
}
