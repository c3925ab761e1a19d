/** Characters of a folder's name; with a file of the longest name it stays far below what Windows takes. */
const longest = 60;

/** What every file system takes: one line, no sign that means something in a path, no dot or space at the end. */
export function folderName(number: string, title: string): string {
  const words = title
    .toWellFormed()
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Cf}\uFFFD]/gu, " ")
    .replace(/[*?"]/g, "")
    .replace(/[/\\:<>|]/g, "-")
    .replace(/\s+/g, " ")
    .trim();
  const [...letters] = words;
  const cut = letters.slice(0, longest).join("");
  // A title that is too long ends with a whole word, where it has one.
  const kept = letters.length > longest ? cut.replace(/(?<=.{20}) [^ ]*$/u, "") : cut;
  return `${number} ${kept}`.replace(/[. ]+$/, "");
}

/** `03.1` of `[3, 1]`: names stand in the order of the agenda in every list of files. */
export const folderNumber = (path: readonly number[], count: number): string => {
  const [first = 0, ...below] = path;
  return [String(first).padStart(Math.max(2, String(count).length), "0"), ...below].join(".");
};

/** Gives each name once; a further one of the same, in whatever letters, is `raporti (2).pdf`. */
export function onceEach() {
  const taken = new Set<string>();
  return (name: string): string => {
    const dot = name.lastIndexOf(".");
    for (let at = 1; ; at += 1) {
      const candidate = at === 1 ? name : `${name.slice(0, dot)} (${at})${name.slice(dot)}`;
      const compared = candidate.toLowerCase();
      if (taken.has(compared)) continue;
      taken.add(compared);
      return candidate;
    }
  };
}
