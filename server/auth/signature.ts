import { createHmac, hkdfSync, timingSafeEqual } from "node:crypto";

const keyOf = (secretKey: string) => Buffer.from(hkdfSync("sha256", secretKey, "", "e-keshilli signature v1", 32));

/** What only this portal can say about a text: 43 characters that stand in an address. */
export const signatureOf = (text: string, secretKey: string): string =>
  createHmac("sha256", keyOf(secretKey)).update(text).digest("base64url");

export function isSignatureOf(text: string, secretKey: string, given: string): boolean {
  const [expected, found] = [Buffer.from(signatureOf(text, secretKey)), Buffer.from(given)];
  return expected.length === found.length && timingSafeEqual(expected, found);
}
