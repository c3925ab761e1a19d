import { createHash } from "node:crypto";

/** Chance that falls the same way each time for the same name: ids, choices, numbers. */
export class Dice {
  readonly #name: string;
  #thrown = 0;
  #bytes = Buffer.alloc(0);

  constructor(name: string) {
    this.#name = name;
  }

  #take(length: number): Buffer {
    if (this.#bytes.length < length)
      this.#bytes = createHash("sha512")
        .update(`${this.#name} ${this.#thrown++}`)
        .digest();
    const taken = this.#bytes.subarray(0, length);
    this.#bytes = this.#bytes.subarray(length);
    return taken;
  }

  /** From 0 up to and without 1. */
  share(): number {
    return this.#take(4).readUInt32BE() / 2 ** 32;
  }

  /** A whole number from `least` to `most`, both included. */
  number(least: number, most: number): number {
    return least + Math.floor(this.share() * (most - least + 1));
  }

  chance(probability: number): boolean {
    return this.share() < probability;
  }

  oneOf<T>(things: readonly T[]): T {
    return things[this.number(0, things.length - 1)]!;
  }

  uuid(): string {
    const hex = this.#take(16).toString("hex");
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
  }

  /** 64 hex digits. */
  sha256(): string {
    return this.#take(32).toString("hex");
  }
}
