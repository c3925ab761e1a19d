import { Secret, TOTP } from "otpauth";

/** What every authenticator understands. */
const settings = { algorithm: "SHA1", digits: 6, period: 30 } as const;
/** A code of the step before or after is right too: clocks differ, and typing takes time. */
const window = 1;

/** 20 random bytes, in base32, as an authenticator takes them. */
export const newCodeSecret = (): string => new Secret({ size: 20 }).base32;

const totp = (secret: string, issuer = "", label = "") =>
  new TOTP({ ...settings, issuer, label, secret: Secret.fromBase32(secret) });

/** For the QR code. */
export const codeAddress = (secret: string, issuer: string, label: string): string =>
  totp(secret, issuer, label).toString();

/** The step to which a code belongs at an instant; `null` where it is wrong. */
export function stepOfCode(code: string, secret: string, at: Date): number | null {
  const token = code.replace(/\s/g, "");
  const delta = totp(secret).validate({ token, window, timestamp: at.getTime() });
  return delta === null ? null : totp(secret).counter({ timestamp: at.getTime() }) + delta;
}

/** The code that an authenticator shows at an instant. */
export const codeAt = (secret: string, at: Date): string => totp(secret).generate({ timestamp: at.getTime() });
