import { join } from "node:path";
import { Readable } from "node:stream";
import { sql } from "kysely";
import { analyze } from "../db/analyze.ts";
import type { OpenedDatabase } from "../db/open-database.ts";
import { openOperatorDb } from "../db/operator-db.ts";
import { type TenantId, type TenantTx, tenantDb } from "../db/tenant-db.ts";
import { addPhoto, createAlbum, publishAlbum } from "../features/albums/albums.service.ts";
import { keepPhotoFiles, type UploadedPhoto, uploadPhoto } from "../features/albums/photos.service.ts";
import type { Doing } from "../features/audit/audit.service.ts";
import { addDocument, type FileShelf, type StoredFile } from "../features/documents/documents.service.ts";
import type { PageInput } from "../features/pages/pages.schema.ts";
import { publishPage, savePage } from "../features/pages/pages.service.ts";
import {
  createPublication,
  publishPublication,
  setPublicationPhoto,
} from "../features/publications/publications.service.ts";
import { addCouncil } from "../features/tenants/tenants.service.ts";
import type { Services } from "../http/services.ts";
import { dayIn, zone } from "../local-time.ts";
import { storeFile } from "../storage/receive-file.ts";
import { type DemoCouncil, type DemoFile, type DemoSlug, demoSlugs } from "./demo-content.ts";
import { resolveDemo } from "./resolve.ts";

/** More at a time would only wait for the two cores that make them. */
const filesAtOnce = 4;
const largestFile = 20 * 1024 * 1024;

/** Everything the demo does is done by the demo, at nine in the morning of its day. */
function onDay(day: string): Doing {
  const morning = Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: zone, plainTime: "09:00" });
  return { actor: { kind: "system", name: "demo" }, now: new Date(morning.epochMilliseconds) };
}

async function inParallel<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  const worker = async () => {
    while (next < items.length) {
      const at = next++;
      results[at] = await work(items[at]!);
    }
  };
  await Promise.all(Array.from({ length: filesAtOnce }, worker));
  return results;
}

interface DemoShelf {
  documents: Map<string, { file: StoredFile; from: DemoFile }>;
  photos: Map<string, UploadedPhoto>;
}

/** Makes and stores every file of a council. What is there already is written over with the same bytes. */
async function storeFiles(shelf: FileShelf, council: DemoCouncil): Promise<DemoShelf> {
  const stored: DemoShelf = { documents: new Map(), photos: new Map() };
  await inParallel(council.files, async (from) => {
    const body = Readable.from([await from.make()]);
    if (from.mediaType === "image/jpeg")
      stored.photos.set(from.ref, await uploadPhoto(shelf, body, { fileName: from.fileName }));
    else {
      const { storage, tenantId, spoolDir, maximumBytes } = shelf;
      const file = await storeFile(storage, tenantId, body, { spoolDir, maximumBytes, fileName: from.fileName });
      stored.documents.set(from.ref, { file, from });
    }
  });
  return stored;
}

async function addDocuments(
  tx: TenantTx,
  by: Doing,
  refs: readonly string[],
  { documents }: DemoShelf,
): Promise<string[]> {
  const ids: string[] = [];
  for (const ref of refs) {
    const { file, from } = documents.get(ref)!;
    ids.push(await addDocument(tx, by, file, { title: from.title, language: from.language, fileName: from.fileName }));
  }
  return ids;
}

async function addPublications(tx: TenantTx, council: DemoCouncil, shelf: DemoShelf) {
  for (const { publishedOn, files, photo, ...given } of council.publications) {
    const by = onDay(publishedOn);
    const documents = await addDocuments(tx, by, files, shelf);
    const { id } = await createPublication(tx, by, { ...given, documents });
    if (photo) {
      const uploaded = shelf.photos.get(photo.file)!;
      await keepPhotoFiles(tx, by, uploaded);
      const { caption, alternative } = photo;
      const { width, height, renditions, original } = uploaded;
      await setPublicationPhoto(tx, by, id, {
        caption,
        alternative,
        width,
        height,
        renditions,
        originalSha256: original.sha256,
      });
    }
    await publishPublication(tx, by, id);
  }
}

const certainties = { V: "seen", "M+": "likely", M: "unchecked", "M−": "weak" } as const;

async function addPages(tx: TenantTx, council: DemoCouncil, shelf: DemoShelf) {
  for (const { element, content, publishedOn, files } of council.pages) {
    const by = onDay(publishedOn);
    const documents = await addDocuments(tx, by, files, shelf);
    const { form, periods, ...parts } = content.parts;
    const given: PageInput = {
      documents,
      content: {
        lead: content.lead,
        ...parts,
        ...(form && { form: documents[files.indexOf(form)] }),
        periods: periods?.map(({ days, status, ...period }) => ({
          ...period,
          ...days,
          certainty: certainties[status],
        })),
        checkedOn: publishedOn,
      },
    };
    await savePage(tx, by, element, given);
    await publishPage(tx, by, element);
  }
}

async function addAlbums(tx: TenantTx, council: DemoCouncil, shelf: DemoShelf) {
  for (const { photos, ...given } of council.albums) {
    const by = onDay(given.date);
    const { id } = await createAlbum(tx, by, given);
    for (const { file, caption, alternative } of photos)
      await addPhoto(tx, by, id, shelf.photos.get(file)!, { caption, alternative });
    await publishAlbum(tx, by, id);
  }
}

/** All rows of a council in one transaction: a demo that was interrupted is empty, never half full. */
async function fillCouncil(services: Services, id: TenantId, council: DemoCouncil): Promise<boolean> {
  const db = tenantDb(services.pool, id);
  const isFilled = await db.read((tx) => tx.selectFrom("publications").select("id").limit(1).executeTakeFirst());
  if (isFilled) return false;
  const { config, storage } = services;
  const shelf = await storeFiles(
    { storage, tenantId: id, spoolDir: join(config.dataDir, "spool"), maximumBytes: largestFile },
    council,
  );
  await db.write(async (tx) => {
    await sql`select set_config('app.id_seed', ${`demo ${council.slug}`}, true), set_config('app.id_count', '0', true)`.execute(
      tx,
    );
    await addPublications(tx, council, shelf);
    await addPages(tx, council, shelf);
    await addAlbums(tx, council, shelf);
  });
  return true;
}

/** Adds the demo's councils that are not there yet, with everything that stands on their sites. */
export async function fillDemo(
  services: Services,
  { appUrl, ownerUrl }: Pick<OpenedDatabase, "appUrl" | "ownerUrl">,
  slugs: readonly DemoSlug[] = demoSlugs,
): Promise<void> {
  const { config, clock, pool } = services;
  const operator = openOperatorDb(appUrl);
  let isNew = false;
  try {
    for (const slug of slugs) {
      const council = resolveDemo(slug, config.demoDate ?? dayIn(clock.now()));
      const { names, county, state, settings } = council;
      const { id } = await addCouncil(
        { operator, pool, baseDomain: config.baseDomain, now: clock.now() },
        { slug, names, county, instatCode: null, state, isExample: true, settings },
      );
      isNew = (await fillCouncil(services, id, council)) || isNew;
    }
  } finally {
    await operator.destroy();
  }
  if (isNew && ownerUrl) await analyze(ownerUrl);
}
