import { spawn } from "node:child_process";
import { join } from "node:path";
import { isBuilt } from "../../web/build.ts";

const script = join(import.meta.dirname, "../../web/build.ts");

/** Builds the web in a process of its own if its sources have changed since the last build, or there is none. */
export async function ensureWebBuild(): Promise<void> {
  if (await isBuilt()) return;
  const errors: Buffer[] = [];
  const child = spawn(process.execPath, [script], { stdio: ["ignore", "ignore", "pipe"] });
  child.stderr.on("data", (chunk: Buffer) => errors.push(chunk));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  if (code !== 0) throw new Error(`The web could not be built.\n${Buffer.concat(errors)}`);
}
