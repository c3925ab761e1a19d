const segment = /^[a-z0-9][a-z0-9._-]{0,199}$/;
const beginning = /^([a-z0-9][a-z0-9._-]{0,199}\/)*([a-z0-9][a-z0-9._-]{0,199})?$/;
const longest = 900;

/** Keys mean the same on every disk and in every S3: lower case, no hidden, relative or empty segment. */
export function checkKey(key: string): string {
  if (key.length > longest || !key.split("/").every((part) => segment.test(part))) throw new TypeError("Not a key");
  return key;
}

/** What keys can begin with, the empty beginning included. */
export function checkPrefix(prefix: string): string {
  if (prefix.length > longest || !beginning.test(prefix)) throw new TypeError("Not the beginning of a key");
  return prefix;
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const sha256Hex = /^[0-9a-f]{64}$/;

/**
 * `tenants/<tenantId>/sha256/ab/cdef…`: the only maker of keys for tenants' files.
 * @throws {TypeError} for anything that is not a lower-case uuid and 64 lower-case hex digits.
 */
export function fileKey(tenantId: string, sha256: string): string {
  if (!uuid.test(tenantId)) throw new TypeError("Not a tenant's id");
  if (!sha256Hex.test(sha256)) throw new TypeError("Not a SHA-256");
  return `tenants/${tenantId}/sha256/${sha256.slice(0, 2)}/${sha256.slice(2)}`;
}

/**
 * `tenants/<tenantId>/uploads/<uploadId>/<partId>`: a part of a file that is still on its way.
 * @throws {TypeError} for anything that is not a lower-case uuid
 */
export function uploadPartKey(tenantId: string, uploadId: string, partId: string): string {
  for (const id of [tenantId, uploadId, partId]) if (!uuid.test(id)) throw new TypeError("Not an id");
  return `tenants/${tenantId}/uploads/${uploadId}/${partId}`;
}
