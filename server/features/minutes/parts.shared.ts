/** Where something is still to be written: nothing with it is published. */
export const gap = "[…]";

/** Parts that are one line; all others are texts. */
const lines = ["number", "title", "secretary", "chair"] as const;
export const isLine = (name: string): boolean => (lines as readonly string[]).includes(name);

/** The part about an item of the agenda. */
export const itemPart = (itemId: string): string => `item-${itemId}`;
export const itemOfPart = (name: string): string | null => (name.startsWith("item-") ? name.slice(5) : null);

/** What is filled in by the form: `part.opening`. */
export const fieldOf = (name: string): string => `part.${name}`;
/** What stands over a part travels with its text. */
export const headingField = (name: string): string => `heading.${name}`;
