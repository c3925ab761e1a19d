import type { TenantTx } from "../../db/tenant-db.ts";
import { AppError } from "../../http/errors.ts";
import type { LocalizedText } from "../../locale.shared.ts";
import { addPhoto } from "../albums/albums.service.ts";
import type { Rendition } from "../albums/albums.tables.ts";
import { keepPhotoFiles, type UploadedPhoto } from "../albums/photos.service.ts";
import type { Doing } from "../audit/audit.service.ts";
import { versionOf } from "../editing/versions.ts";
import { describePersonPhoto, setPersonPhoto } from "../people/people.service.ts";
import { portraitFrom, portraitWidths } from "../people/portraits.ts";
import { publicationKind } from "../publications/kinds.shared.ts";
import { describePublicationPhoto, setPublicationPhoto } from "../publications/publications.service.ts";
import { isPhotoHolder, type PhotoHolder } from "./photos.paths.shared.ts";

export interface HeldPhoto {
  id: string;
  alternative: LocalizedText;
  caption: LocalizedText | null;
  width: number;
  height: number;
  renditions: Rendition[];
}
export interface PhotoTexts {
  alternative: LocalizedText;
  caption: LocalizedText | null;
}

/** How something carries photos. */
interface Holder {
  /** Whether something is also written beneath. */
  hasCaption: boolean;
  /** It has one photo, and a new one takes its place. */
  isOne: boolean;
  /** Of its sizes, in pixels, where they are not those of every photo. */
  widths?: readonly number[];
  find(tx: TenantTx, id: string): Promise<HeldPhoto[]>;
  set(tx: TenantTx, by: Doing, id: string, photo: UploadedPhoto, texts: PhotoTexts): Promise<void>;
  /** Says anew what is written of its one photo; of an album, that is done in its form. */
  describe?(tx: TenantTx, by: Doing, id: string, texts: PhotoTexts): Promise<void>;
  /** Of an album, photos are taken away in its form. */
  remove?(tx: TenantTx, by: Doing, id: string): Promise<void>;
}

export const holders: Readonly<Record<PhotoHolder, Holder>> = {
  person: {
    ...{ hasCaption: false, isOne: true, widths: portraitWidths },
    async find(tx, id) {
      const found = await tx
        .selectFrom("people")
        .where("id", "=", id)
        .select(["photo_alternative", "photo_width", "photo_height", "photo_renditions"])
        .executeTakeFirst();
      if (!found?.photo_width || !found.photo_alternative) return [];
      const { photo_width: width, photo_height: height, photo_alternative: alternative } = found;
      return [{ ...{ id, caption: null, alternative, width }, height: height!, renditions: found.photo_renditions }];
    },
    async set(tx, by, id, photo, { alternative }) {
      await keepPhotoFiles(tx, by, photo);
      await setPersonPhoto(tx, by, id, portraitFrom(photo, alternative));
    },
    describe: (tx, by, id, { alternative }) => describePersonPhoto(tx, by, id, alternative),
    remove: (tx, by, id) => setPersonPhoto(tx, by, id, null),
  },
  publication: {
    ...{ hasCaption: true, isOne: true },
    find: (tx, id) =>
      tx
        .selectFrom("publication_photos")
        .where("publication_id", "=", id)
        .select(["publication_id as id", "alternative", "caption", "width", "height", "renditions"])
        .execute(),
    async set(tx, by, id, photo, { alternative, caption }) {
      await keepPhotoFiles(tx, by, photo);
      const { width, height, renditions, original } = photo;
      const originalSha256 = original.sha256;
      await setPublicationPhoto(tx, by, id, {
        ...{ width, height, renditions, originalSha256 },
        alternative,
        caption: caption!,
      });
    },
    describe: (tx, by, id, { alternative, caption }) =>
      describePublicationPhoto(tx, by, id, { alternative, caption: caption! }),
    remove: (tx, by, id) => setPublicationPhoto(tx, by, id, null),
  },
  album: {
    ...{ hasCaption: true, isOne: false },
    find: (tx, id) =>
      tx
        .selectFrom("photos")
        .where("album_id", "=", id)
        .select(["id", "alternative", "caption", "width", "height", "renditions"])
        .orderBy("position")
        .execute(),
    async set(tx, by, id, photo, { alternative, caption }) {
      await addPhoto(tx, by, id, photo, { alternative, caption: caption! });
    },
  },
};

/** By which a photo with its words is told from another in its place. */
export const markOf = ({ renditions, alternative, caption }: HeldPhoto): string =>
  versionOf({ renditions, alternative, caption });

/** What a page shows of the one photo that something has; nothing where there is none, or where there are many. */
export const shownMark = (entity: PhotoHolder, photos: readonly HeldPhoto[]): string =>
  holders[entity].isOne && photos[0] ? markOf(photos[0]) : "";

/**
 * The photo that would be replaced or taken away is the one that whoever asks for it has seen. Where there is none any
 * more nothing is lost, and a form that does not say what it showed goes through as it is.
 * @throws `meanwhile.photo`
 */
export async function checkSeen(tx: TenantTx, entity: PhotoHolder, id: string, seen: string | null): Promise<void> {
  if (seen === null) return;
  const stands = shownMark(entity, await holders[entity].find(tx, id));
  if (stands !== "" && stands !== seen) throw new AppError("meanwhile.photo", 409);
}

/** The photos of something, whatever it is. */
export const findHeldPhotos = async (tx: TenantTx, entity: string, id: string): Promise<HeldPhoto[]> =>
  isPhotoHolder(entity) ? holders[entity].find(tx, id) : [];

/** Whether something of a kind carries photos. */
export const carriesPhotos = (entity: string, input: object): entity is PhotoHolder =>
  entity === "publication"
    ? Boolean(publicationKind((input as { element: string }).element)?.photo)
    : entity === "person" || entity === "album";
