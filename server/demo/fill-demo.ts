import { join } from "node:path";
import { sql } from "kysely";
import { analyze } from "../db/analyze.ts";
import type { OpenedDatabase } from "../db/open-database.ts";
import { openOperatorDb } from "../db/operator-db.ts";
import { type TenantId, type TenantTx, tenantDb } from "../db/tenant-db.ts";
import { addPhoto, createAlbum, publishAlbum } from "../features/albums/albums.service.ts";
import { keepPhotoFiles } from "../features/albums/photos.service.ts";
import type { Doing } from "../features/audit/audit.service.ts";
import { addDocument, type FileShelf } from "../features/documents/documents.service.ts";
import type { PageInput } from "../features/pages/pages.schema.ts";
import { publishPage, savePage } from "../features/pages/pages.service.ts";
import {
  createPublication,
  publishPublication,
  setPublicationPhoto,
} from "../features/publications/publications.service.ts";
import { addCouncil } from "../features/tenants/tenants.service.ts";
import type { Services } from "../http/services.ts";
import { dayIn } from "../local-time.ts";
import { Press } from "../print/press.ts";
import { type DemoCouncil, type DemoSlug, demoSlugs } from "./demo-content.ts";
import { fillWork } from "./fill-council.ts";
import { onDay } from "./filling/doing.ts";
import { type DemoShelf, printing, startFiles } from "./filling/files.ts";
import { resolveDemo } from "./resolve.ts";

const largestFile = 20 * 1024 * 1024;

async function addDocuments(tx: TenantTx, by: Doing, refs: readonly string[], shelf: DemoShelf): Promise<string[]> {
  const ids: string[] = [];
  for (const ref of refs) {
    const { file, from } = await shelf.document(ref);
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
      const uploaded = await shelf.photo(photo.file);
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
      await addPhoto(tx, by, id, await shelf.photo(file), { caption, alternative });
    await publishAlbum(tx, by, id);
  }
}

/** All rows of a council in one transaction: a demo that was interrupted is empty, never half full. */
async function fillCouncil(services: Services, id: TenantId, council: DemoCouncil, press: Press): Promise<boolean> {
  const db = tenantDb(services.pool, id);
  const isFilled = await db.read((tx) => tx.selectFrom("publications").select("id").limit(1).executeTakeFirst());
  if (isFilled) return false;
  const { config, storage } = services;
  const place: FileShelf = {
    ...{ storage, tenantId: id, spoolDir: join(config.dataDir, "spool"), maximumBytes: largestFile },
  };
  const shelf = startFiles(place, council, press);
  await db.bulk(async (tx) => {
    await sql`select set_config('app.id_seed', ${`demo ${council.slug}`}, true), set_config('app.id_count', '0', true)`.execute(
      tx,
    );
    await fillWork(tx, council, {
      async documents(by, papers) {
        const ids = await addDocuments(
          tx,
          by,
          papers.map(({ file }) => file),
          shelf,
        );
        return papers.map(({ role }, at) => ({ documentId: ids[at]!, role }));
      },
      print: printing(place, press),
    });
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
  const press = new Press();
  const filling: Promise<boolean>[] = [];
  try {
    for (const slug of slugs) {
      const council = resolveDemo(slug, config.demoDate ?? dayIn(clock.now()));
      const { names, county, state, settings } = council;
      const { id } = await addCouncil(
        { operator, pool, baseDomain: config.baseDomain, now: clock.now() },
        { slug, names, county, instatCode: null, state, isExample: true, settings },
      );
      // One waits for the database while another reckons; what each becomes does not depend on the others.
      filling.push(fillCouncil(services, id, council, press));
    }
    const areNew = await Promise.all(filling);
    if (areNew.includes(true) && ownerUrl) await analyze(ownerUrl);
  } finally {
    await Promise.allSettled(filling);
    await press.close();
    await operator.destroy();
  }
}
