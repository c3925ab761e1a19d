/** Ctrl-C reaches this process from the terminal and once more through npm: within this, in milliseconds, both are one. */
const oneRequest = 1_000;

/** Stops cleanly on Ctrl-C and SIGTERM; who asks twice is not kept waiting. */
export function onStopSignal(close: () => Promise<void>): void {
  let askedAt: number | null = null;
  const stop = () => {
    if (askedAt !== null) {
      if (performance.now() - askedAt >= oneRequest) process.exit(1);
      return;
    }
    askedAt = performance.now();
    close().then(
      () => process.exit(0),
      (error: unknown) => {
        process.stderr.write(`${(error as Error)?.message ?? error}\n`);
        process.exit(1);
      },
    );
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
}
