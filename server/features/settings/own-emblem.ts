import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { crc32 } from "node:zlib";
import sharp from "sharp";
import type { TenantDb } from "../../db/tenant-db.ts";
import { fileKey } from "../../storage/storage.ts";
import type { Doing } from "../audit/audit.service.ts";
import { type FileShelf, keepFile } from "../documents/documents.service.ts";
import { emblemTooLarge, emblemTooSmall, emblemUnreadable } from "./settings.errors.ts";
import { setPicture } from "./settings.service.ts";

/** Of what may be sent, in kilobytes: a crest is a drawing of few shapes, or a small picture. */
export const largestEmblem = 1024;
/** Pixels: what is kept fits into this; what is smaller than the least is blurred on every screen. */
const box = { width: 384, height: 448 };
const least = 96;
const patience = 5;

interface Drawn {
  bytes: Buffer;
  width: number;
  height: number;
}

/**
 * Draws an emblem as a PNG, once. An SVG can carry scripts, styles and addresses of others, and what is shown inside a page
 * would need a list of everything that is harmless in it, for ever; a picture of it can carry nothing. The library that
 * draws fetches nothing from anywhere and runs no script.
 * @param input a whole SVG, PNG, WebP or JPEG
 * @throws `settings.emblem_too_large`, `settings.emblem_too_small`, `settings.emblem_unreadable`
 */
export async function drawEmblem(input: Uint8Array): Promise<Drawn> {
  if (input.byteLength > largestEmblem * 1024) throw emblemTooLarge(largestEmblem);
  try {
    const { format, width = 0, height = 0 } = await sharp(input, { limitInputPixels: 40_000_000 }).metadata();
    if (!["svg", "png", "webp", "jpeg"].includes(format ?? "")) throw emblemUnreadable();
    const isDrawing = format === "svg";
    if (!isDrawing && Math.max(width, height) < least) throw emblemTooSmall(least);
    // A drawing is drawn as large as it is needed, also where it calls itself small.
    const scale = Math.min(box.width / Math.max(width, 1), box.height / Math.max(height, 1));
    const density = isDrawing ? Math.min(Math.max(72 * scale, 1), 2400) : undefined;
    const { data, info } = await sharp(input, { density, limitInputPixels: 40_000_000, failOn: "error" })
      .timeout({ seconds: patience })
      .autoOrient()
      .resize({ ...box, fit: "inside", withoutEnlargement: !isDrawing })
      .toColourspace("srgb")
      .png({ compressionLevel: 9 })
      .toBuffer({ resolveWithObject: true });
    return { bytes: data, width: info.width, height: info.height };
  } catch (failure) {
    if (failure instanceof Error && "code" in failure && String(failure.code).startsWith("settings.")) throw failure;
    throw emblemUnreadable();
  }
}

/**
 * Draws, stores and sets a council's own emblem. What is stored is the picture; what was sent is not kept.
 * @throws as `drawEmblem`
 */
export async function uploadEmblem(
  { storage, tenantId }: Pick<FileShelf, "storage" | "tenantId">,
  db: TenantDb,
  by: Doing,
  input: Uint8Array,
): Promise<void> {
  const { bytes, width, height } = await drawEmblem(input);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const file = { sha256, size: bytes.length, mediaType: "image/png" };
  await storage.put(fileKey(tenantId, sha256), Readable.from([bytes]), { size: file.size, mediaType: file.mediaType });
  await db.write(async (tx) => {
    await keepFile(tx, by, { ...file, crc32: crc32(bytes), extension: "png" });
    await setPicture(tx, by, { sha256, width, height });
  });
}
