import type { InBoth } from "../elements/catalogue.shared.ts";

const below = (sq: string, en: string): InBoth => ({
  sq: `/admin/fotot/:entity/:id${sq}`,
  en: `/en/admin/photos/:entity/:id${en}`,
});
/** The photos of what has any. */
export const photosPaths = {
  page: below("", ""),
  upload: below("/ngarkimi", "/upload"),
  words: below("/fjalet", "/words"),
  remove: below("/heqja", "/remove"),
} as const;

/** Where a preview has the photos that the public has below `/foto/`, also those that are not public yet. */
export const previewedPhotos = "/api/v1/admin/photos/";

/** What carries photos: a person one, a publication of some collections one, an album many. */
export const photoHolders = ["person", "publication", "album"] as const;
export type PhotoHolder = (typeof photoHolders)[number];
export const isPhotoHolder = (entity: string): entity is PhotoHolder => photoHolders.some((one) => one === entity);

/** What is shown of a photo without a mouse: all of it, or a part that is cut out of it by itself. */
export const photoShapes = ["whole", "square", "square_top", "wide"] as const;
export type PhotoShape = (typeof photoShapes)[number];
