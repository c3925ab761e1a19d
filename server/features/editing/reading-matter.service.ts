import type { TenantTx } from "../../db/tenant-db.ts";
import { AppError } from "../../http/errors.ts";
import { type Doing, recordChange } from "../audit/audit.service.ts";
import type { Editable } from "./editable.ts";

/** Something is about to be public in which there is nothing to read: neither a text nor a file. */
export class NothingToRead extends AppError {
  constructor() {
    super("editing.nothing_to_read", 409);
  }
}

/** Whether readers would find neither text nor file in it. */
export async function isWithoutReading(tx: TenantTx, editable: Editable, id: string): Promise<boolean> {
  const found = editable.isWithoutReading && (await editable.find(tx, id));
  return found ? editable.isWithoutReading!(found.input) : false;
}

/**
 * Refuses to publish what nobody could read, unless somebody says that it is meant so. Who says it is recorded.
 * @throws `NothingToRead`
 */
export async function checkReading(
  tx: TenantTx,
  by: Doing,
  editable: Editable,
  id: string,
  isMeant: boolean,
): Promise<void> {
  if (!(await isWithoutReading(tx, editable, id))) return;
  if (!isMeant) throw new NothingToRead();
  await recordChange(tx, by, `${editable.entity}.without_reading_confirmed`, editable.entity, id, null, {
    text: false,
    files: 0,
  });
}
