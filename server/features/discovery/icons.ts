import { readFile } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";

const emblems = join(import.meta.dirname, "../../../tenants/emblems");
export const iconSizes = [192, 512] as const;
export type IconSize = (typeof iconSizes)[number];

const kept = new Map<string, Promise<Buffer>>();
const maximumKept = 200;

/** A council's emblem as a drawing in its colour. `emblem` has been validated as a file's plain name. */
export async function iconSvg(emblem: string, brand: string): Promise<string> {
  const svg = await readFile(join(emblems, `${emblem}.svg`), "utf8").catch(() =>
    readFile(join(emblems, "default.svg"), "utf8"),
  );
  return svg.replaceAll("currentColor", brand);
}

/** The emblem on a white square with the margin that telephones cut into circles, as PNG. */
export function iconPng(emblem: string, brand: string, size: IconSize): Promise<Buffer> {
  const key = `${emblem} ${brand} ${size}`;
  const known = kept.get(key);
  if (known) return known;
  if (kept.size >= maximumKept) kept.clear();
  const made = draw(emblem, brand, size);
  kept.set(key, made);
  made.catch(() => kept.delete(key));
  return made;
}

async function draw(emblem: string, brand: string, size: IconSize): Promise<Buffer> {
  const inner = Math.round(size * 0.62);
  const drawing = await sharp(Buffer.from(await iconSvg(emblem, brand)), { density: 600 })
    .resize(inner, inner, { fit: "contain", background: "#ffffff00" })
    .png()
    .toBuffer();
  return sharp({ create: { width: size, height: size, channels: 4, background: "#ffffff" } })
    .composite([{ input: drawing, gravity: "centre" }])
    .png({ compressionLevel: 9, palette: true })
    .toBuffer();
}
