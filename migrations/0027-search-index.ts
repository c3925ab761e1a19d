import { type Kysely, sql } from "kysely";
import { type Noted, noteForSearch, noteNoLonger } from "./lib/noted-for-search.ts";
import { isolate, tenantColumn } from "./lib/tenant-table.ts";

/** What a changed row of a table makes another text of: the subject's kind and the column with its id. */
const watched: readonly [table: string, ...subjects: [kind: string, column: string][]][] = [
  ["acts", ["act", "id"]],
  ["draft_acts", ["draft_act", "id"]],
  ["meetings", ["meeting", "id"]],
  ["agenda_items", ["agenda_item", "id"]],
  ["people", ["person", "id"]],
  ["memberships", ["person", "person_id"]],
  ["affiliations", ["person", "person_id"]],
  ["bodies", ["body", "id"]],
  ["elections", ["election", "id"]],
  ["election_lists", ["election", "election_id"]],
  ["publications", ["publication", "id"]],
  ["albums", ["album", "id"]],
  ["photos", ["album", "album_id"]],
  ["pages", ["element", "element"]],
  ["documents", ["document", "id"]],
  ["document_versions", ["document", "document_id"]],
  ["attachments", ["document", "document_id"]],
  ["publication_documents", ["document", "document_id"]],
  ["page_documents", ["document", "document_id"]],
  ["tenant_settings", ["site", "tenant_id"]],
];
const changes = watched.flatMap(([table, ...subjects]) =>
  subjects.map(([kind, column]): Noted => ({ table, kind, column })),
);

/**
 * What people search in, in a schema that no council's request can look into: under row-level security the planner uses
 * no index for `@@`. Its functions are the only way in; each takes the council from the transaction and reaches no other.
 * What changed of the public's things is noted here by the database itself, so that no feature can forget it.
 */
export async function up(db: Kysely<unknown>) {
  await sql`create table search_changes (
    ${tenantColumn},
    id bigint not null generated always as identity,
    subject text not null,
    primary key (tenant_id, id)
  )`.execute(db);
  await isolate(db, "search_changes");

  await sql`create table search_runs (
    ${tenantColumn},
    began_at timestamptz not null,
    kind text not null,
    after text not null,
    primary key (tenant_id)
  )`.execute(db);
  await isolate(db, "search_runs");

  await sql`create table search_misses (
    ${tenantColumn},
    day date not null,
    site text not null check (site in ('sq', 'en')),
    words text not null check (length(words) between 1 and 60),
    count integer not null default 1 check (count > 0),
    primary key (tenant_id, day, site, words)
  )`.execute(db);
  await isolate(db, "search_misses");
  await sql`alter table tenant_settings add column searched_with_others boolean not null default true`.execute(db);

  await noteForSearch(db, changes);

  await sql`create schema search_index`.execute(db);
  await sql`grant usage on schema search_index to portal_app`.execute(db);

  await sql`create table search_index.entries (
    id bigint generated always as identity primary key,
    tenant_id uuid not null references tenants (id),
    key text not null,
    subject text not null,
    kind text not null,
    language text not null,
    on_sq boolean not null,
    on_en boolean not null,
    title text not null,
    date date,
    year integer,
    body text,
    topic text,
    url_sq text not null,
    url_en text not null,
    visible_from timestamptz not null,
    written_at timestamptz not null,
    digest text not null,
    title_words tsvector not null,
    typed tsvector not null,
    words tsvector not null,
    unique (tenant_id, key)
  ) with (fillfactor = 90)`.execute(db);
  // Numbers about words would cost much to gather and say nothing: every question goes by the words' index.
  for (const column of ["title_words", "typed", "words"])
    await sql`alter table search_index.entries alter column ${sql.ref(column)} set statistics 0`.execute(db);
  await sql`create index entries_by_subject on search_index.entries (tenant_id, subject)`.execute(db);
  await sql`create index entries_by_words on search_index.entries using gin (words) with (gin_pending_list_limit = 1024)`.execute(
    db,
  );
  await sql`create index entries_by_typed on search_index.entries using gin (typed) with (gin_pending_list_limit = 1024)`.execute(
    db,
  );

  await sql`create table search_index.passages (
    entry_id bigint not null references search_index.entries (id) on delete cascade,
    number integer not null,
    page integer,
    text text not null,
    words tsvector not null,
    primary key (entry_id, number)
  )`.execute(db);
  await sql`alter table search_index.passages alter column words set statistics 0`.execute(db);

  await sql`create table search_index.vocabulary (
    tenant_id uuid not null references tenants (id),
    language text not null,
    word text not null,
    written text not null,
    primary key (tenant_id, language, word)
  )`.execute(db);

  // Councils that agree to be searched together with others; kept beside their setting, which nobody reads across councils.
  await sql`create table search_index.agreeing (tenant_id uuid primary key references tenants (id))`.execute(db);

  await makeFunctions(db);
}

const bound = sql.raw("(current_setting('app.tenant_id'))::uuid");
const asOwner = sql.raw(
  "security definer set search_path = search_index, public, pg_temp set plan_cache_mode = force_custom_plan",
);
const functions = {
  put: "(subjects text[], kept text[], rows jsonb, written timestamptz)",
  unchanged: "(keys text[], digests text[], written timestamptz)",
  sweep: "(before timestamptz)",
  count_entries: "()",
  find: "(query tsquery, loose tsquery, site text, moment timestamptz, narrowed jsonb, newest boolean, first integer, most integer)",
  suggest: "(query tsquery, site text, moment timestamptz, most integer)",
  similar_words: "(sought text, in_language text)",
  find_councils:
    "(councils uuid[], queries text[], looses text[], site text, moment timestamptz, narrowed jsonb, newest boolean, first integer, most integer)",
  agree: "(does_agree boolean)",
  agreeing_councils: "()",
  is_empty: "()",
  size: "()",
};

async function makeFunctions(db: Kysely<unknown>) {
  await sql`create function search_index.put${sql.raw(functions.put)} returns void language plpgsql ${asOwner} as $$
    begin
      delete from search_index.entries where tenant_id = ${bound} and subject = any (subjects) and not key = any (kept);
      with given as (
        select r ->> 'key' as key, r from jsonb_array_elements(rows) as r
      ), added as (
        insert into search_index.entries (tenant_id, key, subject, kind, language, on_sq, on_en, title, date, year, body, topic,
          url_sq, url_en, visible_from, written_at, digest, title_words, typed, words)
        select ${bound}, key, r ->> 'subject', r ->> 'kind', r ->> 'language', (r ->> 'onSq')::boolean,
          (r ->> 'onEn')::boolean, r ->> 'title', (r ->> 'date')::date, (r ->> 'year')::integer, r ->> 'body',
          r ->> 'topic', r ->> 'urlSq', r ->> 'urlEn', (r ->> 'visibleFrom')::timestamptz, written,
          r ->> 'digest', (r ->> 'titleWords')::tsvector, (r ->> 'typed')::tsvector, (r ->> 'words')::tsvector
        from given
        returning id, key
      )
      insert into search_index.passages (entry_id, number, page, text, words)
      select added.id, number, (passage ->> 'page')::integer, passage ->> 'text', (passage ->> 'words')::tsvector
      from added join given using (key),
        jsonb_array_elements(given.r -> 'passages') with ordinality as p (passage, number);
      insert into search_index.vocabulary (tenant_id, language, word, written)
      select distinct on (1, 2, 3) ${bound}, r ->> 'language', word ->> 0, word ->> 1
      from jsonb_array_elements(rows) as r, jsonb_array_elements(r -> 'vocabulary') as word
      order by 1, 2, 3, 4 desc
      on conflict do nothing;
    end $$`.execute(db);

  await sql`create function search_index.unchanged${sql.raw(functions.unchanged)} returns setof text
    language sql ${asOwner} as $$
      update search_index.entries set written_at = written from unnest(keys, digests) as same (key, digest)
      where tenant_id = ${bound} and entries.key = same.key and entries.digest = same.digest
      returning entries.key
    $$`.execute(db);

  await sql`create function search_index.sweep${sql.raw(functions.sweep)} returns integer language plpgsql ${asOwner} as $$
    declare swept integer;
    begin
      delete from search_index.entries where tenant_id = ${bound} and written_at < before;
      get diagnostics swept = row_count;
      return swept;
    end $$`.execute(db);

  await sql`create function search_index.count_entries${sql.raw(functions.count_entries)} returns bigint
    language sql stable ${asOwner} as $$ select count(*) from search_index.entries where tenant_id = ${bound} $$`.execute(
    db,
  );

  await sql`create function search_index.find${sql.raw(functions.find)} returns jsonb
    language plpgsql stable ${asOwner} as $$
    declare
      rescored constant integer := 100;
      answer jsonb;
    begin
      with matched as materialized (
        select e.id, e.kind, e.year, e.body, e.topic, e.date,
          coalesce(e.kind = narrowed ->> 'kind', not narrowed ? 'kind') as of_kind,
          coalesce(e.year = (narrowed ->> 'year')::integer, not narrowed ? 'year') as of_year,
          coalesce(e.body = narrowed ->> 'body', not narrowed ? 'body') as of_body,
          coalesce(e.topic = narrowed ->> 'topic', not narrowed ? 'topic') as of_topic,
          case when newest then 0 else
            (case when e.title_words @@ query then 4 else least(2, 20 * ts_rank(e.title_words, loose)) end)
            + (case e.kind when 'act' then 0.6 when 'draft_act' then 0.5 when 'page' then 0.5 when 'person' then 0.5
              when 'body' then 0.4 when 'agenda_item' then 0 else 0.3 end)
            + coalesce(0.5 * exp(-greatest(0, (moment::date - e.date)) / 730.0), 0.2) end as score
        from search_index.entries e
        where e.tenant_id = ${bound} and e.words @@ query and e.visible_from <= moment
          and (case when site = 'en' then e.on_en else e.on_sq end)
          and (not narrowed ? 'from' or e.date >= (narrowed ->> 'from')::date)
          and (not narrowed ? 'until' or e.date <= (narrowed ->> 'until')::date)
      ), chosen as (
        select id, date, coalesce(score, 0) as score from matched where of_kind and of_year and of_body and of_topic
      ), ordered as (
        select id, date, score, row_number() over (order by score desc, date desc nulls last, id) as place from chosen
        order by place limit greatest(first + most, rescored)
      ), shown as (
        -- The planner takes what was matched for a row: no join of two of these steps, or it goes through one for each of the other.
        select id, row_number() over (order by rescore desc nulls last, case when rescore is null then before end,
            date desc nulls last, id) as place
        from (select id, o.date, o.place as before, case when o.place <= rescored and not newest
            then o.score + least(1, 5 * ts_rank(e.words, loose)) end as rescore
          from ordered o join search_index.entries e using (id)) r
        order by 2 offset first limit most
      )
      select jsonb_build_object(
        'total', (select count(*) from chosen),
        'hits', (select coalesce(jsonb_agg(jsonb_build_object('key', e.key, 'subject', e.subject, 'kind', e.kind,
            'language', e.language, 'title', e.title, 'date', e.date, 'year', e.year, 'body', e.body, 'topic', e.topic,
            'urlSq', e.url_sq, 'urlEn', e.url_en, 'page', p.page, 'text', p.text) order by s.place), '[]')
          from shown s join search_index.entries e using (id)
            left join lateral (select page, text from search_index.passages where entry_id = e.id and passages.words @@ loose
              order by ts_rank(passages.words, loose) desc, number limit 1) p on true),
        'kind', (select coalesce(jsonb_agg(jsonb_build_array(kind, n) order by n desc, kind), '[]') from
          (select kind, count(*) as n from matched where of_year and of_body and of_topic group by 1) f),
        'year', (select coalesce(jsonb_agg(jsonb_build_array(year, n) order by n desc, year desc), '[]') from
          (select year, count(*) as n from matched where year is not null and of_kind and of_body and of_topic
            group by 1 order by 2 desc limit 50) f),
        'body', (select coalesce(jsonb_agg(jsonb_build_array(body, n) order by n desc, body), '[]') from
          (select body, count(*) as n from matched where body is not null and of_kind and of_year and of_topic
            group by 1 order by 2 desc limit 50) f),
        'topic', (select coalesce(jsonb_agg(jsonb_build_array(topic, n) order by n desc, topic), '[]') from
          (select topic, count(*) as n from matched where topic is not null and of_kind and of_year and of_body
            group by 1 order by 2 desc limit 50) f)
      ) into answer;
      return answer;
    end $$`.execute(db);

  await sql`create function search_index.suggest${sql.raw(functions.suggest)} returns jsonb
    language plpgsql stable ${asOwner} as $$
    declare answer jsonb;
    begin
      select coalesce(jsonb_agg(to_jsonb(s) order by place), '[]') into answer from (
        select e.subject, e.kind, e.language, e.title, e.date, e.url_sq as "urlSq", e.url_en as "urlEn",
          row_number() over (order by
            (case e.kind when 'page' then 0 when 'person' then 0 when 'body' then 0 when 'act' then 1 when 'draft_act' then 1
              when 'agenda_item' then 4 when 'document' then 3 else 2 end),
            e.date desc nulls last, length(e.title), e.id) as place
        from search_index.entries e
        where e.tenant_id = ${bound} and e.typed @@ query and e.visible_from <= moment
          and (case when site = 'en' then e.on_en else e.on_sq end)
        order by place limit most
      ) s;
      return answer;
    end $$`.execute(db);

  await sql`create function search_index.similar_words${sql.raw(functions.similar_words)}
    returns table (word text, written text) language sql stable ${asOwner} as $$
      select v.word, v.written from search_index.vocabulary v
      where v.tenant_id = ${bound} and v.language = in_language
        and length(v.word) between length(sought) - 2 and length(sought) + 2 and similarity(v.word, sought) > 0.2
      order by similarity(v.word, sought) desc, v.word limit 20
    $$`.execute(db);

  await sql`create function search_index.find_councils${sql.raw(functions.find_councils)} returns jsonb
    language plpgsql stable ${asOwner} as $$
    declare answer jsonb;
    begin
      with asked as (
        select * from unnest(councils, queries, looses) as a (council, query, loose)
      ), matched as materialized (
        select e.id, e.tenant_id, e.kind, e.date, asked.loose,
          case when newest then 0 else
            (case when e.title_words @@ asked.query::tsquery then 4 else least(2, 20 * ts_rank(e.title_words, asked.loose::tsquery)) end)
            + coalesce(0.5 * exp(-greatest(0, (moment::date - e.date)) / 730.0), 0.2) end as score
        from asked join search_index.agreeing on agreeing.tenant_id = asked.council cross join lateral (select * from search_index.entries e
          where e.tenant_id = asked.council and e.words @@ asked.query::tsquery and e.visible_from <= moment
            and (case when site = 'en' then e.on_en else e.on_sq end)
            and (not narrowed ? 'kind' or e.kind = narrowed ->> 'kind')
            and (not narrowed ? 'year' or e.year = (narrowed ->> 'year')::integer)
            and (not narrowed ? 'from' or e.date >= (narrowed ->> 'from')::date)
            and (not narrowed ? 'until' or e.date <= (narrowed ->> 'until')::date)) e
      ), shown as (
        select *, row_number() over (order by coalesce(score, 0) desc, date desc nulls last, id) as place from matched
        order by place offset first limit most
      )
      select jsonb_build_object(
        'total', (select count(*) from matched),
        'hits', (select coalesce(jsonb_agg(jsonb_build_object('council', e.tenant_id, 'key', e.key, 'subject', e.subject,
            'kind', e.kind, 'language', e.language, 'title', e.title, 'date', e.date, 'year', e.year, 'body', e.body,
            'topic', e.topic, 'urlSq', e.url_sq, 'urlEn', e.url_en, 'page', p.page, 'text', p.text) order by s.place), '[]')
          from shown s join search_index.entries e using (id)
            left join lateral (select page, text from search_index.passages where entry_id = e.id and passages.words @@ s.loose::tsquery
              order by ts_rank(passages.words, s.loose::tsquery) desc, number limit 1) p on true),
        'councils', (select coalesce(jsonb_agg(jsonb_build_array(tenant_id, n) order by n desc, tenant_id), '[]') from
          (select tenant_id, count(*) as n from matched group by 1) f),
        'kind', (select coalesce(jsonb_agg(jsonb_build_array(kind, n) order by n desc, kind), '[]') from
          (select kind, count(*) as n from matched group by 1) f)
      ) into answer;
      return answer;
    end $$`.execute(db);

  await sql`create function search_index.agree${sql.raw(functions.agree)} returns void language sql ${asOwner} as $$
    delete from search_index.agreeing where tenant_id = ${bound} and not does_agree;
    insert into search_index.agreeing select ${bound} where does_agree on conflict do nothing
  $$`.execute(db);

  await sql`create function search_index.agreeing_councils${sql.raw(functions.agreeing_councils)} returns setof uuid
    language sql stable ${asOwner} as $$ select tenant_id from search_index.agreeing order by 1 $$`.execute(db);

  await sql`create function search_index.is_empty${sql.raw(functions.is_empty)} returns boolean
    language sql stable ${asOwner} as $$ select not exists (select from search_index.entries) $$`.execute(db);

  await sql`create function search_index.size${sql.raw(functions.size)} returns bigint language sql stable ${asOwner} as $$
    select sum(pg_total_relation_size(c.oid))::bigint from pg_class c
    where relnamespace = 'search_index'::regnamespace and relkind = 'r'
  $$`.execute(db);

  for (const [name, parameters] of Object.entries(functions)) {
    const types = parameters.replace(/[(,]\s*\w+ /g, (text) => text.slice(0, 1));
    await sql`revoke all on function ${sql.raw(`search_index.${name}${types}`)} from public`.execute(db);
    await sql`grant execute on function ${sql.raw(`search_index.${name}${types}`)} to portal_app`.execute(db);
  }
}

export async function down(db: Kysely<unknown>) {
  await sql`drop schema search_index cascade`.execute(db);
  await noteNoLonger(db, changes);
  await sql`alter table tenant_settings drop column searched_with_others`.execute(db);
  await sql`drop table search_misses, search_runs, search_changes`.execute(db);
}
