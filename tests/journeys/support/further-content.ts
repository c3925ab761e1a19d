import { Readable } from "node:stream";
import { loadConfig } from "../../../server/config.ts";
import { openDatabase } from "../../../server/db/open-database.ts";
import { openPool } from "../../../server/db/pool.ts";
import { registryDb } from "../../../server/db/registry-db.ts";
import { tenantDb } from "../../../server/db/tenant-db.ts";
import { demoClock } from "../../../server/demo/demo-clock.ts";
import type { Doing } from "../../../server/features/audit/audit.service.ts";
import {
  type FileShelf,
  replaceDocument,
  storeDocument,
} from "../../../server/features/documents/documents.service.ts";
import { elementByCode } from "../../../server/features/elements/catalogue.shared.ts";
import {
  createPublication,
  publishPublication,
  withdrawPublication,
} from "../../../server/features/publications/publications.service.ts";
import { dayIn } from "../../../server/local-time.ts";
import { openStorage } from "../../../server/storage/open-storage.ts";
import { storeFile } from "../../../server/storage/receive-file.ts";
import { law, news, pdfOf } from "../../support/content.ts";
import { publishHeldMeeting } from "./held-meeting.ts";

type Address = Record<"sq" | "en", string>;

/** What the example councils do not show, published by the council of Korçë while the portal runs. */
export interface FurtherContent {
  /** In Albanian only, with a file that has an earlier version. */
  albanianOnly: Address;
  withdrawn: Address;
  /** The day in Tirana. */
  withdrawnOn: string;
  /** Words and tables that are wider than a telephone. */
  wide: Address;
}

const longWord = "mosndërkomunikueshmërisë".repeat(5);
const wideRow = (cell: "td" | "th") => `<tr>${`<${cell}>1 234 567 890</${cell}>`.repeat(14)}</tr>`;
const wideBody = `<p>${longWord}</p><p><a href="https://example.org/${"a".repeat(300)}">https://example.org/${"a".repeat(300)}</a></p><table><caption>Tabelë</caption><thead>${wideRow("th")}</thead><tbody>${wideRow("td")}</tbody></table>`;

const addressOf = (code: "I.1.1" | "V.1.1", slug: string): Address => {
  const { path } = elementByCode(code);
  return { sq: `${path.sq}/${slug}`, en: `${path.en}/${slug}` };
};

/** Publishes beside the running portal, through the same services as its own process would. */
export async function publishFurtherContent(environment: Record<string, string | undefined>): Promise<FurtherContent> {
  const config = loadConfig(environment);
  const database = await openDatabase(config, { purpose: "join", migrate: false });
  const pool = openPool(database.appUrl, { max: 2 });
  try {
    const { id: tenantId } = await registryDb(pool)
      .selectFrom("tenants")
      .select("id")
      .where("slug", "=", "korce")
      .executeTakeFirstOrThrow();
    const council = tenantDb(pool, tenantId);
    const by: Doing = { actor: { kind: "system", name: "journeys" }, now: demoClock(config.demoDate).now() };
    const shelf: FileShelf = {
      storage: openStorage(config),
      tenantId,
      spoolDir: `${config.dataDir}/spool`,
      maximumBytes: 1_000_000,
    };

    await publishHeldMeeting(shelf, council, by);
    const { id: document } = await storeDocument(shelf, council, by, Readable.from([await pdfOf("E para")]), {
      title: { sq: "Rregullorja" },
      language: "sq",
      fileName: "rregullorja.pdf",
    });
    const second = await storeFile(shelf.storage, tenantId, Readable.from([await pdfOf("E dyta")]), {
      ...shelf,
      fileName: "rregullorja.pdf",
    });
    return await council.write(async (tx) => {
      await replaceDocument(tx, by, document, second, { fileName: "rregullorja.pdf" });
      const albanianOnly = await createPublication(
        tx,
        by,
        law({
          title: { sq: "Rregullorja e tregjeve" },
          summary: { sq: "Si punojnë tregjet e qytetit." },
          body: { sq: "<p>Tregjet hapen çdo ditë.</p>" },
          tags: ["tregje"],
          documents: [document],
        }),
      );
      const withdrawn = await createPublication(tx, by, news({ title: { sq: "Lajm i gabuar", en: "News in error" } }));
      const wide = await createPublication(
        tx,
        by,
        news({
          title: { sq: `Raporti i ${longWord}`, en: `The report on ${longWord}` },
          body: { sq: wideBody, en: wideBody },
        }),
      );
      for (const { id } of [albanianOnly, withdrawn, wide]) await publishPublication(tx, by, id);
      await withdrawPublication(tx, by, withdrawn.id, {
        sq: "Data e mbledhjes ishte e gabuar.",
        en: "The date of the meeting was wrong.",
      });
      return {
        albanianOnly: addressOf("I.1.1", albanianOnly.slug),
        withdrawn: addressOf("V.1.1", withdrawn.slug),
        withdrawnOn: dayIn(by.now),
        wide: addressOf("V.1.1", wide.slug),
      };
    });
  } finally {
    await pool.end();
    await database.close();
  }
}
