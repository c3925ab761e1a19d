export const linkFailures = [
  "malformed",
  "host_unknown",
  "private_address",
  "refused",
  "insecure",
  "timeout",
  "too_many_redirects",
  "status",
] as const;
/** Why an address leads nowhere. */
export type LinkFailure = (typeof linkFailures)[number];

/** `null`: it leads somewhere, or nobody can tell. */
export type LinkVerdict = { reason: LinkFailure; status: number | null } | null;
