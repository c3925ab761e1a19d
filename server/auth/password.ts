import { argon2, randomBytes, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";
import type { KeptPassword } from "../features/accounts/accounts.tables.ts";

const compute = promisify(argon2);

/** As OWASP's Password Storage Cheat Sheet has them: 19 MiB, two passes, one lane. */
const parameters = { memory: 19_456, passes: 2, parallelism: 1 } as const;
const tagLength = 32;

/** Composed and decomposed letters are the same letters: ë is typed differently on different machines. */
const bytesOf = (password: string) => Buffer.from(password.normalize("NFKC"));

/** Takes about 30 ms off the event loop. */
export async function hashPassword(password: string): Promise<KeptPassword> {
  const nonce = randomBytes(16);
  const tag = await compute("argon2id", { message: bytesOf(password), nonce, tagLength, ...parameters });
  return { algorithm: "argon2id", ...parameters, nonce: nonce.toString("base64url"), tag: tag.toString("base64url") };
}

/** What is compared where there is no account: it takes the same time and never fits. */
const nobody: KeptPassword = {
  algorithm: "argon2id",
  ...parameters,
  nonce: randomBytes(16).toString("base64url"),
  tag: randomBytes(tagLength).toString("base64url"),
};

/** Whether a password is the one that is kept; with none kept the answer takes as long, and is no. */
export async function isPassword(given: string, kept: KeptPassword | null): Promise<boolean> {
  const { memory, passes, parallelism, nonce, tag } = kept ?? nobody;
  const expected = Buffer.from(tag, "base64url");
  const found = await compute("argon2id", {
    ...{ message: bytesOf(given), nonce: Buffer.from(nonce, "base64url"), tagLength: expected.length },
    ...{ memory, passes, parallelism },
  });
  return timingSafeEqual(found, expected) && kept !== null;
}
