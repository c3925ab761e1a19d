import type { AppError } from "../http/errors.ts";
import type { WorkspaceContext } from "./scope.ts";

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
export const isUuid = (text: string): boolean => uuid.test(text);

/** A part of the address that is an id. @throws what is `missing` where it cannot be one */
export function uuidPart(c: WorkspaceContext, name: string, missing: () => AppError): string {
  const part = c.req.param(name) ?? "";
  if (!isUuid(part)) throw missing();
  return part;
}
