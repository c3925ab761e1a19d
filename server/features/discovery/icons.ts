import { readFile } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";

const emblems = join(import.meta.dirname, "../../../tenants/emblems");
export const iconSizes = [192, 512] as const;
export type IconSize = (typeof iconSizes)[number];

const kept = new Map<string, Promise<Buffer>>();
const maximumKept = 200;

/** What an icon shows. `emblem` has been validated as a file's plain name; `picture` is a PNG that stands in its place. */
export interface IconOf {
  emblem: string;
  brand: string;
  picture: { sha256: string; width: number; height: number; bytes: Buffer } | null;
}

/** A council's emblem as a drawing in its colour, or its own picture inside a drawing. */
export async function iconSvg({ emblem, brand, picture }: IconOf): Promise<string> {
  if (picture) {
    const { width, height, bytes } = picture;
    const data = `data:image/png;base64,${bytes.toString("base64")}`;
    return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}"><image href="${data}" width="${width}" height="${height}"/></svg>`;
  }
  const svg = await readFile(join(emblems, `${emblem}.svg`), "utf8").catch(() =>
    readFile(join(emblems, "default.svg"), "utf8"),
  );
  return svg.replaceAll("currentColor", brand);
}

/** The emblem on a white square with the margin that telephones cut into circles, as PNG. */
export function iconPng(of: IconOf, size: IconSize): Promise<Buffer> {
  const key = `${of.picture?.sha256 ?? `${of.emblem} ${of.brand}`} ${size}`;
  const known = kept.get(key);
  if (known) return known;
  if (kept.size >= maximumKept) kept.clear();
  const made = draw(of, size);
  kept.set(key, made);
  made.catch(() => kept.delete(key));
  return made;
}

async function draw(of: IconOf, size: IconSize): Promise<Buffer> {
  const inner = Math.round(size * 0.62);
  const drawn = of.picture ? sharp(of.picture.bytes) : sharp(Buffer.from(await iconSvg(of)), { density: 600 });
  const drawing = await drawn.resize(inner, inner, { fit: "contain", background: "#ffffff00" }).png().toBuffer();
  return sharp({ create: { width: size, height: size, channels: 4, background: "#ffffff" } })
    .composite([{ input: drawing, gravity: "centre" }])
    .png({ compressionLevel: 9, palette: true })
    .toBuffer();
}
