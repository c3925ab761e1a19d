import { json } from "../../db/columns.ts";
import type { TenantDb, TenantTx } from "../../db/tenant-db.ts";
import { parsed } from "../../http/validated.ts";
import type { LocalizedText } from "../../locale.shared.ts";
import { cropPhoto, keepPhotoFiles, type UploadedPhoto } from "../albums/photos.service.ts";
import { type Doing, recordChange } from "../audit/audit.service.ts";
import type { FileShelf, StoredFile } from "../documents/documents.service.ts";
import { PictureInput } from "./pictures.schema.ts";
import { pictureNotFound } from "./uploads.errors.ts";

async function findPicture(tx: TenantTx, id: string) {
  const picture = await tx
    .selectFrom("pictures as p")
    .innerJoin("files as f", "f.sha256", "p.original_sha256")
    .where("p.id", "=", id)
    .select(["p.id", "p.file_name", "p.width", "p.height", "p.crop", "p.alternative", "p.renditions"])
    .select(["f.sha256", "f.crc32", "f.size", "f.media_type", "f.extension"])
    .executeTakeFirst();
  if (!picture) throw pictureNotFound();
  return picture;
}

/** Width and height of a picture as it is seen, in pixels. @throws `photos.not_found` */
export async function sizeOfPicture(tx: TenantTx, id: string): Promise<{ width: number; height: number }> {
  const { width, height } = await findPicture(tx, id);
  return { width, height };
}

const originalOf = (row: Awaited<ReturnType<typeof findPicture>>): StoredFile => ({
  sha256: row.sha256,
  crc32: row.crc32,
  size: row.size,
  mediaType: row.media_type,
  extension: row.extension,
});

/**
 * Says what is shown of a picture and what is said to those who do not see it, and makes its sizes anew.
 * @throws {InvalidInput} `photos.not_found`, as `cropPhoto`
 */
export async function describePicture(
  shelf: FileShelf,
  db: TenantDb,
  by: Doing,
  id: string,
  given: PictureInput,
): Promise<void> {
  const { alternative, crop } = parsed(PictureInput, given);
  const before = await db.read((tx) => findPicture(tx, id));
  const photo = await cropPhoto(shelf, originalOf(before), before.file_name, crop);
  await db.write(async (tx) => {
    await keepPhotoFiles(tx, by, photo);
    await tx
      .updateTable("pictures")
      .set({ alternative: json(alternative), crop: crop && json(crop), renditions: json(photo.renditions) })
      .where("id", "=", id)
      .execute();
    const was = { alternative: before.alternative, crop: before.crop };
    await recordChange(tx, by, "picture.described", "picture", id, was, { alternative, crop });
  });
}

/**
 * A picture as albums, publications and persons take a photo, cropped as it was said; in other sizes where they are
 * wanted.
 * @throws `photos.not_found`, as `cropPhoto`
 */
export async function pictureAsPhoto(
  shelf: FileShelf,
  db: TenantDb,
  id: string,
  widths?: readonly number[],
): Promise<{ photo: UploadedPhoto; alternative: LocalizedText | null }> {
  const picture = await db.read((tx) => findPicture(tx, id));
  const photo = await cropPhoto(shelf, originalOf(picture), picture.file_name, picture.crop, widths);
  return { photo, alternative: picture.alternative };
}
