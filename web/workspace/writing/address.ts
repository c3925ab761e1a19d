/** Whether a link may lead there: to the web, to a mail address, or to a page of this site. */
export const isAddress = (href: string) => /^(https?:\/\/[^\s/]|mailto:[^\s@]+@|\/(?!\/)|#)/i.test(href.trim());

/** What somebody typed, as an address; `null` where it is none. */
export function addressOf(typed: string): string | null {
  const text = typed.trim();
  if (text === "" || /\s/.test(text)) return null;
  if (isAddress(text)) return text;
  if (/^[^@:/]+@[^@:/]+\.[a-z]{2,}$/i.test(text)) return `mailto:${text}`;
  return /^[\w-]+(\.[\w-]+)*\.[a-z]{2,}([/?#]|$)/i.test(text) ? `https://${text}` : null;
}
