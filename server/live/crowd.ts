/** How many connections each address holds, so that one cannot take all. Counts only; nothing stays of who has left. */
export class Crowd {
  readonly #held = new Map<string, number>();

  /** Takes a place for an address if fewer than `most` are taken. */
  enter(address: string, most: number): boolean {
    const held = this.#held.get(address) ?? 0;
    if (held >= most) return false;
    this.#held.set(address, held + 1);
    return true;
  }

  leave(address: string): void {
    const held = this.#held.get(address)! - 1;
    if (held > 0) this.#held.set(address, held);
    else this.#held.delete(address);
  }

  get addresses(): number {
    return this.#held.size;
  }
}
