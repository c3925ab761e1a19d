import { sql } from "kysely";
import type { TenantTx } from "../../db/tenant-db.ts";
import { editable, type Found, foldedTitle, rowsById } from "../editing/editable.ts";
import { itemUrl } from "../elements/item-urls.shared.ts";
import { AlbumEdit } from "./albums.schema.ts";
import { changeAlbum, createAlbum, photosOf, publishAlbum, withdrawAlbum } from "./albums.service.ts";

async function find(tx: TenantTx, id: string): Promise<Found<AlbumEdit> | null> {
  const stored = await tx.selectFrom("albums").selectAll().where("id", "=", id).executeTakeFirst();
  if (!stored) return null;
  const { slug, title, summary, date, state, public_from } = stored;
  return {
    input: { title, summary, date, photos: await photosOf(tx, id) },
    standing: { state, public_from },
    title,
    publicUrl: itemUrl("V.1.5", slug),
  };
}

export const albumEditable = editable<AlbumEdit>({
  entity: "album",
  elements: ["V.1.5"],
  schema: AlbumEdit,
  rows: rowsById("albums", { title: sql`title`, words: foldedTitle(sql`title`) }),
  find,
  create: async (tx, by, { photos: _, ...input }) => (await createAlbum(tx, by, input)).id,
  change: changeAlbum,
  publish: publishAlbum,
  withdraw: withdrawAlbum,
});
