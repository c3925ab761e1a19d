import { readdirSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import type { Theme } from "./settings.schema.ts";

const folder = new URL("../../../tenants/emblems/", import.meta.url);

/** Each is drawn in `currentColor` and white, in a view box of 96 by 112, so that it takes the colour around it. */
const emblems = new Map(
  readdirSync(folder)
    .filter((file) => file.endsWith(".svg"))
    .sort()
    .map((file) => [basename(file, ".svg"), readFileSync(new URL(file, folder), "utf8").trim()]),
);

/** The emblems that a council may take until it has its own, by name; `default` is one of them. */
export const emblemNames: readonly string[] = [...emblems.keys()];

/** The SVG element of an emblem, for use inside a page; the neutral one where the name is no longer known. */
export const emblemSvg = (name: string): string => emblems.get(name) ?? emblems.get("default")!;

/** The same as a file that stands alone, such as an icon. @param colour `#rrggbb` */
export const emblemFile = (name: string, colour: string): string => emblemSvg(name).replaceAll("currentColor", colour);

/** A council's emblem as pages draw it: its name among these, and the council's own picture where it has one. */
export const emblemOf = ({ emblem, picture }: Theme) => ({
  emblem,
  emblemPicture: picture ? { src: `/stema/${picture.sha256}.png`, width: picture.width, height: picture.height } : null,
});
