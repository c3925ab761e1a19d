const tab = 0x09;
const lineFeed = 0x0a;
const formFeed = 0x0c;
const carriageReturn = 0x0d;
const space = 0x20;
const del = 0x7f;
const layout = new Set([tab, lineFeed, formFeed, carriageReturn]);
const notInWindows1252 = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);

/**
 * The character set of a text, or `null` for what is no text: NUL and other control characters, UTF-16.
 * What is not UTF-8 is taken for windows-1252, which writes all Albanian letters as windows-1250 does.
 */
export async function charsetOf(chunks: AsyncIterable<Uint8Array>): Promise<"utf-8" | "windows-1252" | null> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let utf8 = true;
  let western = true;
  const decodes = (chunk?: Uint8Array) => {
    try {
      decoder.decode(chunk, { stream: chunk !== undefined });
      return true;
    } catch {
      return false;
    }
  };
  for await (const chunk of chunks) {
    for (const byte of chunk) {
      if (byte === del || (byte < space && !layout.has(byte))) return null;
      if (notInWindows1252.has(byte)) western = false;
    }
    utf8 = utf8 && decodes(chunk);
    if (!utf8 && !western) return null;
  }
  if (utf8 && decodes()) return "utf-8";
  return western ? "windows-1252" : null;
}

/** A page or a drawing in a text's clothes: what begins with a tag, a comment or a declaration. */
export function looksLikeMarkup(head: Buffer): boolean {
  return /^(\xef\xbb\xbf)?\s*<[a-z!?/]/i.test(head.toString("latin1"));
}
