import { openEmbeddedDatabase } from "./embedded-postgres.ts";

/** A process that opens the database and keeps it until SIGTERM: `node holder.fixture.ts <dataDir> <own|join> [durable]`. */
const [dataDir, purpose, durable] = process.argv.slice(2);
const say = (line: object) => process.stdout.write(`${JSON.stringify(line)}\n`);

try {
  const db = await openEmbeddedDatabase({
    dataDir: dataDir!,
    purpose: purpose as "own" | "join",
    durable: durable === "durable",
    progress: ({ key, done }) => say({ step: key, done }),
  });
  const stay = setInterval(() => undefined, 60_000);
  process.once("SIGTERM", async () => {
    clearInterval(stay);
    await db.stop();
  });
  say({ ready: true, superuserUrl: db.superuserUrl });
} catch (error) {
  say({ refused: (error as Error).name, message: (error as Error).message });
}
