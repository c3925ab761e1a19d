import { type Kysely, sql } from "kysely";
import { isolate, tenantColumn } from "./lib/tenant-table.ts";

/** What was decided, how acts change each other, the prefect's review, and the plan of what is to be decided. */
export async function up(db: Kysely<unknown>) {
  await sql`create table acts (
    ${tenantColumn},
    id uuid not null default new_id(),
    slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 120),
    type text not null check (type in ('decision', 'ordinance', 'resolution')),
    nature text not null check (nature in ('normative', 'individual')),
    number integer not null check (number > 0),
    series text not null check (series ~ '^[0-9]{4}(-[0-9]{4})?$'),
    title jsonb not null,
    summary jsonb,
    body jsonb,
    legal_basis jsonb,
    subject text not null check (subject ~ '^[a-z]+$'),
    proposer_kind text check (proposer_kind in ('mayor', 'councillors', 'committee', 'chair', 'citizens', 'secretary', 'other')),
    proposer jsonb,
    proposer_person_id uuid,
    proposer_body_id uuid,
    body_id uuid not null,
    agenda_item_id uuid,
    draft_act_id uuid,
    adopted_on date not null,
    announced_on date check (announced_on >= adopted_on),
    notified_on date check (notified_on >= adopted_on),
    in_force_on date check (in_force_on >= adopted_on),
    repealed_on date check (repealed_on >= adopted_on),
    names_persons boolean not null default false,
    prefect_state text not null check (prefect_state in ('not_required', 'to_deposit', 'deposited', 'no_objection',
      'no_answer', 'returned', 'reconsidered', 'in_court', 'valid', 'invalid')),
    folded_text text not null,
    state text not null default 'draft' check (state in ('draft', 'published', 'withdrawn')),
    public_from timestamptz,
    withdrawn_at timestamptz,
    withdrawn_reason jsonb,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    year integer not null generated always as (extract(year from adopted_on)::integer) stored,
    primary key (tenant_id, id),
    unique (tenant_id, slug),
    constraint acts_number_once unique (tenant_id, type, series, number),
    foreign key (tenant_id, proposer_person_id) references people (tenant_id, id),
    foreign key (tenant_id, proposer_body_id) references bodies (tenant_id, id),
    foreign key (tenant_id, body_id) references bodies (tenant_id, id),
    foreign key (tenant_id, agenda_item_id) references agenda_items (tenant_id, id),
    foreign key (tenant_id, draft_act_id) references draft_acts (tenant_id, id),
    check (state <> 'published' or public_from is not null),
    check (state <> 'withdrawn' or (withdrawn_at is not null and withdrawn_reason is not null))
  )`.execute(db);
  await sql`create index acts_in_order on acts (tenant_id, adopted_on desc, number desc, id)`.execute(db);
  await sql`create index acts_by_time on acts (tenant_id, public_from)`.execute(db);
  await sql`create index acts_by_agenda_item on acts (tenant_id, agenda_item_id) where agenda_item_id is not null`.execute(
    db,
  );
  await sql`create index acts_by_draft_act on acts (tenant_id, draft_act_id) where draft_act_id is not null`.execute(
    db,
  );
  await sql`create index acts_by_person on acts (tenant_id, proposer_person_id) where proposer_person_id is not null`.execute(
    db,
  );
  await isolate(db, "acts");

  await sql`create table act_relations (
    ${tenantColumn},
    id uuid not null default new_id(),
    act_id uuid not null,
    kind text not null check (kind in ('amends', 'repeals', 'implements', 'supplements', 'corrects')),
    target_id uuid,
    target_text jsonb,
    since date,
    note jsonb,
    primary key (tenant_id, id),
    unique nulls not distinct (tenant_id, act_id, kind, target_id, target_text),
    foreign key (tenant_id, act_id) references acts (tenant_id, id) on delete cascade,
    foreign key (tenant_id, target_id) references acts (tenant_id, id),
    check (num_nonnulls(target_id, target_text) = 1),
    check (target_id <> act_id)
  )`.execute(db);
  await sql`create index act_relations_by_target on act_relations (tenant_id, target_id) where target_id is not null`.execute(
    db,
  );
  await isolate(db, "act_relations");

  // The prefect's review step by step; which step may follow which is the service's to say.
  await sql`create table prefect_steps (
    ${tenantColumn},
    act_id uuid not null,
    position integer not null check (position > 0),
    step text not null check (step in ('deposited', 'no_objection', 'no_answer', 'returned', 'reconsidered', 'court', 'ruled')),
    day date not null,
    protocol_number text check (length(protocol_number) <= 40),
    outcome text check (outcome in ('kept', 'changed', 'repealed', 'valid', 'invalid')),
    reasons jsonb,
    result_act_id uuid,
    primary key (tenant_id, act_id, position),
    foreign key (tenant_id, act_id) references acts (tenant_id, id) on delete cascade,
    foreign key (tenant_id, result_act_id) references acts (tenant_id, id),
    check (step <> 'deposited' or protocol_number is not null),
    check (step <> 'returned' or reasons is not null),
    check ((step in ('reconsidered', 'ruled')) = (outcome is not null))
  )`.execute(db);
  await isolate(db, "prefect_steps");

  // A number that no act has, and why; a gap without a row is shown as unexplained.
  await sql`create table act_number_gaps (
    ${tenantColumn},
    type text not null check (type in ('decision', 'ordinance', 'resolution')),
    series text not null check (series ~ '^[0-9]{4}(-[0-9]{4})?$'),
    number integer not null check (number > 0),
    reason jsonb not null,
    primary key (tenant_id, type, series, number)
  )`.execute(db);
  await isolate(db, "act_number_gaps");

  await sql`create table decision_plans (
    ${tenantColumn},
    year integer not null check (year between 2000 and 2199),
    adopting_act jsonb,
    act_id uuid,
    note jsonb,
    state text not null default 'draft' check (state in ('draft', 'published', 'withdrawn')),
    public_from timestamptz,
    primary key (tenant_id, year),
    foreign key (tenant_id, act_id) references acts (tenant_id, id),
    check (state <> 'published' or public_from is not null)
  )`.execute(db);
  await isolate(db, "decision_plans");

  await sql`create table plan_items (
    ${tenantColumn},
    id uuid not null default new_id(),
    year integer not null,
    month integer not null check (month between 1 and 12),
    position integer not null default 0,
    title jsonb not null,
    type text not null check (type in ('decision', 'ordinance', 'resolution')),
    subject text not null check (subject ~ '^[a-z]+$'),
    proposer_kind text not null check (proposer_kind in ('mayor', 'councillors', 'committee', 'chair', 'citizens', 'secretary', 'other')),
    proposer jsonb,
    is_consulted boolean not null,
    draft_act_id uuid,
    act_id uuid,
    dropped_on date,
    dropped_reason jsonb,
    primary key (tenant_id, id),
    foreign key (tenant_id, year) references decision_plans (tenant_id, year) on delete cascade,
    foreign key (tenant_id, draft_act_id) references draft_acts (tenant_id, id),
    foreign key (tenant_id, act_id) references acts (tenant_id, id),
    check ((dropped_on is null) = (dropped_reason is null)),
    check (act_id is null or dropped_on is null)
  )`.execute(db);
  await sql`create index plan_items_in_order on plan_items (tenant_id, year, month, position, id)`.execute(db);
  await isolate(db, "plan_items");
}

export async function down(db: Kysely<unknown>) {
  await sql`drop table plan_items, decision_plans, act_number_gaps, prefect_steps, act_relations, acts`.execute(db);
}
