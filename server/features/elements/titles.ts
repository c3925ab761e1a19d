import type { ElementCode, InBoth } from "./catalogue.shared.ts";
import titles from "./titles.json" with { type: "json" };

/** An element's full name, as the catalogue has it. Apart from the addresses, which travel with every page. */
export const titleOf = (code: ElementCode): InBoth => titles[code];
