import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";

const cipher = "aes-256-gcm";
const tagLength = 16;
const keyOf = (secretKey: string) => Buffer.from(hkdfSync("sha256", secretKey, "", "e-keshilli seal v1", 32));

/**
 * Encrypts a text so that only this portal can read it, and only where it belongs: `place` names the owner and the use,
 * and another place opens nothing.
 */
export function seal(text: string, secretKey: string, place: string): string {
  const nonce = randomBytes(12);
  const sealing = createCipheriv(cipher, keyOf(secretKey), nonce, { authTagLength: tagLength });
  sealing.setAAD(Buffer.from(place));
  const sealed = Buffer.concat([nonce, sealing.update(text, "utf8"), sealing.final(), sealing.getAuthTag()]);
  return `v1.${sealed.toString("base64url")}`;
}

/** The text again; `null` for what was not sealed by this key for this place. */
export function unseal(sealed: string, secretKey: string, place: string): string | null {
  const [version, body = ""] = sealed.split(".");
  const bytes = Buffer.from(body, "base64url");
  if (version !== "v1" || bytes.length < 12 + tagLength) return null;
  try {
    const opening = createDecipheriv(cipher, keyOf(secretKey), bytes.subarray(0, 12), { authTagLength: tagLength });
    opening.setAAD(Buffer.from(place));
    opening.setAuthTag(bytes.subarray(-tagLength));
    return Buffer.concat([opening.update(bytes.subarray(12, -tagLength)), opening.final()]).toString("utf8");
  } catch {
    return null;
  }
}
