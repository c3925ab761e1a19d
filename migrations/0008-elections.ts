import { type Kysely, sql } from "kysely";
import { isolate, tenantColumn } from "./lib/tenant-table.ts";

/** Local elections with their lists, and what councillors are paid. */
export async function up(db: Kysely<unknown>) {
  await sql`create table elections (
    ${tenantColumn},
    id uuid not null default new_id(),
    slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 120),
    kind text not null check (kind in ('ordinary', 'partial', 'repeated')),
    held_on date not null,
    term_id uuid,
    seats integer not null check (seats between 1 and 99),
    electorate integer check (electorate > 0),
    voters integer check (voters >= 0),
    valid_ballots integer check (valid_ballots >= 0),
    invalid_ballots integer check (invalid_ballots >= 0),
    source jsonb,
    source_url text,
    note jsonb,
    state text not null default 'draft' check (state in ('draft', 'published', 'withdrawn')),
    public_from timestamptz,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    primary key (tenant_id, id),
    unique (tenant_id, slug),
    unique (tenant_id, held_on, kind),
    foreign key (tenant_id, term_id) references terms (tenant_id, id),
    check (voters <= electorate),
    check (valid_ballots + coalesce(invalid_ballots, 0) <= voters),
    check (state <> 'published' or public_from is not null)
  )`.execute(db);
  await isolate(db, "elections");

  await sql`create table election_lists (
    ${tenantColumn},
    election_id uuid not null,
    position integer not null check (position > 0),
    name jsonb not null,
    short_name text not null check (length(short_name) between 1 and 20),
    party_id uuid,
    votes integer not null check (votes >= 0),
    seats integer not null check (seats >= 0),
    primary key (tenant_id, election_id, position),
    foreign key (tenant_id, election_id) references elections (tenant_id, id) on delete cascade,
    foreign key (tenant_id, party_id) references parties (tenant_id, id)
  )`.execute(db);
  await isolate(db, "election_lists");

  // What is paid for what, on which legal basis; whole lekë.
  await sql`create table pay_rates (
    ${tenantColumn},
    id uuid not null default new_id(),
    applies_to text not null check (applies_to in ('chair', 'deputy_chair', 'secretary', 'member', 'committee_chair', 'committee_member', 'liaison')),
    basis text not null check (basis in ('month', 'meeting')),
    amount integer not null check (amount >= 0),
    legal_basis jsonb not null,
    note jsonb,
    valid_from date not null,
    valid_to date check (valid_to >= valid_from),
    primary key (tenant_id, id),
    constraint pay_rates_one_at_a_time exclude using gist
      (tenant_id with =, applies_to with =, basis with =, daterange(valid_from, valid_to, '[]') with &&)
  )`.execute(db);
  await isolate(db, "pay_rates");

  await sql`create table pay_months (
    ${tenantColumn},
    year integer not null check (year between 2000 and 2199),
    month integer not null check (month between 1 and 12),
    note jsonb,
    state text not null default 'draft' check (state in ('draft', 'published', 'withdrawn')),
    public_from timestamptz,
    primary key (tenant_id, year, month),
    check (state <> 'published' or public_from is not null)
  )`.execute(db);
  await isolate(db, "pay_months");

  await sql`create table pay_entries (
    ${tenantColumn},
    year integer not null,
    month integer not null,
    person_id uuid not null,
    rate_id uuid not null,
    meetings integer check (meetings >= 0),
    amount integer not null check (amount >= 0),
    note jsonb,
    primary key (tenant_id, year, month, person_id, rate_id),
    foreign key (tenant_id, year, month) references pay_months (tenant_id, year, month) on delete cascade,
    foreign key (tenant_id, person_id) references people (tenant_id, id),
    foreign key (tenant_id, rate_id) references pay_rates (tenant_id, id)
  )`.execute(db);
  await sql`create index pay_entries_by_person on pay_entries (tenant_id, person_id, year, month)`.execute(db);
  await isolate(db, "pay_entries");
}

export async function down(db: Kysely<unknown>) {
  await sql`drop table pay_entries, pay_months, pay_rates, election_lists, elections`.execute(db);
}
