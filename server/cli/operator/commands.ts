import { safeParse } from "valibot";
import { systemClock } from "../../clock.ts";
import type { Config } from "../../config.ts";
import { openOperatorsDb } from "../../db/operator-db.ts";
import { openPool } from "../../db/pool.ts";
import { registryDb } from "../../db/registry-db.ts";
import { type TenantDb, tenantDb } from "../../db/tenant-db.ts";
import { Email, PersonName } from "../../features/accounts/accounts.schema.ts";
import { invite } from "../../features/accounts/invitations.service.ts";
import { operatorPaths } from "../../features/operators/operators.paths.shared.ts";
import { listOperatorAccounts, listOperatorInvitations } from "../../features/operators/operators.queries.ts";
import { changeOperatorState, resetLink } from "../../features/operators/operators.service.ts";
import { endVisitsOf } from "../../features/operators/visits.service.ts";
import { operatorHost } from "../../features/tenants/registry.ts";
import { findTenants } from "../../features/tenants/tenants.queries.ts";
import { fillPath } from "../../workspace/home.shared.ts";
import { CommandRefused, say, withDatabase } from "../command.ts";
import { addressOf } from "../tenant/operator.ts";

interface Context {
  config: Config;
  operators: TenantDb;
  /** The application's login. */
  url: string;
}

const withOperators = <T>(work: (context: Context) => Promise<T>): Promise<T> =>
  withDatabase({ migrate: true }, async ({ config, database: { appUrl: url } }) => {
    const operators = openOperatorsDb(url);
    try {
      return await work({ config, operators, url });
    } finally {
      await operators.close();
    }
  });

const doing = (name: string) => ({ actor: { kind: "system", name }, now: systemClock.now() }) as const;

function emailOf(typed: string): string {
  const email = safeParse(Email, typed);
  if (!email.success) throw new CommandRefused(`${typed} is no e-mail.`);
  return email.output;
}

const sayLink = (config: Config, path: { sq: string }) =>
  say(addressOf(config, operatorHost(config.baseDomain)) + path.sq);

/** The link is printed and never sent: whoever may run this command is near enough to hand it over. */
export const inviteOperator = (typed: string, name: string): Promise<void> =>
  withOperators(async ({ config, operators }) => {
    const email = emailOf(typed);
    if (name && !safeParse(PersonName, name).success)
      throw new CommandRefused("The name is one line of up to 120 characters.");
    const token = await operators.write((tx) =>
      invite(tx, doing("operator invite"), { email, name, roles: [], language: "sq" }),
    );
    say("This link makes the operator’s account. It works once, for seven days:");
    sayLink(config, fillPath(operatorPaths.invitation, { token }));
  });

export const resetOperator = (typed: string, secondFactorToo: boolean): Promise<void> =>
  withOperators(async ({ config, operators }) => {
    const email = emailOf(typed);
    const token = await operators.write((tx) => resetLink(tx, doing("operator reset"), email, secondFactorToo));
    if (secondFactorToo) say("The second factor has been removed, and all sessions have ended.");
    say("This link sets a new password. It works once, for one hour:");
    sayLink(config, fillPath(operatorPaths.reset, { token }));
  });

export const changeOperator = (typed: string, state: "active" | "disabled"): Promise<void> =>
  withOperators(async ({ operators, url }) => {
    const email = emailOf(typed);
    const by = doing(state === "disabled" ? "operator close" : "operator open");
    const { id, name } = await operators.write((tx) => changeOperatorState(tx, by, email, state));
    if (state === "active") return say(`${name} can sign in again.`);
    const pool = openPool(url, { max: 2, applicationName: "e-keshilli operator" });
    try {
      for (const tenant of await findTenants(registryDb(pool)))
        await tenantDb(pool, tenant.id).write((tx) => endVisitsOf(tx, by, id));
    } finally {
      await pool.end();
    }
    say(`${name} cannot sign in any more, and has left every council.`);
  });

export const listOperators = (): Promise<void> =>
  withOperators(async ({ operators }) => {
    const now = systemClock.now();
    const [accounts, invitations] = await operators.read(async (tx) => [
      await listOperatorAccounts(tx),
      await listOperatorInvitations(tx),
    ]);
    if (accounts.length + invitations.length === 0)
      return say("There is no operator yet: npm run operator -- invite <email> --name <name>");
    const widest = Math.max(...[...accounts, ...invitations].map(({ email }) => email.length));
    const day = (date: Date | null) => date?.toISOString().slice(0, 10) ?? "never";
    for (const { email, name, state, last_signed_in_at } of accounts)
      say(
        `${email.padEnd(widest)}  ${(state === "active" ? "active" : "closed").padEnd(7)}  signed in: ${day(last_signed_in_at)}  ${name}`,
      );
    for (const { email, expires_at } of invitations)
      say(`${email.padEnd(widest)}  invited  ${expires_at > now ? `until ${day(expires_at)}` : "expired"}`);
  });
