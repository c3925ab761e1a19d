export const hitsPerPage = 20;
export const suggestionsShown = 8;

export const searchOrders = ["best", "newest"] as const;
export type SearchOrder = (typeof searchOrders)[number];

/** The parameter that keeps a reference from leading straight to its act: “112/2026” as words. */
export const stayHere = "stay";
