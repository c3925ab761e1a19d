import type { TenantTx } from "../../db/tenant-db.ts";
import type { Doing } from "../audit/audit.service.ts";
import type { InBoth } from "../elements/catalogue.shared.ts";
import type { Editable } from "./editable.ts";
import { noPage } from "./editing.errors.ts";
import { holdThing, wholeInput } from "./editing.service.ts";
import { versionOf } from "./versions.ts";

/**
 * Makes something public as it is, or as a form has it, in a transaction that the caller takes back.
 * @param id `null` for what is new
 * @param given the form, where it is shown with what is not saved yet
 * @returns where its page would stand
 * @throws `editing.no_page` for what has none, and whatever stands in the way of publishing it
 */
export async function makePublic(
  tx: TenantTx,
  by: Doing,
  editable: Editable,
  id: string | null,
  given?: unknown,
): Promise<InBoth> {
  const thing = id ?? (await editable.create(tx, by, wholeInput(editable, given)));
  const before = await holdThing(tx, editable, thing);
  if (id !== null && given !== undefined) {
    const input = wholeInput(editable, given, before.input);
    if (versionOf(input) !== versionOf(before.input)) await editable.change(tx, by, thing, input);
  }
  const { standing, publicUrl } = (await editable.find(tx, thing))!;
  if (!publicUrl) throw noPage();
  const isPublic = standing === null || (standing.state === "published" && standing.public_from! <= by.now);
  if (!isPublic) await editable.publish!(tx, by, thing, by.now);
  return publicUrl;
}
