import { Secret } from "otpauth";
import { hashOf } from "./tokens.ts";

const many = 10;

/** Codes for when the telephone is gone: 80 random bits each, in letters and digits that are not mistaken for others. */
export const newRecoveryCodes = (): string[] =>
  Array.from({ length: many }, () => new Secret({ size: 10 }).base32.toLowerCase().replace(/(.{4})(?=.)/g, "$1-"));

const typed = (code: string) => code.toLowerCase().replace(/[^a-z2-7]/g, "");

/** Whether what was typed can be such a code at all: a one-time code is six digits. */
export const isRecoveryCode = (code: string): boolean => typed(code).length === 16;

/** What is kept of one, however it is typed. */
export const recoveryCodeHash = (code: string): string => hashOf(typed(code));
