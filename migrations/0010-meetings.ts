import { type Kysely, sql } from "kysely";
import { isolate, tenantColumn } from "./lib/tenant-table.ts";

/** Meetings of any body with their agenda, votes and attendance, and what each looked like when it was announced. */
export async function up(db: Kysely<unknown>) {
  await sql`create table meetings (
    ${tenantColumn},
    id uuid not null default new_id(),
    slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 120),
    body_id uuid not null,
    kind text not null check (kind in ('ordinary', 'extraordinary', 'constitutive', 'joint', 'hearing', 'consultation', 'event', 'ceremony')),
    title jsonb,
    description jsonb,
    starts_at timestamptz not null,
    ends_at timestamptz check (ends_at > starts_at),
    place jsonb,
    online_url text,
    access text not null default 'open' check (access in ('open', 'closed')),
    closed_reason jsonb,
    stage text not null default 'planned'
      check (stage in ('planned', 'announced', 'open', 'closed', 'minutes_published', 'cancelled', 'postponed')),
    stage_reason jsonb,
    postponed_to uuid,
    album_id uuid,
    notice jsonb,
    announced_at timestamptz,
    short_notice_reason jsonb,
    opened_at timestamptz,
    closed_at timestamptz check (closed_at >= opened_at),
    minutes_published_at timestamptz,
    members integer check (members between 1 and 200),
    present integer check (present between 0 and members),
    sequence integer not null default 0,
    folded_text text not null,
    state text not null default 'draft' check (state in ('draft', 'published', 'withdrawn')),
    public_from timestamptz,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    day date not null generated always as ((starts_at at time zone 'Europe/Tirane')::date) stored,
    primary key (tenant_id, id),
    unique (tenant_id, slug),
    foreign key (tenant_id, body_id) references bodies (tenant_id, id),
    foreign key (tenant_id, postponed_to) references meetings (tenant_id, id),
    foreign key (tenant_id, album_id) references albums (tenant_id, id),
    check ((access = 'closed') = (closed_reason is not null)),
    check (stage not in ('cancelled', 'postponed') or stage_reason is not null),
    check (postponed_to is null or stage = 'postponed'),
    check (postponed_to <> id),
    check (announced_at <= starts_at),
    check (state <> 'published' or public_from is not null)
  )`.execute(db);
  await sql`create unique index meetings_once on meetings (tenant_id, body_id, starts_at)
    where stage not in ('cancelled', 'postponed') and kind not in ('event', 'ceremony')`.execute(db);
  await sql`create index meetings_in_order on meetings (tenant_id, day desc, id)`.execute(db);
  await sql`create index meetings_by_body on meetings (tenant_id, body_id, day desc, id)`.execute(db);
  await sql`create index meetings_by_time on meetings (tenant_id, public_from)`.execute(db);
  await isolate(db, "meetings");

  // Bodies that sit together with the one that calls the meeting.
  await sql`create table meeting_bodies (
    ${tenantColumn},
    meeting_id uuid not null,
    body_id uuid not null,
    primary key (tenant_id, meeting_id, body_id),
    foreign key (tenant_id, meeting_id) references meetings (tenant_id, id) on delete cascade,
    foreign key (tenant_id, body_id) references bodies (tenant_id, id)
  )`.execute(db);
  await sql`create index meeting_bodies_by_body on meeting_bodies (tenant_id, body_id)`.execute(db);
  await isolate(db, "meeting_bodies");

  // The number is a path, so that 10 comes after 2 and 3.1 after 3.
  await sql`create table agenda_items (
    ${tenantColumn},
    id uuid not null default new_id(),
    meeting_id uuid not null,
    path integer[] not null check (array_length(path, 1) between 1 and 3 and 0 < all (path)),
    kind text not null
      check (kind in ('draft_act', 'report', 'information', 'question', 'election', 'request', 'procedure', 'other')),
    title jsonb not null,
    summary jsonb,
    proposer_kind text
      check (proposer_kind in ('mayor', 'councillors', 'committee', 'chair', 'citizens', 'secretary', 'other')),
    proposer jsonb,
    proposer_person_id uuid,
    proposer_body_id uuid,
    protocol_number text check (length(protocol_number) <= 40),
    draft_act_id uuid,
    result text check (result in ('adopted', 'adopted_changed', 'rejected', 'postponed', 'withdrawn', 'noted')),
    result_note jsonb,
    added_at timestamptz not null,
    primary key (tenant_id, id),
    unique (tenant_id, meeting_id, path),
    foreign key (tenant_id, meeting_id) references meetings (tenant_id, id) on delete cascade,
    foreign key (tenant_id, proposer_person_id) references people (tenant_id, id),
    foreign key (tenant_id, proposer_body_id) references bodies (tenant_id, id),
    foreign key (tenant_id, draft_act_id) references draft_acts (tenant_id, id)
  )`.execute(db);
  await sql`create index agenda_items_by_draft_act on agenda_items (tenant_id, draft_act_id) where draft_act_id is not null`.execute(
    db,
  );
  await isolate(db, "agenda_items");

  await sql`create table votes (
    ${tenantColumn},
    id uuid not null default new_id(),
    agenda_item_id uuid not null,
    round integer not null default 1 check (round > 0),
    method text not null check (method in ('by_name', 'count', 'secret')),
    majority text not null check (majority in ('voting', 'all', 'three_fifths')),
    majority_reason jsonb,
    members integer not null check (members between 1 and 200),
    present integer not null check (present between 0 and members),
    votes_for integer not null check (votes_for >= 0),
    votes_against integer not null check (votes_against >= 0),
    abstentions integer not null check (abstentions >= 0),
    outcome text not null check (outcome in ('adopted', 'rejected')),
    held_at timestamptz,
    primary key (tenant_id, id),
    unique (tenant_id, agenda_item_id, round),
    unique (tenant_id, id, method),
    foreign key (tenant_id, agenda_item_id) references agenda_items (tenant_id, id) on delete cascade,
    check (votes_for + votes_against + abstentions <= present)
  )`.execute(db);
  await isolate(db, "votes");

  // Only a vote by name has names: the key to the vote carries its method.
  await sql`create table ballots (
    ${tenantColumn},
    vote_id uuid not null,
    person_id uuid not null,
    method text not null default 'by_name' check (method = 'by_name'),
    choice text not null check (choice in ('for', 'against', 'abstained', 'absent', 'not_voting')),
    primary key (tenant_id, vote_id, person_id),
    foreign key (tenant_id, vote_id, method) references votes (tenant_id, id, method) on delete cascade,
    foreign key (tenant_id, person_id) references people (tenant_id, id)
  )`.execute(db);
  await sql`create index ballots_by_person on ballots (tenant_id, person_id, vote_id)`.execute(db);
  await isolate(db, "ballots");

  await sql`create table attendances (
    ${tenantColumn},
    meeting_id uuid not null,
    person_id uuid not null,
    status text not null check (status in ('present', 'late', 'absent_with_reason', 'absent')),
    arrived_at timestamptz,
    left_at timestamptz check (left_at >= arrived_at),
    note jsonb,
    primary key (tenant_id, meeting_id, person_id),
    foreign key (tenant_id, meeting_id) references meetings (tenant_id, id) on delete cascade,
    foreign key (tenant_id, person_id) references people (tenant_id, id),
    check (status in ('present', 'late') or num_nonnulls(arrived_at, left_at) = 0)
  )`.execute(db);
  await sql`create index attendances_by_person on attendances (tenant_id, person_id, meeting_id)`.execute(db);
  await isolate(db, "attendances");

  // What stood there at each step after the notice; the first is the notice itself.
  await sql`create table meeting_versions (
    ${tenantColumn},
    meeting_id uuid not null,
    version integer not null check (version > 0),
    at timestamptz not null,
    reason jsonb,
    content jsonb not null,
    primary key (tenant_id, meeting_id, version),
    foreign key (tenant_id, meeting_id) references meetings (tenant_id, id) on delete cascade
  )`.execute(db);
  await isolate(db, "meeting_versions", "select, insert, delete");
}

export async function down(db: Kysely<unknown>) {
  await sql`drop table meeting_versions, attendances, ballots, votes, agenda_items, meeting_bodies, meetings`.execute(
    db,
  );
}
