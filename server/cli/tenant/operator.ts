import type { Config } from "../../config.ts";
import { openOperatorDb } from "../../db/operator-db.ts";
import { openPool, type Pool } from "../../db/pool.ts";
import type { RegistryDb } from "../../db/registry-db.ts";
import { Origins } from "../../features/tenants/origins.ts";
import { type CommandContext, CommandRefused, withDatabase } from "../command.ts";

export interface OperatorContext extends CommandContext {
  operator: RegistryDb;
  /** The application's own pool, for what is a council's. */
  pool: Pool;
}

/** Does the operator's work on the registry, beside a running server too. */
export const asOperator = <T>(work: (context: OperatorContext) => Promise<T>): Promise<T> =>
  withDatabase({ migrate: true }, async (context) => {
    const operator = openOperatorDb(context.database.appUrl);
    const pool = openPool(context.database.appUrl, { max: 2, applicationName: "e-keshilli operator" });
    try {
      return await work({ ...context, operator, pool });
    } finally {
      await Promise.all([operator.destroy(), pool.end()]);
    }
  });

/** The address of a host as the public sees it. */
export const addressOf = ({ publicScheme, trustProxy, port }: Config, host: string) =>
  new Origins(publicScheme, trustProxy > 0 ? null : port).of(host);

export const noSuchCouncil = (slug: string) =>
  new CommandRefused(`There is no council ${slug}: npm run tenant -- list shows all.`);
