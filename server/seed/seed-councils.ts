import type { OpenedDatabase } from "../db/open-database.ts";
import { openOperatorDb } from "../db/operator-db.ts";
import { openPool } from "../db/pool.ts";
import { tenantDb } from "../db/tenant-db.ts";
import { addCouncil, type NewCouncil } from "../features/tenants/tenants.service.ts";
import { seedCouncil } from "./council.ts";
import { Dice } from "./dice.ts";

/** As many as there are municipalities. */
export const mostCouncils = 61;
/** Further back no year's holidays are known. */
export const mostYears = 8;

export interface SeedOptions {
  councils: number;
  years: number;
  baseDomain: string;
  now: Date;
  /** The day in Tirana on which the councils' world ends. */
  today: string;
  /** Told of each council that is full. */
  onCouncil?: (done: number) => void;
}

const seatsOf = (number: number) => [31, 21, 31, 15, 41, 31, 21, 51][(number - 1) % 8]!;
export const seedSlug = (number: number) => `shembull-${String(number).padStart(2, "0")}`;

function exampleCouncil(number: number): NewCouncil {
  const place = `Shembull ${number}`;
  return {
    slug: seedSlug(number),
    names: {
      place: { sq: place, en: place },
      municipality: { sq: `Bashkia ${place}`, en: `Municipality of ${place}` },
      council: { sq: `Këshilli Bashkiak ${place}`, en: `Municipal Council of ${place}` },
    },
    county: "shembull",
    instatCode: null,
    state: "live",
    isExample: true,
    settings: {
      languages: ["sq", "en"],
      theme: { brand: "#0b5b46", emblem: "default" },
      modules: {},
      contacts: { seats: seatsOf(number) },
      numbering: { acts: "year" },
    },
  };
}

/** Councils filled at once: one is made while the other is written. */
const atOnce = 2;

/**
 * Adds example councils with years of work, for load and measurement; what is full already is left as it is. Everything
 * about them is invented and every page says so. The same numbers on the same day give the same councils.
 * @returns how many were filled now
 */
export async function seedCouncils({ appUrl }: Pick<OpenedDatabase, "appUrl">, options: SeedOptions): Promise<number> {
  const { councils, years, baseDomain, now, today, onCouncil } = options;
  const operator = openOperatorDb(appUrl);
  const pool = openPool(appUrl, { max: atOnce });
  let filled = 0;
  let next = 1;
  const work = async () => {
    while (next <= councils) {
      const number = next++;
      const council = exampleCouncil(number);
      const { id } = await addCouncil({ operator, pool, baseDomain, now }, council);
      const isNew = await tenantDb(pool, id).write(async (tx) => {
        if (await tx.selectFrom("bodies").select("id").limit(1).executeTakeFirst()) return false;
        await seedCouncil({ tx, dice: new Dice(council.slug), today, years, seats: seatsOf(number) });
        return true;
      });
      if (!isNew) continue;
      filled += 1;
      onCouncil?.(filled);
    }
  };
  try {
    await Promise.all(Array.from({ length: atOnce }, work));
  } finally {
    await operator.destroy();
    await pool.end();
  }
  return filled;
}
