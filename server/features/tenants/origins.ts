/** Absolute addresses: the scheme and port that the public sees, never what a request claims. */
export class Origins {
  readonly #scheme: string;
  readonly #port: string;

  /** @param port the port in public addresses, or `null` behind a proxy that listens on the scheme's own. */
  constructor(scheme: "http" | "https", port: number | null) {
    this.#scheme = scheme;
    this.#port = port && port !== (scheme === "https" ? 443 : 80) ? `:${port}` : "";
  }

  /** `https://host`, without a trailing slash. */
  of(host: string): string {
    return `${this.#scheme}://${host}${this.#port}`;
  }
}
