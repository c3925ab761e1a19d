import { type Kysely, sql } from "kysely";
import { isolate, tenantColumn } from "./lib/tenant-table.ts";

/** What is proposed and consulted on before it is decided. Its periods run in `deadlines`, subject `draft-act`. */
export async function up(db: Kysely<unknown>) {
  await sql`create table draft_acts (
    ${tenantColumn},
    id uuid not null default new_id(),
    slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 120),
    type text not null check (type in ('decision', 'ordinance', 'resolution')),
    nature text not null check (nature in ('normative', 'individual')),
    title jsonb not null,
    summary jsonb,
    body jsonb,
    reasons jsonb,
    expected_effect jsonb,
    how_to_comment jsonb,
    subject text not null check (subject ~ '^[a-z]+$'),
    proposer_kind text not null check (proposer_kind in ('mayor', 'councillors', 'committee', 'chair', 'citizens', 'secretary', 'other')),
    proposer jsonb,
    proposer_person_id uuid,
    proposer_body_id uuid,
    protocol_number text check (length(protocol_number) <= 40),
    registered_on date not null,
    stage text not null check (stage in ('initiative', 'drafting', 'consultation', 'review', 'agenda', 'adopted', 'rejected', 'withdrawn')),
    stage_note jsonb,
    initiative_from date,
    consultation_from date,
    consultation_required boolean not null,
    folded_text text not null,
    state text not null default 'draft' check (state in ('draft', 'published', 'withdrawn')),
    public_from timestamptz,
    withdrawn_at timestamptz,
    withdrawn_reason jsonb,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    year integer not null generated always as (extract(year from registered_on)::integer) stored,
    primary key (tenant_id, id),
    unique (tenant_id, slug),
    foreign key (tenant_id, proposer_person_id) references people (tenant_id, id),
    foreign key (tenant_id, proposer_body_id) references bodies (tenant_id, id),
    check (stage <> 'initiative' or initiative_from is not null),
    check (stage <> 'consultation' or consultation_from is not null),
    check (stage <> 'withdrawn' or stage_note is not null),
    check (initiative_from is null or consultation_from is null or consultation_from >= initiative_from),
    check (state <> 'published' or public_from is not null),
    check (state <> 'withdrawn' or (withdrawn_at is not null and withdrawn_reason is not null))
  )`.execute(db);
  await sql`create index draft_acts_in_order on draft_acts (tenant_id, registered_on desc, id)`.execute(db);
  await sql`create index draft_acts_by_time on draft_acts (tenant_id, public_from)`.execute(db);
  await sql`create index draft_acts_by_person on draft_acts (tenant_id, proposer_person_id) where proposer_person_id is not null`.execute(
    db,
  );
  await isolate(db, "draft_acts");
}

export async function down(db: Kysely<unknown>) {
  await sql`drop table draft_acts`.execute(db);
}
