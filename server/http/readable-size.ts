const megabyte = 1024 * 1024;

/** `50 MB`, said the same in both languages. */
export function readableSize(bytes: number): string {
  if (bytes >= megabyte) return `${Math.floor(bytes / megabyte)} MB`;
  return bytes >= 1024 ? `${Math.floor(bytes / 1024)} KB` : `${bytes} B`;
}
