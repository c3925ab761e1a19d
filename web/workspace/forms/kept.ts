import type { Typed } from "./typed-values.ts";

/** What somebody has typed into a form and not sent, or sent in vain. */
export interface Kept {
  values: Typed;
  /** What the form showed when it was typed, of a form that carries that. */
  stood: string | null;
  /** Instant of the last key. */
  at: string;
}

/** What is kept of forms that are sent once, and of those that keep themselves with the server while they are typed. */
const beginnings = ["typed:", "form:"] as const;
/** So long a form waits on a device for whoever left it, in milliseconds. */
export const keptFor = 14 * 86_400_000;

/**
 * Where a form is kept on a device. A browser keeps each host's by itself, and on a host everybody has their own: an
 * account belongs to one council. So has each address that forms are sent to.
 * @param account the id of whoever types
 * @param form the form among those that are sent to the same address
 */
export const keyOf = (account: string, action: string, form: string): string => `typed:${account}:${action}:${form}`;

/**
 * Where the forms of a thing that is edited are kept on a device while the server cannot be told, each below under its own
 * name.
 * @param id `null` for what is new
 */
export const copiesOf = (account: string, entity: string, id: string | null): string =>
  `form:${account}:${entity}:${id ?? "new"}:`;
/** @param editId under which the server keeps it */
export const copyKeyOf = (account: string, entity: string, id: string | null, editId: string): string =>
  copiesOf(account, entity, id) + editId;

function read<T>(storage: Storage, key: string): T | null {
  try {
    return JSON.parse(storage.getItem(key) ?? "null") as T | null;
  } catch {
    return null;
  }
}

const isOld = ({ at }: { at?: string }, now: Date) => !(now.getTime() - Date.parse(at ?? "") < keptFor);

/** `null` where nothing is kept, or what is kept is too old. */
export function keptAt<T extends { at: string } = Kept>(storage: Storage, key: string, now: Date): T | null {
  const kept = read<T>(storage, key);
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

export const keysIn = (storage: Storage, begin: string) =>
  Array.from({ length: storage.length }, (_, at) => storage.key(at) ?? "").filter((key) => key.startsWith(begin));

/** Takes away what has waited too long, of everybody. */
export function tidy(storage: Storage, now: Date): void {
  for (const begin of beginnings)
    for (const key of keysIn(storage, begin)) if (!keptAt(storage, key, now)) storage.removeItem(key);
}

/** Who signs out leaves nothing behind. */
export function forget(storage: Storage, account: string): void {
  for (const begin of beginnings) for (const key of keysIn(storage, `${begin}${account}:`)) storage.removeItem(key);
}
