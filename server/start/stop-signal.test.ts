import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, it } from "vitest";

const module = new URL("./stop-signal.ts", import.meta.url).href;
const program = (closesAfter: number) => `
  const { onStopSignal } = await import(${JSON.stringify(module)});
  setInterval(() => {}, 1000);
  onStopSignal(() => new Promise((done) => setTimeout(() => { process.stdout.write("closed"); done(); }, ${closesAfter})));
  process.stdout.write("ready ");
`;

async function stopped(closesAfter: number, pause: number) {
  const child = spawn(process.execPath, ["--input-type=module", "-e", program(closesAfter)]);
  let said = "";
  child.stdout.on("data", (text) => {
    said += text;
  });
  const ended = once(child, "close");
  await once(child.stdout, "data");
  child.kill("SIGINT");
  await sleep(pause);
  child.kill("SIGINT");
  const [code] = await ended;
  return { code, said };
}

it("Ctrl-C that comes from the terminal and through npm stops everything cleanly", async () => {
  expect(await stopped(300, 30)).toEqual({ code: 0, said: "ready closed" });
});

it("who asks again after a while is not kept waiting", async () => {
  expect(await stopped(60_000, 1_200)).toEqual({ code: 1, said: "ready " });
});
