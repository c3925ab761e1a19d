import { type Kysely, sql } from "kysely";
import { type Noted, noteForSearch, noteNoLonger } from "./lib/noted-for-search.ts";
import { isolate, tenantColumn } from "./lib/tenant-table.ts";

const carriersBefore = ["meeting", "agenda_item", "draft_act", "act", "person", "election"] as const;
const carrierCheck = (carriers: readonly string[]) =>
  sql`alter table attachments add constraint attachments_check
    check (num_nonnulls(${sql.raw(carriers.map((one) => `${one}_id`).join(", "))}) = 1)`;

/** Recordings of meetings: a file that is attached to it, or a link; with chapters and captions. */
export async function up(db: Kysely<unknown>) {
  await sql`create table recordings (
    ${tenantColumn},
    id uuid not null default new_id(),
    meeting_id uuid not null,
    link text check (link ~ '^https://' and length(link) <= 500),
    duration integer check (duration between 1 and 172800),
    begins_at timestamptz,
    poster_sha256 text,
    poster_width integer check (poster_width > 0),
    poster_height integer check (poster_height > 0),
    poster_renditions jsonb not null default '[]',
    state text not null default 'draft' check (state in ('draft', 'published', 'withdrawn')),
    public_from timestamptz,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    primary key (tenant_id, id),
    unique (tenant_id, meeting_id),
    foreign key (tenant_id, meeting_id) references meetings (tenant_id, id),
    foreign key (tenant_id, poster_sha256) references files (tenant_id, sha256),
    check (num_nonnulls(poster_sha256, poster_width, poster_height) in (0, 3)),
    check (state <> 'published' or public_from is not null)
  )`.execute(db);
  await isolate(db, "recordings");

  // Seconds from the beginning of the recording; before it where the meeting had begun already. All move at once, so that
  // two may stand at one second while they pass each other.
  await sql`create table recording_chapters (
    ${tenantColumn},
    id uuid not null default new_id(),
    recording_id uuid not null,
    starts integer not null check (starts between -172800 and 172800),
    kind text not null check (kind in ('opening', 'item', 'break', 'other')),
    agenda_item_id uuid,
    title jsonb,
    primary key (tenant_id, id),
    unique (tenant_id, recording_id, starts) deferrable initially immediate,
    foreign key (tenant_id, recording_id) references recordings (tenant_id, id) on delete cascade,
    foreign key (tenant_id, agenda_item_id) references agenda_items (tenant_id, id) on delete cascade,
    check ((kind = 'item') = (agenda_item_id is not null)),
    check ((kind = 'other') = (title is not null))
  )`.execute(db);
  await sql`create index recording_chapters_by_item on recording_chapters (tenant_id, agenda_item_id)
    where agenda_item_id is not null`.execute(db);
  await isolate(db, "recording_chapters");

  await sql`create table recording_captions (
    ${tenantColumn},
    recording_id uuid not null,
    language text not null check (language in ('sq', 'en')),
    content text not null check (length(content) <= 3000000),
    added_at timestamptz not null,
    primary key (tenant_id, recording_id, language),
    foreign key (tenant_id, recording_id) references recordings (tenant_id, id) on delete cascade
  )`.execute(db);
  await isolate(db, "recording_captions");

  await sql`alter table attachments add column recording_id uuid`.execute(db);
  // The owner is in no council: what stands there is looked through with the policy off.
  await sql`alter table attachments no force row level security`.execute(db);
  await sql`alter table attachments add foreign key (tenant_id, recording_id)
    references recordings (tenant_id, id) on delete cascade`.execute(db);
  await sql`alter table attachments force row level security`.execute(db);
  await sql`create unique index attachments_by_recording on attachments (tenant_id, recording_id)
    where recording_id is not null`.execute(db);
  await sql`alter table attachments drop constraint attachments_check`.execute(db);
  await carrierCheck([...carriersBefore, "recording"]).execute(db);
  await noteForSearch(db, watched);
}

const watched: readonly Noted[] = [
  { table: "recordings", kind: "recording", column: "id" },
  { table: "recording_chapters", kind: "recording", column: "recording_id" },
];

export async function down(db: Kysely<unknown>) {
  await sql`alter table attachments no force row level security`.execute(db);
  await sql`delete from attachments where recording_id is not null`.execute(db);
  await sql`alter table attachments force row level security`.execute(db);
  await sql`alter table attachments drop constraint attachments_check`.execute(db);
  await sql`alter table attachments drop column recording_id`.execute(db);
  await carrierCheck(carriersBefore).execute(db);
  await noteNoLonger(db, watched);
  await sql`drop table recording_captions, recording_chapters, recordings`.execute(db);
}
