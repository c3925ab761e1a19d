import { createHash, randomBytes } from "node:crypto";

/** A secret for a link: 32 random bytes, as 43 characters that stand in an address. */
export const newToken = (): string => randomBytes(32).toString("base64url");

/** What is kept of a secret that nobody could guess: such a one needs no slow hash. */
export const hashOf = (secret: string): string => createHash("sha256").update(secret).digest("base64url");

/** Addresses without the part that is such a secret, in a path or a longer text: whoever writes addresses down writes none of them. */
export const withoutTokens = (text: string): string => text.replace(/(?<=\/)[\w-]{43}(?![\w-])/g, "…");
