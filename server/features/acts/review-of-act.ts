import type { TenantTx } from "../../db/tenant-db.ts";
import { phrases } from "../../http/phrases.ts";
import type { Locale } from "../../locale.shared.ts";
import { fillPath } from "../../workspace/home.shared.ts";
import { type ToldText, toldInBoth } from "../editing/told-text.ts";
import { findCorrections, findSteps } from "./act-record.ts";
import { reviewPaths } from "./review-desk.shared.ts";

/** What is entered of an act beside its form: its days, which of them were corrected, and the steps with the prefect. */
export async function reviewOfAct(tx: TenantTx, id: string) {
  const [days, steps, corrections] = await Promise.all([
    tx
      .selectFrom("acts")
      .where("id", "=", id)
      .select(["announced_on", "notified_on", "in_force_on"])
      .executeTakeFirst(),
    findSteps(tx, id),
    findCorrections(tx, id),
  ]);
  return { days, steps, corrections };
}

/** What of it readers are told in words, each with the page on which it is entered. */
export async function wordsOfReview(tx: TenantTx, id: string, locale: Locale): Promise<ToldText[]> {
  const { steps, corrections } = await reviewOfAct(tx, id);
  const t = phrases(locale, "review");
  const href = fillPath(reviewPaths.review, { id })[locale];
  return [
    ...steps.flatMap(({ position, reasons }) =>
      toldInBoth(locale, [`review.${position}.reasons`, t("reasons")], reasons, href),
    ),
    ...corrections.flatMap(({ position, reason }) =>
      toldInBoth(locale, [`corrections.${position}.reason`, t("correct_reason")], reason, href),
    ),
  ];
}
