import type { TenantTx } from "../../db/tenant-db.ts";
import { phrases } from "../../http/phrases.ts";
import type { Locale } from "../../locale.shared.ts";
import { fillPath } from "../../workspace/home.shared.ts";
import { type ToldText, toldInBoth } from "../editing/told-text.ts";
import { holders } from "./photo-holders.ts";
import { type PhotoHolder, photosPaths } from "./photos.paths.shared.ts";

/** What is said of the photos of something, each with the page on which they are. */
export const wordsOfPhotos =
  (entity: PhotoHolder) =>
  async (tx: TenantTx, id: string, locale: Locale): Promise<ToldText[]> => {
    const t = phrases(locale, "photos");
    const href = fillPath(photosPaths.page, { entity, id })[locale];
    const photos = await holders[entity].find(tx, id);
    return photos.flatMap(({ alternative, caption }) => [
      ...toldInBoth(locale, ["photo.alternative", t("alternative")], alternative, href),
      ...toldInBoth(locale, ["photo.caption", t("caption")], caption, href),
    ]);
  };
