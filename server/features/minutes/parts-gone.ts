import type { TenantTx } from "../../db/tenant-db.ts";
import { cleanHtml } from "../../html.ts";
import { textOfHtml } from "../../html-text.ts";
import { InvalidInput } from "../../http/problem.ts";
import { htmlOfTyped } from "../../typed-html.shared.ts";
import type { Standing } from "../../workspace/changed-meanwhile.shared.ts";
import { stoodIn } from "../../workspace/changed-meanwhile.ts";
import type { TypedValues } from "../../workspace/typed-values.ts";
import { type Doing, recordChange } from "../audit/audit.service.ts";
import { paragraph } from "./drawn-html.ts";
import { holdMinutes } from "./minutes.service.ts";
import { fieldOf, gap, headingField, itemOfPart } from "./parts.shared.ts";

const longestHeading = 700;
const itemField = /^part\.(item-[0-9a-f-]{36})$/;
const isEmpty = (typed: string) => textOfHtml(htmlOfTyped(typed)) === "";
const alike = (one: string, other: unknown) =>
  typeof other === "string" && one.replaceAll("\r\n", "\n").trim() === other.replaceAll("\r\n", "\n").trim();

export interface GonePart {
  name: string;
  heading: string;
  /** As it was typed. */
  typed: string;
  /** Somebody wrote in it: it did not only stand there. */
  isWritten: boolean;
}

/** Parts that a form has and that the minutes have no more. @param standing the minutes as they stand, by fields */
export function partsGone(typed: Readonly<Record<string, unknown>>, standing: Standing): GonePart[] {
  const stood = stoodIn(typed as TypedValues);
  return Object.entries(typed).flatMap(([field, text]) => {
    const name = itemField.exec(field)?.[1];
    if (!name || field in standing || typeof text !== "string") return [];
    const heading = typed[headingField(name)];
    const isWritten = !isEmpty(text) && !alike(text, stood?.[field]);
    return [{ name, heading: typeof heading === "string" ? heading : "", typed: text, isWritten }];
  });
}

/**
 * Keeps what was typed in a part that was taken away meanwhile, as a part that the log has no more: whoever wrote it
 * decides whether it goes.
 * @returns how many are kept so
 * @throws `InvalidInput` of a text that belongs to no item, and as `holdMinutes`
 */
export async function keepPartsGone(
  tx: TenantTx,
  by: Doing,
  id: string,
  given: Readonly<Record<string, string>>,
  headings: Readonly<Record<string, string>>,
): Promise<number> {
  const { minutes } = await holdMinutes(tx, id);
  const { parts } = minutes;
  const gone = Object.entries(given).filter(
    ([name, text]) => !parts.some((part) => part.name === name) && textOfHtml(text) !== "",
  );
  const unknown = gone.filter(([name]) => itemOfPart(name) === null || !headings[name]?.trim());
  if (unknown.length > 0)
    throw new InvalidInput(unknown.map(([name]) => ({ path: fieldOf(name), code: "minutes.part_unknown" })));
  // Behind the last item: it is one no more, and the closing still ends the minutes.
  const closing = parts.find(({ name }) => name === "closing");
  const position = closing ? closing.position - 1 : parts.length;
  for (const [name, text] of gone) {
    const heading = headings[name]!.trim().slice(0, longestHeading);
    const kept = cleanHtml(text);
    await tx
      .insertInto("minutes_parts")
      .values({ meeting_id: id, name, heading, position, drawn: paragraph(gap), text: kept, offered: "" })
      .execute();
    await recordChange(tx, by, "minutes.changed", "meeting", id, null, { [heading]: kept });
  }
  if (gone.length > 0)
    await tx.updateTable("minutes").set({ updated_at: by.now }).where("meeting_id", "=", id).execute();
  return gone.length;
}
