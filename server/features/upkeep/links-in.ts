import { Parser } from "htmlparser2";

/** The addresses to which an HTML text links, once each; parts of the same page and mail are left out. */
export function linksIn(html: string): string[] {
  const found = new Set<string>();
  const parser = new Parser({
    onopentag(name, { href }) {
      const address = href?.trim();
      if (name === "a" && address && !/^(#|mailto:|tel:)/i.test(address)) found.add(address);
    },
  });
  parser.end(html);
  return [...found];
}
