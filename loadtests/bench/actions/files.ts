import sharp from "sharp";
import { type PhotoHolder, photosPaths } from "../../../server/features/photos/photos.paths.shared.ts";
import { fillPath } from "../../../server/workspace/home.shared.ts";
import { pdfOf } from "../../../tests/samples/files.ts";
import type { Desk } from "./desk.ts";
import { inBoth } from "./kinds.ts";

export const textFile = (name: string, type: string, text: string) => new File([text], name, { type });

/** A printed page with text of its own, so that no two are the same file. */
export const pdfFile = async (text: string) =>
  new File([new Uint8Array(await pdfOf(`${text}, letër e Këshillit`))], "vendimi.pdf", { type: "application/pdf" });

export async function pictureFile(): Promise<File> {
  const bytes = await sharp({ create: { width: 800, height: 600, channels: 3, background: "#7a1f2b" } })
    .jpeg()
    .toBuffer();
  return new File([new Uint8Array(bytes)], "salla.jpg", { type: "image/jpeg" });
}

export async function addPhoto(desk: Desk, entity: PhotoHolder, id: string): Promise<void> {
  const page = fillPath(photosPaths.page, { entity, id }).sq;
  const texts = { ...inBoth("alternative", "Salla", "The hall"), ...inBoth("caption", "Salla", "The hall") };
  await desk.upload(page, "photo", await pictureFile(), texts);
}
