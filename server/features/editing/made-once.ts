import type { TenantTx } from "../../db/tenant-db.ts";
import { versionOf } from "./versions.ts";

interface Making {
  /** The opened form; empty where it does not say. */
  form: string;
  /** What the form says. */
  input: object;
  /** Answers what names the thing made. */
  make(): Promise<string>;
  /** Whether what was made is still there. */
  isThere(made: string): Promise<boolean>;
}

/**
 * Makes what a form for something new says, once: the same form sent again with the same content finds what was made of it,
 * also while the first is still at it. With other content it is another thing, as from a page that was gone back to.
 */
export async function madeOnce(
  tx: TenantTx,
  now: Date,
  { form, input, make, isThere }: Making,
): Promise<{ made: string; isNew: boolean }> {
  if (!form) return { made: await make(), isNew: true };
  const hash = versionOf(input);
  const first = await tx
    .insertInto("forms_sent")
    .values({ form, hash, made: null, sent_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .returning("form")
    .executeTakeFirst();
  if (!first) {
    const { made } = await tx
      .selectFrom("forms_sent")
      .select("made")
      .where("form", "=", form)
      .where("hash", "=", hash)
      .executeTakeFirstOrThrow();
    if (made !== null && (await isThere(made))) return { made, isNew: false };
  }
  const made = await make();
  await tx.updateTable("forms_sent").set({ made }).where("form", "=", form).where("hash", "=", hash).execute();
  return { made, isNew: true };
}

/** What was sent so long ago that nobody sends it again. */
export const forgetSent = (tx: TenantTx, before: Date) =>
  tx.deleteFrom("forms_sent").where("sent_at", "<", before).execute();
