import { AppError } from "../../http/errors.ts";
import { elementByPath } from "../elements/catalogue.shared.ts";
import { declinedElements } from "../elements/declined.ts";
import type { Modules } from "../settings/settings.schema.ts";
import type { AnyRegister } from "./register.ts";

/**
 * Whether a register is of something that the council says it does not have, and is empty. What was public once stays
 * open data: no switch takes it back.
 * @param total rows of the whole register
 */
export function isDeclined({ path }: Pick<AnyRegister, "path">, total: number, modules: Modules): boolean {
  const element = elementByPath(path.sq);
  return total === 0 && element !== undefined && declinedElements(modules).has(element.code);
}

/** The address stays, and says that nothing is there any more; its page says why. */
export const registerDeclined = () => new AppError("registers.declined", 410);
