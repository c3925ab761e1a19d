import { createHash, randomBytes } from "node:crypto";

/** A secret for a link: 32 random bytes, as 43 characters that stand in an address. */
export const newToken = (): string => randomBytes(32).toString("base64url");

/** What is kept of a secret that nobody could guess: such a one needs no slow hash. */
export const hashOf = (secret: string): string => createHash("sha256").update(secret).digest("base64url");

/** The part of an address that is such a secret: whoever writes addresses down writes none of them. */
export const withoutTokens = (path: string): string => path.replace(/(?<=\/)[\w-]{43}(?=$|\/)/g, "…");
