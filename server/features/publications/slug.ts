import slugify from "@sindresorhus/slugify";

const longest = 80;

/**
 * The last part of a publication's address, from its Albanian title: “Buxheti i vitit 2026” is `buxheti-i-vitit-2026`.
 * The library knows the letters of other scripts too, which names in titles use. A title without a letter is `dokument`.
 */
export function slugOf(title: string): string {
  const slug = slugify(title, { decamelize: false, customReplacements: [["&", " dhe "]] });
  if (slug.length <= longest) return slug || "dokument";
  const whole = slug.slice(0, longest + 1);
  return whole.slice(0, Math.max(whole.lastIndexOf("-"), 1)).slice(0, longest);
}
