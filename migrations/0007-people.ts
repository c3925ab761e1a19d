import { type Kysely, sql } from "kysely";
import { isolate, tenantColumn } from "./lib/tenant-table.ts";

/** Who decides: parties, terms, bodies of every kind, people, and who was what in which body from when to when. */
export async function up(db: Kysely<unknown>) {
  await sql`create extension if not exists btree_gist`.execute(db);

  await sql`create table parties (
    ${tenantColumn},
    id uuid not null default new_id(),
    slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 120),
    colour text check (colour ~ '^#[0-9a-f]{6}$'),
    ended_on date,
    successor_id uuid,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    primary key (tenant_id, id),
    unique (tenant_id, slug),
    foreign key (tenant_id, successor_id) references parties (tenant_id, id),
    check (successor_id is null or ended_on is not null),
    check (successor_id <> id)
  )`.execute(db);
  await isolate(db, "parties");

  // A party keeps its row through every renaming; the first name has no first day.
  await sql`create table party_names (
    ${tenantColumn},
    id uuid not null default new_id(),
    party_id uuid not null,
    valid_from date,
    name jsonb not null,
    short_name text not null check (length(short_name) between 1 and 20),
    primary key (tenant_id, id),
    unique nulls not distinct (tenant_id, party_id, valid_from),
    foreign key (tenant_id, party_id) references parties (tenant_id, id) on delete cascade
  )`.execute(db);
  await isolate(db, "party_names");

  await sql`create table terms (
    ${tenantColumn},
    id uuid not null default new_id(),
    slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 40),
    begins_on date not null,
    ends_on date,
    seats integer not null check (seats between 1 and 99),
    primary key (tenant_id, id),
    unique (tenant_id, slug),
    check (ends_on >= begins_on),
    constraint terms_one_at_a_time exclude using gist (tenant_id with =, daterange(begins_on, ends_on, '[]') with &&)
  )`.execute(db);
  await isolate(db, "terms");

  await sql`create table bodies (
    ${tenantColumn},
    id uuid not null default new_id(),
    slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 120),
    kind text not null check (kind in ('council', 'committee', 'board', 'village', 'neighbourhood', 'secretariat')),
    name jsonb not null,
    functions jsonb,
    duties jsonb,
    founding_act jsonb,
    unit text,
    contacts jsonb not null default '{}',
    begins_on date,
    ends_on date check (ends_on >= begins_on),
    position integer not null default 0,
    folded_text text not null,
    state text not null default 'draft' check (state in ('draft', 'published', 'withdrawn')),
    public_from timestamptz,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    primary key (tenant_id, id),
    unique (tenant_id, slug),
    check (state <> 'published' or public_from is not null)
  )`.execute(db);
  await sql`create unique index bodies_one_council on bodies (tenant_id, kind) where kind in ('council', 'secretariat')`.execute(
    db,
  );
  await sql`create index bodies_in_order on bodies (tenant_id, kind, position, id)`.execute(db);
  await isolate(db, "bodies");

  await sql`create table people (
    ${tenantColumn},
    id uuid not null default new_id(),
    slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 120),
    name text not null,
    family_name text not null,
    gender text check (gender in ('female', 'male', 'other')),
    occupation jsonb,
    cv jsonb,
    contacts jsonb not null default '{}',
    photo_alternative jsonb,
    photo_width integer check (photo_width > 0),
    photo_height integer check (photo_height > 0),
    photo_sha256 text,
    photo_renditions jsonb not null default '[]',
    folded_text text not null,
    state text not null default 'draft' check (state in ('draft', 'published', 'withdrawn')),
    public_from timestamptz,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    primary key (tenant_id, id),
    unique (tenant_id, slug),
    foreign key (tenant_id, photo_sha256) references files (tenant_id, sha256),
    check (num_nulls(photo_alternative, photo_width, photo_height, photo_sha256) in (0, 4)),
    check (state <> 'published' or public_from is not null)
  )`.execute(db);
  await isolate(db, "people");

  // A seat has one holder at a time and several in a term; whoever chairs is a member and has a second row for that.
  await sql`create table memberships (
    ${tenantColumn},
    id uuid not null default new_id(),
    body_id uuid not null,
    person_id uuid not null,
    role text not null check (role in ('chair', 'deputy_chair', 'secretary', 'member', 'head', 'liaison', 'staff')),
    title jsonb,
    term_id uuid,
    seat integer check (seat between 1 and 99),
    party_id uuid,
    begins_on date not null,
    ends_on date,
    end_reason text check (end_reason in ('term_ended', 'resigned', 'incompatible', 'lost', 'died', 'recalled', 'other')),
    end_note jsonb,
    how_chosen jsonb,
    position integer not null default 0,
    primary key (tenant_id, id),
    foreign key (tenant_id, body_id) references bodies (tenant_id, id),
    foreign key (tenant_id, person_id) references people (tenant_id, id),
    foreign key (tenant_id, term_id) references terms (tenant_id, id),
    foreign key (tenant_id, party_id) references parties (tenant_id, id),
    check (ends_on >= begins_on),
    check (ends_on is not null or (end_reason is null and end_note is null)),
    check ((term_id is null) = (seat is null)),
    check (seat is null or role = 'member'),
    constraint memberships_one_holder exclude using gist
      (tenant_id with =, term_id with =, seat with =, daterange(begins_on, ends_on, '[]') with &&) where (seat is not null),
    constraint memberships_once_at_a_time exclude using gist
      (tenant_id with =, body_id with =, person_id with =, role with =, daterange(begins_on, ends_on, '[]') with &&),
    constraint memberships_one_chair exclude using gist
      (tenant_id with =, body_id with =, role with =, daterange(begins_on, ends_on, '[]') with &&) where (role in ('chair', 'head'))
  )`.execute(db);
  await sql`create index memberships_by_body on memberships (tenant_id, body_id, position, id)`.execute(db);
  await sql`create index memberships_by_person on memberships (tenant_id, person_id, begins_on)`.execute(db);
  await isolate(db, "memberships");

  // To which party somebody belongs: a row without one says that it is none; no row, that it is not known.
  await sql`create table affiliations (
    ${tenantColumn},
    id uuid not null default new_id(),
    person_id uuid not null,
    party_id uuid,
    begins_on date not null,
    ends_on date check (ends_on >= begins_on),
    primary key (tenant_id, id),
    foreign key (tenant_id, person_id) references people (tenant_id, id) on delete cascade,
    foreign key (tenant_id, party_id) references parties (tenant_id, id),
    constraint affiliations_one_at_a_time exclude using gist
      (tenant_id with =, person_id with =, daterange(begins_on, ends_on, '[]') with &&)
  )`.execute(db);
  await isolate(db, "affiliations");

  // Seats that somebody holds elsewhere on behalf of the council.
  await sql`create table representations (
    ${tenantColumn},
    id uuid not null default new_id(),
    person_id uuid not null,
    organisation jsonb not null,
    role jsonb,
    basis jsonb,
    begins_on date not null,
    ends_on date check (ends_on >= begins_on),
    primary key (tenant_id, id),
    foreign key (tenant_id, person_id) references people (tenant_id, id) on delete cascade
  )`.execute(db);
  await sql`create index representations_by_person on representations (tenant_id, person_id, begins_on)`.execute(db);
  await isolate(db, "representations");
}

export async function down(db: Kysely<unknown>) {
  await sql`drop table representations, affiliations, memberships, people, bodies, terms, party_names, parties`.execute(
    db,
  );
  await sql`drop extension btree_gist`.execute(db);
}
