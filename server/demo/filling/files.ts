import { Readable } from "node:stream";
import { type UploadedPhoto, uploadPhoto } from "../../features/albums/photos.service.ts";
import type { FileShelf, StoredFile } from "../../features/documents/documents.service.ts";
import { notRead } from "../../features/uploads/take-in.ts";
import type { Press } from "../../print/press.ts";
import { storeFile } from "../../storage/receive-file.ts";
import type { DemoCouncil, DemoFile } from "../demo-content.ts";
import type { Filling } from "./filling.ts";

/** So many are under way at a time; more would only fill memory. */
const filesAtOnce = 6;

/** Files of a council that are made and stored while its rows are written; whoever needs one waits for it. */
export interface DemoShelf {
  document(ref: string): Promise<{ file: StoredFile; from: DemoFile }>;
  photo(ref: string): Promise<UploadedPhoto>;
}

/** In the order in which they are needed: papers of drafts, then those of meetings and acts, then all others. */
function inOrderOfUse({ files, papers }: DemoCouncil): DemoFile[] {
  const rank = { election: 0, draft: 1, meeting: 2, item: 2, act: 3 };
  const used = papers.toSorted((a, b) => rank[a.carrier] - rank[b.carrier] || a.on.localeCompare(b.on));
  const place = new Map(used.map(({ file }, at) => [file, at]));
  const placeOf = ({ ref }: DemoFile) => place.get(ref) ?? used.length;
  return files.toSorted((a, b) => placeOf(a) - placeOf(b));
}

/** Begins to make and store every file of a council. What is there already is written over with the same bytes. */
export function startFiles(shelf: FileShelf, council: DemoCouncil, press: Press): DemoShelf {
  const { storage, tenantId, spoolDir, maximumBytes } = shelf;
  const stored = new Map<string, PromiseWithResolvers<StoredFile | UploadedPhoto>>();
  for (const { ref } of council.files) {
    const promised = Promise.withResolvers<StoredFile | UploadedPhoto>();
    // Whoever waits for it hears of the failure.
    promised.promise.catch(() => {});
    stored.set(ref, promised);
  }
  const store = async ({ paper, make, fileName, mediaType }: DemoFile) => {
    const body = Readable.from([paper ? await press.print(paper()) : await make()]);
    return mediaType === "image/jpeg"
      ? uploadPhoto(shelf, body, { fileName })
      : storeFile(storage, tenantId, body, { spoolDir, maximumBytes, fileName });
  };
  const waiting = inOrderOfUse(council);
  const worker = async () => {
    for (let file = waiting.shift(); file; file = waiting.shift())
      await store(file).then(stored.get(file.ref)!.resolve, stored.get(file.ref)!.reject);
  };
  for (let at = 0; at < filesAtOnce; at += 1) void worker();

  const sources = new Map(council.files.map((file) => [file.ref, file]));
  return {
    document: async (ref) => ({ file: (await stored.get(ref)!.promise) as StoredFile, from: sources.get(ref)! }),
    photo: async (ref) => (await stored.get(ref)!.promise) as UploadedPhoto,
  };
}

/** Prints on the press that sets all papers of the demo. */
export const printing =
  (shelf: FileShelf, press: Press): Filling["print"] =>
  async (paper, fileName) => {
    const stored = async (format: "pdf" | "docx") => {
      const body = Readable.from([await press.print(paper, format)]);
      const file = await storeFile(shelf.storage, shelf.tenantId, body, {
        ...shelf,
        fileName: `${fileName}.${format}`,
      });
      return { file, check: { virus: "not_configured" as const, text: notRead } };
    };
    const [pdf, docx] = await Promise.all([stored("pdf"), stored("docx")]);
    return { fileName, pdf, docx };
  };
