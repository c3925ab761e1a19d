import { bodyLimit } from "hono/body-limit";
import { createMiddleware } from "hono/factory";
import { AppError } from "./errors.ts";
import { readableSize } from "./readable-size.ts";
import type { RequestScope } from "./scope.ts";

/** What a route that takes no upload accepts, in bytes. */
const maximumBody = 256 * 1024;

/** The longest texts of the workspace's forms, in both languages. */
const maximumForm = 4 * 1024 * 1024;
/** Files of a form that was sent without script, all together; each of them is looked at whole. */
const maximumFiles = 64 * 1024 * 1024;

/** A table of twenty megabytes with the archive of its files. */
const maximumImport = 84 * 1024 * 1024;

const bodyTooLarge = (maximum: string) => new AppError("http.body_too_large", 413, { maximum });
const formTooLarge = (maximum: string) => new AppError("http.form_too_large", 413, { maximum });

const limitOf = (maxSize: number, tooLarge: (maximum: string) => AppError) =>
  bodyLimit({
    maxSize,
    onError: () => {
      throw tooLarge(readableSize(maxSize));
    },
  });
const small = limitOf(maximumBody, bodyTooLarge);
const form = limitOf(maximumForm, formTooLarge);
const script = limitOf(maximumForm, bodyTooLarge);
const files = limitOf(maximumFiles, formTooLarge);
const table = limitOf(maximumImport, formTooLarge);

const isForm = /^(\/en)?\/admin\//;
const isScript = /^\/api\/v1\/admin\//;
const takesTable = /^\/(admin\/importi|en\/admin\/imports)$/;
const takesFiles = /^\/(en\/)?admin\/(.+\/)?(ngarkimi|upload|versioni|version)$/;
/** Pieces of a file that goes up are counted where they are kept, and by whoever knows how long it was to be. */
const takesPieces = /^\/api\/v1\/admin\/uploads\/[^/]+$/;

const hasFiles = /^multipart\/form-data\b/i;

/** The limit of an address; `null` where the route counts by itself. */
function limitAt(method: string, path: string, headers: Headers) {
  if (method === "PATCH" && takesPieces.test(path)) return null;
  // Only of a form that says how long it is nothing is read before it is known who sends it.
  const isWithFiles =
    method === "POST" && !headers.has("transfer-encoding") && hasFiles.test(headers.get("content-type") ?? "");
  if (isWithFiles && takesFiles.test(path)) return files;
  if (isWithFiles && takesTable.test(path)) return table;
  if (isForm.test(path)) return form;
  return isScript.test(path) ? script : small;
}

/** Refuses a larger body, also one that comes in chunks without saying how long it will be. */
export const smallBodiesOnly = createMiddleware<RequestScope>(async (c, next) => {
  const { headers, method, url } = c.req.raw;
  const isChunked = headers.has("transfer-encoding");
  const limit = limitAt(method, c.req.path, headers);
  if (!limit) return next();
  if (c.env?.incoming) {
    // Over HTTP one of the two announces a body; whatever names none has none, though its stream is there to be read.
    if (!isChunked && !headers.has("content-length")) return next();
    // Chunks are counted by reading them, and what was read becomes a request again: only the platform's own can. Its body
    // and signal are asked for here alone: they make of every request an object that outlives many of those after it.
    const { body, signal } = isChunked ? c.req.raw : { body: null, signal: null };
    const streamed = { method, headers, body, signal, duplex: "half" } satisfies RequestInit & { duplex: "half" };
    if (body) c.req.raw = new Request(url, streamed);
  }
  return limit(c, next);
});
