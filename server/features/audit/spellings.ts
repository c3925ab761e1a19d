/** The code of a kind of thing, whether it was written with hyphens or with underscores. */
export const folded = (code: string): string => code.replaceAll("-", "_");

/** All under which a kind may stand in the audit: what was written there once is not written anew. */
export const spellingsOf = (subject: string): string[] => [
  ...new Set([subject, folded(subject), subject.replaceAll("_", "-")]),
];
