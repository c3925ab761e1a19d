import type { LocalizedText } from "../../locale.shared.ts";
import type { ReceiveOptions } from "../../storage/receive-file.ts";
import { type UploadedPhoto, uploadPhoto } from "../albums/photos.service.ts";
import type { FileShelf } from "../documents/documents.service.ts";
import type { StoredPortrait } from "./people.service.ts";

/** Lists show thirty faces at once, each no wider than a thumb. */
export const portraitWidths = [160, 320, 640];

/** Receives a portrait as `uploadPhoto` does, in sizes for lists of faces. `keepPhotoFiles` makes its files the council's. */
export const uploadPortrait = (
  shelf: FileShelf,
  body: AsyncIterable<Uint8Array>,
  given: Pick<ReceiveOptions, "fileName" | "expectedSize" | "signal">,
): Promise<UploadedPhoto> => uploadPhoto(shelf, body, given, portraitWidths);

/** What `setPersonPhoto` is given. @param alternative what is said to those who do not see it */
export const portraitFrom = (
  { width, height, renditions, original }: UploadedPhoto,
  alternative: LocalizedText,
): StoredPortrait => ({ alternative, width, height, renditions, originalSha256: original.sha256 });
