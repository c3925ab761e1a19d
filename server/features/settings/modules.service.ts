import { json } from "../../db/columns.ts";
import { raiseVersion } from "../../db/content-versions.ts";
import type { TenantTx } from "../../db/tenant-db.ts";
import { InvalidInput } from "../../http/problem.ts";
import { parsed } from "../../http/validated.ts";
import { dayIn } from "../../local-time.ts";
import { type Doing, recordChange } from "../audit/audit.service.ts";
import { ModuleOff, ModuleOn } from "./changes.schema.ts";
import { countStanding } from "./modules.queries.ts";
import { moduleOf } from "./modules.shared.ts";
import { declinedBefore, stillStands } from "./settings.errors.ts";
import type { Modules } from "./settings.schema.ts";

/** What the council has said so far, held: whoever publishes meanwhile waits, or is waited for. */
const lockModules = async (tx: TenantTx): Promise<Modules> =>
  (await tx.selectFrom("tenant_settings").select("modules").forUpdate().executeTakeFirstOrThrow()).modules;

async function store(tx: TenantTx, by: Doing, before: Modules, after: Modules) {
  await tx
    .updateTable("tenant_settings")
    .set({ modules: json(after), updated_at: by.now })
    .execute();
  await raiseVersion(tx, "settings");
  await recordChange(tx, by, "settings.changed", "settings", "modules", before, after);
}

/**
 * Says openly that the council does not have something, since when and why; said again, it is put right. Nothing is taken
 * away by it, and nothing that the public has may contradict it.
 * @throws `InvalidInput`, `settings.still_stands_…` while something of it is public
 */
export async function switchOff(tx: TenantTx, by: Doing, given: ModuleOff): Promise<void> {
  const { module, since, reason } = parsed(ModuleOff, given);
  if (since > dayIn(by.now)) throw new InvalidInput([{ path: "since", code: "settings.since_to_come" }]);
  const before = await lockModules(tx);
  const count = (await countStanding(tx, by.now))[module];
  if (count > 0) throw stillStands(module, count);
  const after = { ...before, [module]: { since, reason } };
  if (JSON.stringify(before[module]) === JSON.stringify(after[module])) return;
  await store(tx, by, before, after);
}

/** Takes that back; all is as it was. What was never said is no failure. @throws `InvalidInput` */
export async function switchOn(tx: TenantTx, by: Doing, given: ModuleOn): Promise<void> {
  const { module } = parsed(ModuleOn, given);
  const before = await lockModules(tx);
  if (!before[module]) return;
  const { [module]: _, ...after } = before;
  await store(tx, by, before, after);
}

/**
 * Before something of an element becomes public: the council must not have said that it has none.
 * @throws `settings.declined_…`
 */
export async function requireOffered(tx: TenantTx, code: string): Promise<void> {
  const module = moduleOf(code);
  if (!module) return;
  const { modules } = await tx.selectFrom("tenant_settings").select("modules").forShare().executeTakeFirstOrThrow();
  if (modules[module]) throw declinedBefore(module);
}
