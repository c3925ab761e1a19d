import type { LocalizedText } from "../../locale.shared.ts";
import type { Rendition } from "../albums/albums.tables.ts";
import type { PhotoView } from "../albums/photo.schema.ts";
import { photoView } from "../albums/photo-view.ts";
import { personUrl } from "../elements/item-urls.shared.ts";
import type { PersonRef } from "./members.schema.ts";

export const personRef = ({ slug, name }: { slug: string; name: string }): PersonRef => ({
  slug,
  url: personUrl(slug),
  name,
});

/** The columns of `people as p` that a portrait is made of. */
export const portraitColumns = [
  ...(["p.id as person_id", "p.photo_alternative", "p.photo_width", "p.photo_height", "p.photo_renditions"] as const),
] as const;

interface PortraitRow {
  person_id: string;
  name: string;
  photo_alternative: LocalizedText | null;
  photo_width: number | null;
  photo_height: number | null;
  photo_renditions: Rendition[];
}

/** Somebody's photo, with the name beneath it. */
export const portraitOf = (row: PortraitRow): PhotoView | null =>
  row.photo_alternative && row.photo_width && row.photo_height
    ? photoView({
        id: row.person_id,
        caption: { sq: row.name, en: row.name },
        alternative: row.photo_alternative,
        width: row.photo_width,
        height: row.photo_height,
        renditions: row.photo_renditions,
      })
    : null;
