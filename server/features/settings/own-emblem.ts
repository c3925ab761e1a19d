import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { crc32 } from "node:zlib";
import sharp from "sharp";
import type { TenantDb } from "../../db/tenant-db.ts";
import { inTurn } from "../../in-turn.ts";
import { fileKey } from "../../storage/storage.ts";
import type { Doing } from "../audit/audit.service.ts";
import { type FileShelf, keepFile } from "../documents/documents.service.ts";
import { leastSide, mostTimes, tooLong, tooSmall } from "./drawing.shared.ts";
import { emblemTooLarge, emblemTooLong, emblemTooSmall, emblemUnreadable } from "./settings.errors.ts";
import { setPicture } from "./settings.service.ts";

/** Of what may be sent, in kilobytes: a crest is a drawing of few shapes, or a small picture. */
export const largestEmblem = 1024;
/** Milliseconds, the start of the process that draws among them. */
const patience = 8_000;
const drawer = fileURLToPath(new URL("./draw-emblem.process.ts", import.meta.url));
/** One at a time, so that a core stays free for whoever reads the site. */
const oneAtATime = inTurn();

interface Drawn {
  bytes: Buffer;
  width: number;
  height: number;
}

/**
 * Draws an emblem as a PNG, once. An SVG can carry scripts, styles and addresses of others, and what is shown inside a page
 * would need a list of everything that is harmless in it, for ever; a picture of it can carry nothing. The library that
 * draws fetches nothing from anywhere and runs no script; one that keeps it busy ends with its process.
 * @param input a whole SVG, PNG, WebP or JPEG
 * @throws `settings.emblem_too_large`, `settings.emblem_too_small`, `settings.emblem_too_long`, `settings.emblem_unreadable`
 */
export async function drawEmblem(input: Uint8Array, limit = patience): Promise<Drawn> {
  if (input.byteLength > largestEmblem * 1024) throw emblemTooLarge(largestEmblem);
  return oneAtATime(async () => {
    const child = spawn(process.execPath, ["--no-warnings", drawer], { stdio: ["pipe", "pipe", "ignore"], env: {} });
    const timer = setTimeout(() => child.kill("SIGKILL"), limit);
    try {
      const ended = new Promise<number | null>((resolve, reject) => child.once("exit", resolve).once("error", reject));
      // Whoever does not read to the end has said so by how it ended.
      child.stdin.on("error", () => {});
      child.stdin.end(input);
      const [bytes, code] = await Promise.all([buffer(child.stdout), ended]);
      if (code === tooSmall) throw emblemTooSmall(leastSide);
      if (code === tooLong) throw emblemTooLong(mostTimes);
      if (code !== 0) throw emblemUnreadable();
      const { width, height } = await sharp(bytes).metadata();
      return { bytes, width, height };
    } finally {
      clearTimeout(timer);
    }
  });
}

/**
 * Draws, stores and sets a council's own emblem. What is stored is the picture; what was sent is not kept.
 * @throws as `drawEmblem` and `setPicture`
 */
export async function uploadEmblem(
  { storage, tenantId }: Pick<FileShelf, "storage" | "tenantId">,
  db: TenantDb,
  by: Doing,
  input: Uint8Array,
  seen: string | null = null,
): Promise<void> {
  const { bytes, width, height } = await drawEmblem(input);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const file = { sha256, size: bytes.length, mediaType: "image/png" };
  await storage.put(fileKey(tenantId, sha256), Readable.from([bytes]), { size: file.size, mediaType: file.mediaType });
  await db.write(async (tx) => {
    await keepFile(tx, by, { ...file, crc32: crc32(bytes), extension: "png" });
    await setPicture(tx, by, { sha256, width, height }, seen);
  });
}
