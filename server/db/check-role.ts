import pg from "pg";
import { ConfigError } from "../config.ts";

interface Powers {
  role: string;
  superuser: string | null;
  bypass: string | null;
  maker: string | null;
  serverFiles: string | null;
  databaseOwner: string | null;
  owner: string | null;
  owned: string | null;
  missing: string | null;
}

/** Whatever the login is or may become: a role that it can take on gives it that role's powers. */
const question = `
  with reachable as (
    select oid, rolname, rolsuper, rolbypassrls, rolcreaterole from pg_roles
    where pg_has_role(session_user, oid, 'member') order by rolname <> session_user, rolname
  ), owned as (
    select reachable.rolname, format('%I.%I', nspname, relname) as name
    from pg_class join pg_namespace n on n.oid = relnamespace join reachable on reachable.oid = relowner
    where relkind in ('r', 'p', 'v', 'm', 'f') and nspname !~ '^pg_' and nspname <> 'information_schema'
    order by 1, 2 limit 1
  )
  select session_user as role,
    (select rolname from reachable where rolsuper limit 1) as superuser,
    (select rolname from reachable where rolbypassrls limit 1) as bypass,
    (select rolname from reachable where rolcreaterole limit 1) as maker,
    (select rolname from reachable where rolname in
      ('pg_execute_server_program', 'pg_read_server_files', 'pg_write_server_files') limit 1) as "serverFiles",
    (select rolname from reachable join pg_database on datdba = reachable.oid and datname = current_database()) as "databaseOwner",
    (select rolname from owned) as owner,
    (select name from owned) as owned,
    (select rolname from pg_roles where rolname = 'portal_app' and not pg_has_role(session_user, oid, 'usage')
      or rolname in ('portal_operator', 'portal_jobs') and not pg_has_role(session_user, oid, 'set')
      order by 1 limit 1) as missing`;

function objection(powers: Powers): string | null {
  const { role, superuser, bypass, maker, serverFiles, databaseOwner, owner, owned, missing } = powers;
  const who = (power: string, what: string) => (power === role ? what : `may become ${power}, which ${what}`);
  if (superuser) return who(superuser, "is a superuser");
  if (bypass) return who(bypass, "may bypass row-level security");
  if (maker) return who(maker, "may make roles");
  if (serverFiles) return who(serverFiles, "reaches the files of the database server");
  if (databaseOwner) return who(databaseOwner, "owns the database");
  if (owner) return who(owner, `owns ${owned}`);
  if (missing) return `is no member of ${missing}`;
  return null;
}

/**
 * Lets only a login pass that the isolation of the councils binds, whatever role it takes on.
 * @throws {ConfigError} with one sentence that names DATABASE_URL and the role.
 */
export async function checkApplicationRole(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  // A lost connection fails the query that is under way; without a listener it would end the process as well.
  client.on("error", () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<Powers>(question);
    const problem = objection(rows[0]!);
    if (problem) throw new ConfigError(`DATABASE_URL must not use the role ${rows[0]!.role}: it ${problem}.`);
  } finally {
    await client.end().catch(() => undefined);
  }
}
