const longest = 120;

/**
 * The name under which a file is offered: what the person called it, without folders or anything an address or a disk
 * stumbles over, and with the ending of what it is.
 */
export function fileNameOf(given: string, extension: string): string {
  const base = given.slice(Math.max(given.lastIndexOf("/"), given.lastIndexOf("\\")) + 1);
  // What no name keeps is not looked at either: on a name without end the expressions below would take seconds.
  const stem = base
    .slice(0, 4 * longest)
    .toWellFormed()
    .normalize("NFC")
    .replace(/\.[a-z0-9]{1,8}$/i, "")
    .replace(/[\p{Cc}\p{Cf}\uFFFD]/gu, "")
    .replace(/[:*?"<>|%#]/g, "-")
    .replace(/\s+/g, " ")
    .replace(/^[. -]+|[. -]+$/g, "");
  return `${[...stem].slice(0, longest).join("").trimEnd() || "dokument"}.${extension}`;
}
