import pg from "pg";

/**
 * Lets the database decide a race and gives the breach of a constraint the name that people know it by.
 *
 *     await namingBreaches({ memberships_one_holder: seatTaken }, () => tx.insertInto("memberships")…)
 *
 * @param failures by the constraint's name in the migration
 */
export async function namingBreaches<T>(
  failures: Readonly<Record<string, () => Error>>,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const constraint = error instanceof pg.DatabaseError ? error.constraint : undefined;
    const failure = constraint !== undefined && Object.hasOwn(failures, constraint) ? failures[constraint] : undefined;
    throw failure?.() ?? error;
  }
}

/** The classes of PostgreSQL’s errors, by what they are about. */
const breachCodes = { "foreign key": "23503", check: "23514" } as const;

/** Whether a statement was refused by a constraint of this kind. */
export const isBreach = (error: unknown, kind: keyof typeof breachCodes): boolean =>
  error instanceof pg.DatabaseError && error.code === breachCodes[kind];
