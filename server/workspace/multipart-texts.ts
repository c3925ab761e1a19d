import { mostFields } from "./typed-values.ts";

/** What is looked at together, however small the pieces in which it arrives. */
const enough = 64 * 1024;
const longestHead = 8 * 1024;

/** @returns the mark that parts the fields of a form with files; `null` of any other */
export const boundaryIn = (contentType: string): string | null => {
  const [, quoted, plain] =
    /^multipart\/form-data\b.*?;\s*boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(contentType) ?? [];
  return quoted ?? plain ?? null;
};

/** A part that is passed over has no name: a file, or what stands before the first. */
function nameIn(head: string): string | null {
  const disposition = head.split("\r\n").find((line) => /^content-disposition:/i.test(line)) ?? "";
  if (/;\s*filename\*?=/i.test(disposition)) return null;
  return /;\s*name="([^"]*)"/i.exec(disposition)?.[1] ?? null;
}

/**
 * The texts of a form with files, read as it arrives and to its end; the files pass by and are kept nowhere.
 * @param room bytes of text at most; what goes beyond is left out, with all that follows, as are more fields than a form has
 */
export async function textsOf(
  body: ReadableStream<Uint8Array>,
  boundary: string,
  room: number,
): Promise<[name: string, text: string][]> {
  const mark = Buffer.from(`\r\n--${boundary}`);
  const texts: [string, string][] = [];
  let held: Buffer = Buffer.from("\r\n");
  let name: string | null = null;
  let left = room;
  let isOver = false;
  let fields = 0;

  function look(): void {
    while (!isOver) {
      const end = held.indexOf(mark);
      if (end < 0) {
        if (name !== null && held.length > left + mark.length) isOver = true;
        if (name === null) held = held.subarray(Math.max(0, held.length - mark.length));
        return;
      }
      const begin = end + mark.length;
      const isLast = held.subarray(begin, begin + 2).toString() === "--";
      const head = held.indexOf("\r\n\r\n", begin);
      if (!isLast && head < 0) {
        isOver = held.length - begin > longestHead;
        return;
      }
      if (name !== null) {
        left -= end;
        if (left < 0) isOver = true;
        else texts.push([name, held.toString("utf8", 0, end)]);
      }
      if (isLast) isOver = true;
      if (isOver) return;
      fields += 1;
      isOver = fields > mostFields;
      if (isOver) return;
      name = nameIn(held.toString("utf8", begin, head));
      held = held.subarray(head + 4);
    }
  }

  // Whoever sends reads no answer before all is sent, so it is read to its end whatever it holds.
  const reader = body.getReader();
  let waiting: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (value && !isOver) {
      waiting.push(value);
      size += value.length;
    }
    if (!isOver && (done || size >= enough)) {
      held = Buffer.concat([held, ...waiting]);
      look();
      waiting = [];
      size = 0;
    }
    if (done) return texts;
  }
}
