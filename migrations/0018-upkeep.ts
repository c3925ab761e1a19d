import { type Kysely, sql } from "kysely";
import { isolate, tenantColumn } from "./lib/tenant-table.ts";

/** What is found broken night by night, the notices that went to members by mail, and templates of meetings. */
export async function up(db: Kysely<unknown>) {
  await sql`alter table files add column checked_at timestamptz`.execute(db);

  await sql`create table defects (
    ${tenantColumn},
    id uuid not null default gen_random_uuid(),
    kind text not null check (kind in ('file_missing', 'file_damaged', 'link_broken', 'photo_without_text', 'scan_without_text')),
    entity text not null check (entity ~ '^[a-z]+(_[a-z]+)*$' and length(entity) <= 40),
    entity_id uuid not null,
    field text not null check (length(field) <= 120),
    address text not null check (length(address) <= 2000),
    title jsonb not null,
    public_url jsonb not null,
    detail jsonb not null default '{}',
    first_seen_at timestamptz not null,
    last_seen_at timestamptz not null,
    resolved_at timestamptz,
    ignored_at timestamptz,
    ignored_by jsonb,
    ignored_reason text,
    primary key (tenant_id, id),
    constraint defects_once unique (tenant_id, entity, entity_id, kind, field, address),
    check (num_nulls(ignored_at, ignored_by, ignored_reason) in (0, 3))
  )`.execute(db);
  await sql`create index defects_open on defects (tenant_id, kind, first_seen_at desc, id) where resolved_at is null`.execute(
    db,
  );
  await isolate(db, "defects");

  // An address is asked again each night however many things link to it; once failed it has another night.
  await sql`create table link_checks (
    ${tenantColumn},
    address text not null check (length(address) <= 2000),
    checked_at timestamptz not null,
    failed_nights integer not null default 0 check (failed_nights >= 0),
    failed_on date,
    reason text,
    status integer,
    primary key (tenant_id, address),
    check ((failed_nights = 0) = (failed_on is null)),
    check ((failed_nights = 0) = (reason is null))
  )`.execute(db);
  await isolate(db, "link_checks");

  await sql`create table upkeep_runs (
    ${tenantColumn},
    started_at timestamptz,
    finished_at timestamptz,
    asked_at timestamptz,
    counts jsonb not null default '{}',
    primary key (tenant_id)
  )`.execute(db);
  await isolate(db, "upkeep_runs");

  await sql`alter table mails add column calendar jsonb, add column reply_to text`.execute(db);
  await sql`alter table mails add constraint mails_masked_whole check (masked_at is null or num_nonnulls(calendar, reply_to) = 0)`.execute(
    db,
  );

  // A notice as it stood at a time, sent to the members once: later changes are mailings of their own.
  await sql`create table meeting_mailings (
    ${tenantColumn},
    id uuid not null default gen_random_uuid(),
    meeting_id uuid not null,
    method text not null check (method in ('request', 'cancel')),
    version integer not null check (version >= 0),
    sequence integer not null check (sequence >= 0),
    asked_at timestamptz not null,
    asked_by jsonb not null,
    primary key (tenant_id, id),
    constraint meeting_mailings_once unique (tenant_id, meeting_id, method, version, sequence),
    foreign key (tenant_id, meeting_id) references meetings (tenant_id, id) on delete cascade
  )`.execute(db);
  await isolate(db, "meeting_mailings");

  await sql`create table meeting_mail_recipients (
    ${tenantColumn},
    mailing_id uuid not null,
    person_id uuid not null,
    is_reachable boolean not null,
    mail_id uuid,
    attempts integer not null default 0 check (attempts >= 0),
    position integer not null,
    primary key (tenant_id, mailing_id, person_id),
    foreign key (tenant_id, mailing_id) references meeting_mailings (tenant_id, id) on delete cascade,
    foreign key (tenant_id, person_id) references people (tenant_id, id),
    foreign key (tenant_id, mail_id) references mails (tenant_id, id)
  )`.execute(db);
  await isolate(db, "meeting_mail_recipients");

  // Where a member has notices by mail, and in which language, where that is not what the public sees of them.
  await sql`create table notice_contacts (
    ${tenantColumn},
    person_id uuid not null,
    email text not null check (length(email) <= 254),
    language text not null check (language in ('sq', 'en')),
    updated_at timestamptz not null,
    primary key (tenant_id, person_id),
    foreign key (tenant_id, person_id) references people (tenant_id, id) on delete cascade
  )`.execute(db);
  await isolate(db, "notice_contacts");

  // How a body is used to meet: rows of the agenda that always come first and last, and the day and the hour.
  await sql`create table meeting_templates (
    ${tenantColumn},
    id uuid not null default gen_random_uuid(),
    body_id uuid not null,
    kind text not null check (kind in ('ordinary', 'extraordinary', 'constitutive', 'joint', 'hearing', 'consultation')),
    name jsonb not null,
    title jsonb,
    place jsonb,
    online_url text,
    access text not null default 'open' check (access in ('open', 'closed')),
    closed_reason jsonb,
    weekday integer not null check (weekday between 1 and 7),
    week integer check (week in (1, 2, 3, 4, -1)),
    starts_at time not null,
    minutes integer check (minutes between 1 and 1440),
    opening_items jsonb not null default '[]',
    closing_items jsonb not null default '[]',
    notice jsonb,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, body_id) references bodies (tenant_id, id) on delete cascade,
    check ((access = 'closed') = (closed_reason is not null))
  )`.execute(db);
  await sql`create index meeting_templates_by_body on meeting_templates (tenant_id, body_id, kind)`.execute(db);
  await isolate(db, "meeting_templates");

  // The first screen asks what is still to be done, of years of work that is done.
  await sql`create index meetings_without_minutes on meetings (tenant_id, day desc, id) where stage in ('open', 'closed')`.execute(
    db,
  );
}

export async function down(db: Kysely<unknown>) {
  await sql`drop index meetings_without_minutes`.execute(db);
  await sql`drop table meeting_templates, notice_contacts, meeting_mail_recipients, meeting_mailings`.execute(db);
  await sql`alter table mails drop constraint mails_masked_whole, drop column calendar, drop column reply_to`.execute(
    db,
  );
  await sql`drop table upkeep_runs, link_checks, defects`.execute(db);
  await sql`alter table files drop column checked_at`.execute(db);
}
