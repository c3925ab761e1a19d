/** What is dialled: of several numbers the first, with the extension that belongs to it. */
export function dialled(number: string): string {
  const [first = ""] = number.replace("(0)", "").split(/[,;/]|\p{L}/u);
  const [, extension] = /^[^,;/\p{L}]*(?:ext|zgj|lok)\p{L}*\.?\s*(\d+)/iu.exec(number) ?? [];
  return first.replace(/[^+\d]/g, "") + (extension ? `;ext=${extension}` : "");
}
