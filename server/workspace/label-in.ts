/** What a choice is called on a page, looked for wherever the page's data list it; `undefined` for what is no choice. */
export function labelIn(data: unknown, value: string): string | undefined {
  if (typeof data !== "object" || data === null) return undefined;
  const { value: its, label } = data as { value?: unknown; label?: unknown };
  if (its === value && typeof label === "string") return label;
  for (const part of Object.values(data)) {
    const found = labelIn(part, value);
    if (found !== undefined) return found;
  }
  return undefined;
}
