import { applyPatch, structuredPatch } from "diff";

/** How many blocks around a change must be as they were for it to be at its place. */
const context = 2;

/** A line for each block, so that what differs is a paragraph, an item, a row. */
const inLines = (html: string) =>
  html.replace(/(<\/(?:p|h[234]|li|tr|thead|blockquote)>|<(?:ul|ol|tbody)>)(?=.)/g, "$1\n");

/**
 * What somebody wrote, with what the log has changed since where they had left it alone.
 * @param base the log's text of which `typed` was made
 * @returns `null` where both changed the same place
 */
export function mergeDrawn(base: string, typed: string, fresh: string): string | null {
  const change = structuredPatch("", "", inLines(base), inLines(fresh), "", "", { context });
  const merged = applyPatch(inLines(typed), change);
  return merged === false ? null : merged.replaceAll("\n", "");
}
