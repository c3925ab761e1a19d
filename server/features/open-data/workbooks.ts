import { LRUCache } from "lru-cache";
import { AppError } from "../../http/errors.ts";

type Workbook = Uint8Array<ArrayBuffer>;

/** Made at the same time, so that pages keep their processor; and waiting for their turn. */
const atOnce = 1;
const waiting = 16;
/** Bytes of finished workbooks that are kept for those who ask for the same. */
const keptBytes = 32 * 1024 ** 2;

/** Makes workbooks one after the other, each once for all who ask for it at the same time or soon after. */
export class Workbooks {
  #kept = new LRUCache<string, Workbook>({ maxSize: keptBytes, sizeCalculation: ({ byteLength }) => byteLength });
  #making = new Map<string, Promise<Workbook>>();
  #turns: (() => void)[] = [];
  #busy = 0;

  /**
   * @param key names what is in it: whoever gives the same key gets the same bytes
   * @throws `registers.busy` when too many others wait already
   */
  workbook(key: string, make: () => Promise<Workbook>): Promise<Workbook> {
    const kept = this.#kept.get(key);
    if (kept) return Promise.resolve(kept);
    const going = this.#making.get(key);
    if (going) return going;
    const made = this.#inTurn(make)
      .then((file) => {
        this.#kept.set(key, file);
        return file;
      })
      .finally(() => this.#making.delete(key));
    this.#making.set(key, made);
    return made;
  }

  async #inTurn(make: () => Promise<Workbook>): Promise<Workbook> {
    if (this.#busy >= atOnce) {
      if (this.#turns.length >= waiting) throw new AppError("registers.busy", 503);
      await new Promise<void>((resolve) => this.#turns.push(resolve));
    } else this.#busy += 1;
    try {
      return await make();
    } finally {
      const next = this.#turns.shift();
      // The place goes on to whoever has waited longest.
      if (next) next();
      else this.#busy -= 1;
    }
  }
}
