import type { TenantTx } from "../../db/tenant-db.ts";
import type { AnyRegister } from "../open-data/register.ts";
import type { RegisterTotals } from "../open-data/register-totals.ts";
import type { Tenant } from "../tenants/tenant.ts";
import { entryOf } from "./register-view.ts";

/** Registers as the list of registers tells them, with what is in each now. */
export const entriesOf = (
  tx: TenantTx,
  registers: readonly AnyRegister[],
  totals: RegisterTotals,
  { id }: Pick<Tenant, "id">,
  origin: string,
  now: Date,
) =>
  Promise.all(
    registers.map(async (register) => ({
      register,
      entry: entryOf(register, origin, await totals.of(tx, id, register, now)),
    })),
  );
export type ListedRegister = Awaited<ReturnType<typeof entriesOf>>[number];
