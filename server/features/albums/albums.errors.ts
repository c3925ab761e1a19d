import { AppError } from "../../http/errors.ts";

export const albumNotFound = () => new AppError("albums.not_found", 404);
export const photoNotFound = () => new AppError("albums.photo_not_found", 404);
export const albumWithoutPhotos = () => new AppError("albums.without_photos", 409);
export const albumPublicAlready = () => new AppError("albums.already_public", 409);
export const albumNotPublished = () => new AppError("albums.not_published", 409);
export const noSuchAlbumPage = (pages: number) => new AppError("albums.no_such_page", 404, { pages });
export const notAPhoto = (name: string) => new AppError("photos.not_a_photo", 415, { name });
/** @param maximum in millions of pixels */
export const photoTooLarge = (name: string, maximum: number) =>
  new AppError("photos.too_many_pixels", 422, { name, maximum });
export const cropOutside = () => new AppError("photos.crop_outside", 422);
export const heicPhoto = (name: string) => new AppError("photos.heic", 415, { name });
