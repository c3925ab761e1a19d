/** Paths of the feed of everything that a council publishes. */
export const latestFeed = { sq: "/te-rejat.atom", en: "/en/latest.atom" } as const;
