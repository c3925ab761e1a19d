import type { Cut } from "../albums/renditions.ts";
import type { PhotoShape } from "./photos.paths.shared.ts";

/** The part of a photo that a shape shows, in its pixels; `null` is all of it. */
export function cutOf(shape: PhotoShape, { width, height }: { width: number; height: number }): Cut | null {
  const side = Math.min(width, height);
  switch (shape) {
    case "whole":
      return null;
    case "square":
    case "square_top":
      return {
        left: Math.floor((width - side) / 2),
        top: shape === "square_top" ? 0 : Math.floor((height - side) / 2),
        ...{ width: side, height: side },
      };
    case "wide": {
      const isWider = width * 2 > height * 3;
      const [w, h] = isWider ? [Math.floor((height * 3) / 2), height] : [width, Math.floor((width * 2) / 3)];
      return { left: Math.floor((width - w) / 2), top: Math.floor((height - h) / 2), width: w, height: h };
    }
  }
}
