import { LRUCache } from "lru-cache";
import type { TenantTx } from "../../db/tenant-db.ts";
import type { AnyRegister } from "./register.ts";
import { standingOf } from "./register-state.ts";

/** Councils times registers, several times over; each is a name and a number. */
const keptTotals = 20_000;

interface Whole {
  total: number;
  changedAt: Date | null;
}

/** How many rows each register has. Counting ballots takes a while, so a number is kept until something changes. */
export class RegisterTotals {
  #kept = new LRUCache<string, Whole>({ max: keptTotals });

  /** Of the whole register, with when it last changed. */
  async of(tx: TenantTx, council: string, register: AnyRegister, now: Date): Promise<Whole> {
    const { fingerprint, changedAt } = await standingOf(tx, register, now);
    const key = `${council} ${register.name} ${fingerprint}`;
    const kept = this.#kept.get(key);
    if (kept) return kept;
    const whole = (await register.whole?.(tx, now)) ?? {
      total: await register.total(tx, register.filters(new URLSearchParams()), now),
      changedAt,
    };
    this.#kept.set(key, whole);
    return whole;
  }
}
