import { documentsPaths } from "../../../server/features/documents/documents.paths.shared.ts";
import { editingPaths } from "../../../server/features/editing/editing.paths.shared.ts";
import { photosPaths } from "../../../server/features/photos/photos.paths.shared.ts";
import { fillPath } from "../../../server/workspace/home.shared.ts";
import { addPhoto, pdfFile } from "./files.ts";
import { inBoth } from "./kinds.ts";
import type { Work } from "./office.ts";
import { make } from "./things.ts";

/** A document beside others: what it is called, its earlier version away, and all of it. */
export const keepDocuments: Work = async ({ secretary: desk, document }, turn) => {
  const [list, named] = [documentsPaths.list.sq, { name: `Raporti vjetor ${turn}` }];
  await desk.upload(list, "/ngarkimi", await pdfFile(named.name), {}, "files");
  const unused = await desk.page(`${list}?view=unused`);
  const id = [...unused.matchAll(/dokumentet\/([0-9a-f-]{36})/g)]
    .map(([, one]) => one!)
    .find((one) => one !== document)!;
  const page = fillPath(documentsPaths.one, { id }).sq;
  await desk.send("a document is described", page, "describe", inBoth("title", named.name, `Yearly report ${turn}`));
  await desk.lookAt("a document's file is opened", page, /\/api\/v1\/admin\/documents\/[\w/-]+/);
  await desk.upload(page, "version", await pdfFile(`${named.name}, e ndrequr`), {}, "files");
  await desk.send("an earlier version is taken from the public", page, "/versioni/1/terheqja");
  await desk.send("a document is removed", page, "remove");
};

/** A photo that is not wanted any more, and one that nobody outside has seen yet. */
export const keepPhotos: Work = async ({ secretary: desk, standing, known }, turn) => {
  const page = fillPath(photosPaths.page, { entity: "person", id: standing.person }).sq;
  await addPhoto(desk, "person", standing.person);
  await desk.lookAt("a photo's file is shown", page, /\/api\/v1\/admin\/photos\/person\/[\w/-]+/);
  await desk.send("a photo's words are changed", page, "words", inBoth("alternative", "Në zyrë", "At the office"));
  await desk.send("a photo is removed", page, "remove");
  const album = await make(desk, "album", turn, known);
  const preview = fillPath(editingPaths("album").preview, { id: album }).sq;
  await desk.lookAt("a photo's file is shown in a preview", preview, /\/api\/v1\/admin\/photos\/[\w-]+\/[\w.-]+/);
};
