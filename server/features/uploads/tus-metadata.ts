/** `filename dmVuZGltLnBkZg==,sha256 …`: names with their values in base64, as tus writes what is known of a file. */
export function readMetadata(header: string | undefined): Record<string, string> {
  const pairs = (header ?? "").split(",").map((pair) => pair.trim().split(/\s+/) as [string, string?]);
  return Object.fromEntries(
    pairs
      .filter(([name]) => /^\w{1,40}$/.test(name))
      .map(([name, value = ""]) => [name, Buffer.from(value, "base64").toString("utf8").replaceAll("\0", "")]),
  );
}
