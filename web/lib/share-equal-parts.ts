interface Shared {
  value: unknown;
  /** Equal for equal values: a primitive as JSON, anything else by its number. */
  key: string;
}

/**
 * The same plain data with equal parts made one and the same. What repeats in a page's data, such as the name of a
 * committee beside each of its meetings, is then written once into the document and only pointed at afterwards.
 */
export function shareEqualParts<T>(data: T): T {
  const known = new Map<string, Shared>();
  const share = (part: unknown): Shared => {
    if (typeof part !== "object" || part === null) return { value: part, key: JSON.stringify(part) ?? "undefined" };
    const names = Object.keys(part);
    const parts = names.map((name) => share(part[name as keyof typeof part]));
    const key = Array.isArray(part)
      ? `[${parts.map((one) => one.key)}]`
      : `{${parts.map((one, at) => JSON.stringify(names[at]) + one.key)}}`;
    const found = known.get(key);
    if (found) return found;
    const value = Array.isArray(part)
      ? parts.map((one) => one.value)
      : Object.fromEntries(parts.map((one, at) => [names[at], one.value]));
    const fresh = { value, key: `#${known.size}` };
    known.set(key, fresh);
    return fresh;
  };
  return share(data).value as T;
}
