import { spawn } from "node:child_process";
import { once } from "node:events";
import { request } from "node:http";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { text } from "node:stream/consumers";
import { environment, type TestWorld, testNow } from "./world.ts";

export interface OtherProcess {
  port: number;
  /** Asks a site for a page, as anybody could. */
  read(host: string, path: string): Promise<{ status: number; html: string }>;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
}

/** A process of its own that serves a test's world, over HTTP. */
export async function otherProcess(world: TestWorld): Promise<OtherProcess> {
  const from = (file: string) => JSON.stringify(join(import.meta.dirname, "../..", file));
  const variables = { ...environment, DATA_DIR: world.services.config.dataDir, DATABASE_URL: world.database.appUrl };
  const script = `
    import { createServer } from "node:http";
    import { getRequestListener } from "@hono/node-server";
    import pino from "pino";
    import { fixedClock } from ${from("server/clock.ts")};
    import { compose } from ${from("server/compose.ts")};
    import { loadConfig } from ${from("server/config.ts")};
    const { app, start } = await compose({
      config: loadConfig(${JSON.stringify(variables)}),
      databaseUrl: ${JSON.stringify(world.database.appUrl)},
      logger: pino({ level: "silent" }),
      clock: fixedClock(${JSON.stringify(testNow)}),
      publicPort: null,
    });
    await start();
    const server = createServer(getRequestListener(app.fetch, { overrideGlobalObjects: false }));
    server.listen(0, "127.0.0.1", () => console.log(server.address().port));`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", script], {
    cwd: join(import.meta.dirname, "../.."),
    stdio: ["ignore", "pipe", "inherit"],
  });
  const exited = once(child, "exit");
  const [line] = (await Promise.race([
    once(createInterface(child.stdout), "line"),
    exited.then(() => Promise.reject(new Error("The process ended before it served."))),
  ])) as [string];
  const port = Number(line);
  return {
    port,
    async read(host, path) {
      const asked = request({ port, host: "127.0.0.1", path, headers: { host, accept: "text/html" } }).end();
      const [answer] = await once(asked, "response");
      return { status: answer.statusCode, html: await text(answer) };
    },
    async kill() {
      child.kill("SIGKILL");
      await exited;
    },
  };
}
