import pg from "pg";

export interface Bootstrap {
  /** Name of the database; made if missing. */
  database: string;
  /** Of `portal_owner`, for migrations. */
  ownerPassword: string;
  /** Of `portal_web`, the application's login. */
  appPassword: string;
}

const groups = ["portal_app", "portal_operator", "portal_jobs"];
const logins = ["portal_owner", "portal_web"];
const powerless = "nosuperuser nocreatedb nocreaterole noreplication nobypassrls";

/** Any number does; it must be the same wherever roles are made. */
const turn = 7_225_301_846;

/** Bootstraps take turns, whatever database they make; a refused statement never carries a password into the log. */
const sessionOptions = "-c log_min_error_statement=panic -c log_statement=none -c log_min_duration_statement=-1";

const createMissing = [...groups, ...logins].map(
  (role) =>
    `if not exists (select from pg_roles where rolname = '${role}') then create role ${role} nologin ${powerless}; end if;`,
);

/** Which login may be what, in every database of the server. See `infra/decisions/0001-database-roles.md`. */
const roles = ({ ownerPassword, appPassword }: Bootstrap) => `
  do $$ begin ${createMissing.join("\n")} end $$;
  ${groups.map((role) => `alter role ${role} with nologin ${powerless};`).join("\n")}
  alter role portal_owner with login ${powerless} password ${pg.escapeLiteral(ownerPassword)};
  alter role portal_web with login ${powerless} password ${pg.escapeLiteral(appPassword)};
  grant portal_app to portal_web with inherit true, set true;
  grant portal_operator, portal_jobs to portal_web with inherit false, set true;`;

/**
 * Makes the database `portal_owner`'s, and lets only the portal's roles in. A database made from a template needs it
 * again: such rights are not copied.
 */
export async function claimDatabase(client: pg.ClientBase, database: string) {
  const name = pg.escapeIdentifier(database);
  await client.query(`
    alter database ${name} owner to portal_owner;
    revoke all on database ${name} from public;
    grant connect on database ${name} to ${groups.join(", ")}`);
}

const sorting = "template template0 encoding 'UTF8' locale 'C' locale_provider builtin builtin_locale 'C.UTF-8'";

/**
 * Makes the portal's roles and its database, or brings them back to how they should be. Repeating it changes nothing
 * but the passwords, to those given.
 * @param superuserUrl always with the same database (`postgres`), since that is where concurrent calls take turns.
 */
export async function bootstrapDatabase(superuserUrl: string, bootstrap: Bootstrap): Promise<void> {
  const client = new pg.Client({ connectionString: superuserUrl, options: sessionOptions });
  // A lost connection fails the query that is under way; without a listener it would end the process as well.
  client.on("error", () => undefined);
  await client.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [turn]);
    await client.query(roles(bootstrap));
    const { rowCount } = await client.query("select from pg_database where datname = $1", [bootstrap.database]);
    if (rowCount === 0) await client.query(`create database ${pg.escapeIdentifier(bootstrap.database)} ${sorting}`);
    await claimDatabase(client, bootstrap.database);
  } finally {
    await client.end();
  }
}
