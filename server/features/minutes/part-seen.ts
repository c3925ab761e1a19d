import { createHash } from "node:crypto";
import type { TenantTx } from "../../db/tenant-db.ts";
import { typedOfHtml } from "../../typed-html.shared.ts";
import { stoodField, stoodOf } from "../../workspace/changed-meanwhile.shared.ts";
import { ChangedMeanwhile } from "../../workspace/changed-meanwhile.ts";
import type { MinutesPart } from "./minutes.queries.ts";
import { holdMinutes } from "./minutes.service.ts";
import { fieldOf, headingField, isLine } from "./parts.shared.ts";

/** As it is typed: what a form shows of a part. */
const shownText = ({ name, text }: Pick<MinutesPart, "name" | "text">) => (isLine(name) ? text : typedOfHtml(text));

/** The minutes as they stand, by the fields of the form. */
export const standingOf = (parts: readonly MinutesPart[]): Record<string, string> =>
  Object.fromEntries(parts.map((part) => [fieldOf(part.name), shownText(part)]));

/** Of all that a page shows of a part, so that a button beside it means that and nothing newer. */
export const markOf = ({ text, offered, set_aside }: Pick<MinutesPart, "text" | "offered" | "set_aside">): string =>
  createHash("sha256")
    .update(JSON.stringify([text, offered, set_aside]))
    .digest("base64url");

type Texts = Readonly<Record<string, string>>;
const byFields = (texts: Texts, fieldOf: (name: string) => string) =>
  Object.fromEntries(Object.entries(texts).map(([name, text]) => [fieldOf(name), text]));

/**
 * Holds the minutes for what a button does with a part.
 * @param step as the button says it: what it does, the part, and the mark of how it was shown
 * @param form what is typed
 * @throws {ChangedMeanwhile} where the part is not any more as it was shown
 */
export async function holdAsSeen(
  tx: TenantTx,
  id: string,
  step: string,
  form: { part: Texts; heading: Texts },
): Promise<void> {
  const [, name, mark] = step.split(":");
  const { minutes } = await holdMinutes(tx, id);
  const part = minutes.parts.find((one) => one.name === name);
  if (!part || markOf(part) === mark) return;
  throw new ChangedMeanwhile([{ path: fieldOf(part.name), code: "minutes.part_changed" }], {
    ...byFields(form.part, fieldOf),
    ...byFields(form.heading, headingField),
    [stoodField]: stoodOf(standingOf(minutes.parts)),
  });
}
