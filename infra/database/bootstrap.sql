-- Makes the portal's roles and its database on a PostgreSQL 18 server of yours. Run it once, as a superuser or as a role
-- with CREATEROLE and CREATEDB, connected to the database "postgres". Running it again sets the passwords anew and
-- changes nothing else.
--
--   export PORTAL_OWNER_PASSWORD=... PORTAL_APP_PASSWORD=...
--   psql -X -d postgres -v database=e_keshilli -f infra/database/bootstrap.sql
--
-- Then: DATABASE_ADMIN_URL=postgres://portal_owner:...@host:5432/e_keshilli   (migrations)
--       DATABASE_URL=postgres://portal_web:...@host:5432/e_keshilli           (the application)
--
-- Why these roles: infra/decisions/0001-database-roles.md. The server itself does the same for its embedded database in
-- server/db/bootstrap.ts, and a test compares the two.

\set ON_ERROR_STOP on
\set QUIET on
\if :{?database}
\else
  \set database e_keshilli
\endif
\getenv owner_password PORTAL_OWNER_PASSWORD
\getenv app_password PORTAL_APP_PASSWORD
\if :{?owner_password}
\else
  do $$ begin raise exception 'PORTAL_OWNER_PASSWORD is missing'; end $$;
\endif
\if :{?app_password}
\else
  do $$ begin raise exception 'PORTAL_APP_PASSWORD is missing'; end $$;
\endif

set client_min_messages = warning;
set password_encryption = 'scram-sha-256';

select format('create role %I nologin nosuperuser nocreatedb nocreaterole noreplication nobypassrls', name)
from unnest(array['portal_app', 'portal_operator', 'portal_jobs', 'portal_owner', 'portal_web']) as name
where not exists (select from pg_roles where rolname = name)
\gexec

-- A role that was made by somebody else and could pass row-level security is not repaired silently.
do $$
declare
  strong text;
begin
  select string_agg(rolname, ', ') into strong from pg_roles
  where rolname like 'portal\_%' and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication);
  if strong is not null then
    raise exception 'These roles have rights that the portal must not have: %', strong;
  end if;
end $$;

-- A failing statement must not bring a password into the server's log. Superusers alone may set these.
select set_config(name, value, false) as quiet
from (values ('log_statement', 'none'), ('log_min_error_statement', 'panic'), ('log_min_duration_statement', '-1')) as s(name, value)
where (select rolsuper from pg_roles where rolname = current_user)
\g /dev/null

alter role portal_owner login password :'owner_password';
alter role portal_web login password :'app_password';

-- The application is portal_app; it becomes the operator or the jobs only by taking on that role for a connection.
grant portal_app to portal_web with inherit true, set true;
grant portal_operator, portal_jobs to portal_web with inherit false, set true;

-- Whoever is no superuser must be able to act for the owner in order to give it the database.
select format('grant portal_owner to %I with inherit true, set true', current_user)
where not (select rolsuper from pg_roles where rolname = current_user)
\gexec

select format(
  'create database %I owner portal_owner template template0 encoding ''UTF8'' locale ''C'' '
  'locale_provider builtin builtin_locale ''C.UTF-8''', :'database')
where not exists (select from pg_database where datname = :'database')
\gexec

alter database :"database" owner to portal_owner;
revoke all on database :"database" from public;
grant connect on database :"database" to portal_app, portal_operator, portal_jobs;
