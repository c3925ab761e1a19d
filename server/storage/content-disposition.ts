import { create } from "content-disposition";

const longest = 150;
const unnamed = "skedar";

const dotsAndSpaces = /^[. ]+|[. ]+$/g;

/** A name that every file system takes: no path, no control or direction characters, no dots or spaces at its ends. */
function downloadName(fileName: string): string {
  const name = fileName
    .toWellFormed()
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Cf}\uFFFD]/gu, " ")
    .replace(/[/\\:*?"<>|]/g, "-")
    .replace(/\s+/g, " ")
    .replace(/[. ]+$/, "");
  const [ending = ""] = name.match(/\.[a-z0-9]{1,8}$/i) ?? [];
  const stem = name.slice(0, name.length - ending.length).replace(dotsAndSpaces, "");
  // By code point, so that a letter outside the first plane is not halved.
  const kept = [...stem]
    .slice(0, longest - ending.length)
    .join("")
    .trimEnd();
  return (kept || unnamed) + ending;
}

/** `Përmbledhje` becomes `Permbledhje`, for programs that read no other letters. */
const plainLetters = (name: string) =>
  name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[^\x20-\x7e]/g, "_")
    .replaceAll("%", "_");

/**
 * The value of a `Content-Disposition` header (RFC 6266, names by RFC 8187) for any name whatever; it never holds a line
 * break or an unescaped quote.
 */
export function contentDisposition(fileName: string, type: "attachment" | "inline" = "attachment"): string {
  const name = downloadName(fileName);
  return create(name, { type, fallback: plainLetters(name) });
}
