import { AppError } from "../http/errors.ts";
import type { WorkspaceContext } from "./scope.ts";
import { mostFields } from "./typed-values.ts";

/** A form without files, by its content type. */
export const isTypedForm = (contentType: string): boolean => /^application\/x-www-form-urlencoded\b/i.test(contentType);

const unreadable = (): never => {
  throw new AppError("http.malformed", 400);
};

/**
 * A form as it was sent. The time that it takes to read one without files grows with the square of its fields, and whoever
 * sends it need not have signed in: they are counted first.
 * @throws `http.body_too_large`, `http.malformed`
 */
export async function sentForm(c: WorkspaceContext): Promise<FormData> {
  const isTyped = isTypedForm(c.req.header("content-type") ?? "");
  const text = isTyped ? await c.req.text().catch(unreadable) : "";
  if (text.split("&", mostFields + 1).length > mostFields) throw new AppError("http.body_too_large", 413);
  return c.req.formData().catch(unreadable);
}
