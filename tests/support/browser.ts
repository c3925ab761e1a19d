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

/** A real Chromium without a window: the system's, else the one that came with the development dependencies. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = onSystem.find((path) => existsSync(path));
  const rootNeeds = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  if (executablePath) return chromium.launch({ executablePath, args: [...quiet, ...rootNeeds] });
  const packaged = (await import("@sparticuz/chromium")).default;
  return chromium.launch({
    executablePath: await packaged.executablePath(),
    args: [...packaged.args.filter((argument) => !argument.startsWith("--headless")), ...quiet],
  });
}
