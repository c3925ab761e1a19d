import { join } from "node:path";
import { filesystemStorage } from "../../server/storage/filesystem.ts";
import { storeFile } from "../../server/storage/receive-file.ts";
import { mp4Head } from "../samples/files.ts";

/**
 * Stores and reads a film of so many megabytes in a process of its own, and prints how much its memory grew by:
 * `node --expose-gc tests/drivers/stream-memory.ts <folder> <megabytes>`.
 */
const [folder = "", megabytes = "256"] = process.argv.slice(2);
const tenantId = "00000000-0000-4000-8000-000000000001";
const storage = filesystemStorage(join(folder, "files"));

async function* film(length: number) {
  yield mp4Head;
  for (let sent = mp4Head.byteLength; sent < length; ) {
    const piece = Buffer.alloc(Math.min(64 * 1024, length - sent), sent % 251);
    sent += piece.byteLength;
    yield piece;
  }
}

async function storeAndRead(length: number): Promise<number> {
  const options = { spoolDir: join(folder, "spool"), maximumBytes: length, fileName: "mbledhja.mp4" };
  const { key } = await storeFile(storage, tenantId, film(length), options);
  const found = await storage.get(key);
  let received = 0;
  for await (const chunk of found!.body) received += chunk.byteLength;
  return received;
}

// Once small, so that code and pools are there before memory is measured.
await storeAndRead(16 * 1024 * 1024);
globalThis.gc?.();
const before = process.memoryUsage.rss();
let highest = before;
const watching = setInterval(() => {
  highest = Math.max(highest, process.memoryUsage.rss());
}, 5);
const received = await storeAndRead(Number(megabytes) * 1024 * 1024);
clearInterval(watching);
process.stdout.write(JSON.stringify({ received, grown: Math.max(highest, process.memoryUsage.rss()) - before }));
