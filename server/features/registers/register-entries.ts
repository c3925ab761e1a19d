import type { TenantTx } from "../../db/tenant-db.ts";
import { isDeclined } from "../open-data/declined-registers.ts";
import type { AnyRegister } from "../open-data/register.ts";
import type { RegisterTotals } from "../open-data/register-totals.ts";
import { findSettings } from "../settings/settings.queries.ts";
import type { Tenant } from "../tenants/tenant.ts";
import { entryOf } from "./register-view.ts";
import type { RegisterEntry } from "./registers.schema.ts";

/**
 * Registers as the list of registers tells them, with what is in each now. What the council says that it does not have is
 * no register of its, unless there are rows of before.
 */
export async function entriesOf(
  tx: TenantTx,
  registers: readonly AnyRegister[],
  totals: RegisterTotals,
  { id }: Pick<Tenant, "id">,
  origin: string,
  now: Date,
): Promise<ListedRegister[]> {
  const [listed, { modules }] = await Promise.all([
    Promise.all(
      registers.map(async (register) => ({
        register,
        entry: entryOf(register, origin, await totals.of(tx, id, register, now)),
      })),
    ),
    findSettings(tx),
  ]);
  return listed.filter(({ register, entry }) => !isDeclined(register, entry.total, modules));
}
export interface ListedRegister {
  register: AnyRegister;
  entry: RegisterEntry;
}
