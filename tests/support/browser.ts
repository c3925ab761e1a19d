import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

const onSystem = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

const quiet = [
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--host-resolver-rules=MAP *.localhost 127.0.0.1",
];

/**
 * A real Chromium without a window: the system's, else the one that came with the development dependencies. Of that
 * only the program is taken: its own settings are for another purpose, switch security off and end with a page.
 */
export async function openBrowser(): Promise<Browser> {
  const onThisSystem = onSystem.find((path) => existsSync(path));
  const executablePath = onThisSystem ?? (await (await import("@sparticuz/chromium")).default.executablePath());
  const hasSandbox = onThisSystem !== undefined && process.getuid?.() !== 0;
  return chromium.launch({ executablePath, args: [...quiet, ...(hasSandbox ? [] : ["--no-sandbox"])] });
}
