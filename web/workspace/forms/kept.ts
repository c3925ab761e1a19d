import type { Typed } from "./typed-values.ts";

/** What somebody has typed into a form and not sent, or sent in vain. */
export interface Kept {
  values: Typed;
  /** What the form showed when it was typed, of a form that carries that. */
  stood: string | null;
  /** Instant of the last key. */
  at: string;
}

const prefix = "typed:";
/** So long a form waits on a device for whoever left it, in milliseconds. */
export const keptFor = 7 * 86_400_000;

/**
 * Where a form is kept on a device: everybody has their own, and so has each address that forms are sent to.
 * @param account the id of whoever types
 * @param form the form among those that are sent to the same address
 */
export const keyOf = (account: string, action: string, form: string): string => `${prefix}${account}:${action}:${form}`;

function read(storage: Storage, key: string): Kept | null {
  try {
    const { values, stood, at } = JSON.parse(storage.getItem(key) ?? "null") as Kept;
    return { values, stood, at };
  } catch {
    return null;
  }
}

const isOld = ({ at }: Kept, now: Date) => !(now.getTime() - Date.parse(at) < keptFor);

/** `null` where nothing is kept, or what is kept is too old. */
export function keptAt(storage: Storage, key: string, now: Date): Kept | null {
  const kept = read(storage, key);
  return kept && !isOld(kept, now) ? kept : null;
}

/** Keeps what was typed; where nothing was, nothing is kept. A device without room keeps what it had. */
export function keepAt(storage: Storage, key: string, kept: Kept): void {
  if (Object.keys(kept.values).length === 0) {
    storage.removeItem(key);
    return;
  }
  try {
    storage.setItem(key, JSON.stringify(kept));
  } catch {
    // The form itself goes on, and is sent as ever.
  }
}

const keysIn = (storage: Storage, begin: string) =>
  Array.from({ length: storage.length }, (_, at) => storage.key(at) ?? "").filter((key) => key.startsWith(begin));

/** Takes away what has waited too long, of everybody. */
export function tidy(storage: Storage, now: Date): void {
  for (const key of keysIn(storage, prefix)) if (!keptAt(storage, key, now)) storage.removeItem(key);
}

/** Who signs out leaves nothing behind. */
export function forget(storage: Storage, account: string): void {
  for (const key of keysIn(storage, `${prefix}${account}:`)) storage.removeItem(key);
}
