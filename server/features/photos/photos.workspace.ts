import { type Context, Hono } from "hono";
import * as v from "valibot";
import type { TenantTx } from "../../db/tenant-db.ts";
import { AppError } from "../../http/errors.ts";
import { phrases } from "../../http/phrases.ts";
import { InvalidInput } from "../../http/problem.ts";
import { parsed } from "../../http/validated.ts";
import { fileKey, type Storage } from "../../storage/storage.ts";
import { localizedText } from "../../text.schema.ts";
import { atFields } from "../../workspace/at-fields.ts";
import { page, type WorkspaceFeatureOf } from "../../workspace/feature.ts";
import { typed, typedInBoth } from "../../workspace/form-fields.schema.ts";
import { form } from "../../workspace/form-route.ts";
import { requires } from "../../workspace/guard.ts";
import { fillPath } from "../../workspace/home.shared.ts";
import { doing, type Shown, type WorkspaceContext, type WorkspaceScope } from "../../workspace/scope.ts";
import { uuidPart } from "../../workspace/uuid-part.ts";
import { isInside, mayEdit, maySeeDrafts } from "../accounts/policies.ts";
import type { Rendition } from "../albums/albums.tables.ts";
import { toOne } from "../editing/desk/editor.ts";
import type { Editable } from "../editing/editable.ts";
import { editableFor } from "../editing/editable-for.ts";
import { notThere } from "../editing/editing.errors.ts";
import { editingPaths } from "../editing/editing.paths.shared.ts";
import { holdChangeable } from "../editing/editing.service.ts";
import { checkTexts } from "../editing/persons.service.ts";
import { checkMayChange, isWithThePublic, mayChangeAsItStands } from "../editing/public-changes.ts";
import { looked, typedTexts } from "../editing/typed-texts.ts";
import { intakeOf } from "../uploads/intake-of.ts";
import { Crop } from "../uploads/pictures.schema.ts";
import { describePicture, pictureAsPhoto, sizeOfPicture } from "../uploads/pictures.service.ts";
import { takeIn } from "../uploads/uploads.service.ts";
import { cutOf } from "./cut.ts";
import { carriesPhotos, checkSeen, holders, type PhotoTexts, shownMark } from "./photo-holders.ts";
import { isPhotoHolder, type PhotoHolder, photosPaths as paths, photoShapes } from "./photos.paths.shared.ts";
import { findPreviewed } from "./previewed-photo.ts";

export interface PhotosData {
  title: string;
  back: string;
  upload: string;
  remove: string | null;
  hasCaption: boolean;
  isOne: boolean;
  mayEdit: boolean;
  /** It is public, and whoever may publish changes it. */
  isForPublishers: boolean;
  /** Where its words are saved, and as they stand; `null` where there is none, or many. */
  words: { action: string; values: Record<string, string> } | null;
  /** Which photo is shown, for the forms that would replace it. */
  seen: string;
  photos: readonly { src: string; width: number; height: number; alternative: string; caption: string | null }[];
}

/** As a form types it. */
const said = ({ alternative, caption }: PhotoTexts) => ({
  ...{ "alternative.sq": alternative.sq, "alternative.en": alternative.en ?? "" },
  ...(caption && { "caption.sq": caption.sq, "caption.en": caption.en ?? "" }),
});

const edits = toOne(mayEdit);
const sees = toOne(maySeeDrafts);

function partsOf(
  c: WorkspaceContext,
  want: "see" | "edit" = "edit",
): { entity: PhotoHolder; id: string; editable: Editable } {
  const { entity = "", id = "" } = c.req.param();
  const editable = editableFor(c.var.actor, entity, want);
  if (!isPhotoHolder(entity) || !editable.rows.only(id)) throw notThere();
  return { entity, id, editable };
}

async function photosPage(c: WorkspaceContext): Promise<Shown> {
  const { entity, id, editable } = partsOf(c, "see");
  const { locale, actor, db } = c.var;
  const { find, hasCaption, isOne, describe, remove } = holders[entity];
  const edits = mayEdit(actor, entity, id);
  const { found, photos, mayChange } = await db.read(async (tx) => {
    const [found, photos] = [await editable.find(tx, id), await find(tx, id)];
    if (!found || !carriesPhotos(entity, found.input)) throw notThere();
    const mayChange = edits && (await mayChangeAsItStands(tx, actor, found.standing, entity, id));
    return { found, photos, mayChange };
  });
  const data: PhotosData = {
    ...{ hasCaption, isOne, mayEdit: mayChange, isForPublishers: edits && !mayChange },
    seen: shownMark(entity, photos),
    words:
      describe && photos[0] ? { action: fillPath(paths.words, { entity, id })[locale], values: said(photos[0]) } : null,
    title: found.title[locale] || found.title.sq,
    back: fillPath(editingPaths(entity).one, { id })[locale],
    upload: fillPath(paths.upload, { entity, id })[locale],
    remove: remove && photos.length > 0 ? fillPath(paths.remove, { entity, id })[locale] : null,
    photos: photos.map(({ id: photo, width, height, alternative, caption, renditions }) => ({
      ...{ width, height },
      // What is named by its content may be kept by the browser.
      src: `/api/v1/admin/photos/${entity}/${id}/${photo}?v=${renditions[0]?.sha256.slice(0, 12)}`,
      alternative: alternative[locale] || alternative.sq,
      caption: caption && (caption[locale] || caption.sq),
    })),
  };
  return { view: "photos/photos-page", data };
}

/**
 * Asks about persons in what was typed of a photo, where the public reads it as soon as it is saved.
 * @throws `PersonsNamed`
 */
async function askAboutTexts(c: WorkspaceContext, tx: TenantTx, { entity, id, editable }: ReturnType<typeof partsOf>) {
  const found = await editable.find(tx, id);
  if (!found || !isWithThePublic(found.standing)) return;
  const t = phrases(c.var.locale, "photos");
  const typed = await typedTexts(c, { alternative: t("alternative"), caption: t("caption") });
  await checkTexts(tx, doing(c), [entity, id], typed, await looked(c));
}

const crop = v.pipe(
  typed,
  v.trim(),
  v.transform((text) => {
    if (text === "") return null;
    const [left, top, width, height] = text.split(",").map(Number);
    return { left, top, width, height };
  }),
  v.nullable(Crop),
);
const seen = v.optional(v.nullable(v.string()), null);
/** What was not typed is missed in its Albanian field. */
const textInBoth = v.pipe(
  typedInBoth,
  v.transform((text) => text ?? { sq: "" }),
);
const PhotoForm = v.object({
  alternative: textInBoth,
  caption: textInBoth,
  shape: v.optional(v.picklist(photoShapes, "filter.not_a_choice"), "whole"),
  crop,
  seen,
});
const WordsForm = v.object({ alternative: textInBoth, caption: textInBoth, seen });
const Alternative = v.object({ alternative: localizedText(300) });
const Captioned = v.object({ alternative: localizedText(300), caption: localizedText(500) });
const textsFor = (entity: PhotoHolder, texts: object): PhotoTexts =>
  holders[entity].hasCaption ? parsed(Captioned, texts) : { ...parsed(Alternative, texts), caption: null };

/** Photos of people, publications and albums: sent, cut, told to those who do not see them. */
export const photosWorkspace: WorkspaceFeatureOf = (services) => ({
  routes: [
    page(paths.page, sees, photosPage),
    form(paths.upload, edits, {
      ...{ name: "photo", schema: PhotoForm, at: paths.page },
      async save(c, { shape, crop: chosen, seen, ...texts }) {
        const parts = partsOf(c);
        const { entity, id, editable } = parts;
        const { db } = c.var;
        const holder = holders[entity];
        // Also what is said of it: no photo is sent in vain because of a question.
        await db.write(async (tx) => {
          const found = await editable.find(tx, id);
          if (!found || !carriesPhotos(entity, found.input)) throw notThere();
          await checkMayChange(tx, c.var.actor, found.standing, entity, id);
          await askAboutTexts(c, tx, parts);
        });
        const { alternative, caption } = textsFor(entity, texts);
        const file = (await c.req.formData()).get("file");
        if (!(file instanceof File) || file.size === 0) throw new InvalidInput([{ path: "file", code: "files.empty" }]);
        return atFields({ failures: { "photos.": "file", "files.": "file", "meanwhile.": "file" } }, async () => {
          await db.read((tx) => checkSeen(tx, entity, id, seen));
          const intake = intakeOf(services, c);
          const arriving = { fileName: file.name, expectedSize: file.size };
          const { pictureId } = await takeIn(intake, doing(c), file.stream(), arriving, { as: "picture" });
          const size = await db.read((tx) => sizeOfPicture(tx, pictureId!));
          const cut = chosen ?? cutOf(shape, size);
          await describePicture(intake, db, doing(c), pictureId!, { alternative, crop: cut });
          const { photo } = await pictureAsPhoto(intake, db, pictureId!, holder.widths);
          await db.write(async (tx) => {
            // Asked again: while this one was being made it may have become public, or another photo been put there.
            await holdChangeable(tx, doing(c), editable, id);
            await checkSeen(tx, entity, id, seen);
            await holder.set(tx, doing(c), id, photo, { alternative, caption });
            await askAboutTexts(c, tx, parts);
          });
          return `${fillPath(paths.page, { entity, id })[c.var.locale]}?done=kept`;
        });
      },
      again: photosPage,
    }),
    form(paths.words, edits, {
      ...{ name: "words", schema: WordsForm, at: paths.page },
      async save(c, { seen, ...texts }) {
        const parts = partsOf(c);
        const { entity, id, editable } = parts;
        const { describe } = holders[entity];
        if (!describe) throw notThere();
        const words = textsFor(entity, texts);
        await atFields({ failures: { "meanwhile.": "alternative.sq" } }, () =>
          c.var.db.write(async (tx) => {
            await holdChangeable(tx, doing(c), editable, id);
            await checkSeen(tx, entity, id, seen);
            await describe(tx, doing(c), id, words);
            await askAboutTexts(c, tx, parts);
          }),
        );
        return `${fillPath(paths.page, { entity, id })[c.var.locale]}?done=said`;
      },
      again: photosPage,
    }),
    form(paths.remove, edits, {
      ...{ name: "remove", schema: v.object({ seen }), at: paths.page },
      async save(c, { seen }) {
        const { entity, id, editable } = partsOf(c);
        const { remove } = holders[entity];
        if (!remove) throw notThere();
        await c.var.db.write(async (tx) => {
          await holdChangeable(tx, doing(c), editable, id);
          await checkSeen(tx, entity, id, seen);
          await remove(tx, doing(c), id);
        });
        return `${fillPath(paths.page, { entity, id })[c.var.locale]}?done=removed`;
      },
      again: photosPage,
    }),
  ],
  api: { path: "/photos", routes: deskPhotos(services) },
});

async function fileOf(
  c: Context<WorkspaceScope>,
  storage: Storage,
  { sha256, mediaType }: Rendition,
): Promise<Response> {
  const object = await storage.get(fileKey(c.var.tenant.id, sha256), { signal: c.req.raw.signal });
  if (!object) throw new AppError("files.storage_unavailable", 503);
  return new Response(object.body, {
    headers: {
      "content-type": mediaType,
      "content-length": String(object.size),
      "content-security-policy": "default-src 'none'; sandbox",
      "cache-control": "private, max-age=3600",
    },
  });
}

/** Photos that the public has not, for those who prepare them: in the workspace, and in the size that a preview shows. */
const deskPhotos = ({ storage }: Parameters<WorkspaceFeatureOf>[0]) =>
  new Hono<WorkspaceScope>()
    .get("/:entity/:id/:photo", requires(sees), async (c) => {
      const { entity, id } = partsOf(c as WorkspaceContext, "see");
      const photos = await c.var.db.read((tx) => holders[entity].find(tx, id));
      const photo = photos.find((one) => one.id === c.req.param("photo"));
      const rendition = photo?.renditions.find(({ width }) => width >= 320) ?? photo?.renditions.at(-1);
      if (!rendition) throw notThere();
      return fileOf(c, storage, rendition);
    })
    .get("/:id/:file", requires(isInside), async (c) => {
      const id = uuidPart(c as WorkspaceContext, "id", notThere);
      const { db, actor, now } = c.var;
      const renditions = await db.read((tx) => findPreviewed(tx, actor, id, now));
      const rendition = renditions.find(({ width }) => c.req.param("file") === `${width}.webp`);
      if (!rendition) throw notThere();
      return fileOf(c, storage, rendition);
    });
