/** Tells a person at a terminal what takes long: a step that is over within a second leaves no line. */
export class Progress {
  readonly #write: (line: string) => void;

  constructor(write: (line: string) => void = (line) => process.stderr.write(`${line}\n`)) {
    this.#write = write;
  }

  /** Runs a step; says that it is under way once it has taken a second, and every five seconds from then on. */
  async step<T>(name: string, work: () => Promise<T>): Promise<T> {
    const begun = performance.now();
    const seconds = () => Math.round((performance.now() - begun) / 1000);
    let told = false;
    const tell = () => {
      told = true;
      this.#write(`  ${name} … ${seconds()} s`);
    };
    let every: NodeJS.Timeout | undefined;
    const first = setTimeout(() => {
      tell();
      every = setInterval(tell, 5_000);
    }, 1_000);
    try {
      return await work();
    } finally {
      clearTimeout(first);
      clearInterval(every);
      if (told) this.#write(`  ${name}: done after ${seconds()} s`);
    }
  }
}
