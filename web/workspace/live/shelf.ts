import type { Waiting } from "./queue.ts";

/** Where steps are kept on this device until the server has them. */
export interface Shelf {
  all(): Waiting[];
  /** Whether it is kept: a device without room, or a private window, may not. */
  keep(one: Waiting): boolean;
  remove(commands: readonly string[]): void;
}

/**
 * Each step has a key of its own, so that two windows on one device never write over each other; the keys sort as the
 * steps were pressed.
 * @param place whose steps, and of which meeting
 */
export function shelfIn(storage: Storage | null, place: string): Shelf {
  const prefix = `live:${place}:`;
  let pressed = 0;
  const keys = () =>
    storage
      ? Array.from({ length: storage.length }, (_, at) => storage.key(at) ?? "").filter((key) => key.startsWith(prefix))
      : [];
  return {
    all: () =>
      keys()
        .sort()
        .flatMap((key) => {
          try {
            return [JSON.parse(storage!.getItem(key)!) as Waiting];
          } catch {
            return [];
          }
        }),
    keep(one) {
      pressed += 1;
      try {
        storage?.setItem(`${prefix}${one.at}:${String(pressed).padStart(6, "0")}:${one.command}`, JSON.stringify(one));
        return storage !== null;
      } catch {
        return false;
      }
    },
    remove(commands) {
      for (const key of keys()) if (commands.some((command) => key.endsWith(`:${command}`))) storage!.removeItem(key);
    },
  };
}

/** The device's own; `null` where the browser keeps nothing. */
export function deviceStorage(): Storage | null {
  try {
    return localStorage;
  } catch {
    return null;
  }
}
