/**
 * The same plain data with equal parts made one and the same. What repeats in a page's data, such as the name of a
 * committee beside each of its meetings, is then written once into the document and only pointed at afterwards. What has
 * nothing to share stays the object that it was.
 */
export function shareEqualParts<T>(data: T): T {
  /** By a key that is equal for equal parts. */
  const known = new Map<string, { part: object; key: string }>();
  /** Of the part that was gone through last: told beside it, since most parts are texts and numbers. */
  let key = "";
  const share = (part: unknown): unknown => {
    // With its length before it a text cannot run into what follows, whatever stands in it.
    if (typeof part === "string") key = `${part.length}"${part}`;
    else if (typeof part !== "object" || part === null) key = String(part);
    else return shareObject(part as Record<string, unknown>);
    return part;
  };
  const shareObject = (part: Record<string, unknown>): object => {
    const isList = Array.isArray(part);
    let own = isList ? "[" : "{";
    let value = part;
    for (const name of Object.keys(part)) {
      const shared = share(part[name]);
      own += isList ? `${key},` : `${name.length}:${name}${key},`;
      if (shared === part[name]) continue;
      if (value === part) value = (isList ? part.slice() : { ...part }) as typeof part;
      value[name] = shared;
    }
    const found = known.get(own);
    if (!found) known.set(own, { part: value, key: `#${known.size}` });
    const { part: one, key: its } = found ?? known.get(own)!;
    key = its;
    return one;
  };
  return share(data) as T;
}
