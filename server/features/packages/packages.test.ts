import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import yauzl from "yauzl";
import { doing, pdfOf, shelfOf } from "../../../tests/support/content.ts";
import { addBody, addItem, addMeeting, addPaper } from "../../../tests/support/meeting-rows.ts";
import { createWorld, type TestCouncil, type TestWorld } from "../../../tests/support/world.ts";
import { json } from "../../db/columns.ts";
import { storeFile } from "../../storage/receive-file.ts";
import { attach, detach, releaseAttachments } from "../documents/attachments.service.ts";
import { addDocument, attachPublicVersion, replaceDocument } from "../documents/documents.service.ts";

const run = promisify(execFile);
const slug = "mbledhje-12-03-2026";
const url = `/mbledhjet/${slug}.zip`;

let world: TestWorld;
let lisi: TestCouncil;
let krasta: TestCouncil;
let council: string;
let meeting: string;
let items: string[];
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "e-keshilli-package-"));
  world = await createWorld();
  ({ lisi, krasta } = world);
  council = await addBody(lisi, "council", "keshilli", {
    sq: "Këshilli Bashkiak Lisi",
    en: "Municipal Council of Lisi",
  });
  meeting = await addMeeting(lisi, council, slug, { announced_at: new Date("2026-03-05T09:00:00Z") });
  items = [
    await addItem(lisi, meeting, [1], { sq: "Miratimi i procesverbalit", en: "Approval of the minutes" }),
    await addItem(lisi, meeting, [2], { sq: "Tarifa e pastrimit" }),
    await addItem(lisi, meeting, [2, 1], { sq: "Përjashtimet: kush nuk paguan?", en: "Exemptions: who does not pay?" }),
    await addItem(lisi, meeting, [10], { sq: "Të ndryshme", en: "Other business" }),
  ];
  await addPaper(world, lisi, "meeting", meeting, {
    title: { sq: "Njoftimi i mbledhjes", en: "Notice of the meeting" },
    fileName: "njoftimi.pdf",
    role: "notice",
  });
  await addPaper(world, lisi, "agendaItem", items[1]!, {
    title: { sq: "Projektvendimi për tarifën" },
    fileName: "Projektvendimi për çmimin.pdf",
    role: "draft_act",
  });
  await addPaper(world, lisi, "agendaItem", items[1]!, {
    title: { sq: "Relacioni i plotësuar" },
    fileName: "relacioni.pdf",
    addedAt: new Date("2026-03-09T09:00:00Z"),
  });
  await addPaper(world, lisi, "agendaItem", items[2]!, { title: { sq: "Lista" }, fileName: "lista.pdf" });
});
afterAll(async () => {
  await world.end();
  await rm(folder, { recursive: true, force: true });
});

const fetchZip = async (path = url, headers: Record<string, string> = {}, method = "GET", of = lisi) => {
  const answer = await world.ask(of.host, path, { method, headers });
  return { status: answer.status, headers: answer.headers, body: Buffer.from(await answer.arrayBuffer()) };
};
async function namesIn(zip: Buffer): Promise<string[]> {
  const archive = await yauzl.fromBufferPromise(zip);
  const names: string[] = [];
  for await (const entry of archive.eachEntry()) names.push(entry.fileName);
  return names;
}
/** The files of the archive, unpacked by the program that everybody has. */
async function unpack(zip: Buffer): Promise<string> {
  const place = await mkdtemp(join(folder, "unpacked-"));
  await writeFile(`${place}.zip`, zip);
  await run("unzip", ["-q", `${place}.zip`, "-d", place]);
  return place;
}
const storedPdf = async (text: string) => {
  const { storage, tenantId, ...options } = shelfOf(world, lisi);
  return storeFile(storage, tenantId, Readable.from([await pdfOf(text)]), { ...options, fileName: "a.pdf" });
};

describe("The package of a meeting", () => {
  it("has the meeting's own papers first and then a folder for each item, in the order of the agenda", async () => {
    const { status, headers, body } = await fetchZip();
    expect(status).toBe(200);
    expect(await namesIn(body)).toEqual([
      "PERMBAJTJA.txt",
      "00 Mbledhja/njoftimi.pdf",
      "02 Tarifa e pastrimit/Projektvendimi për çmimin.pdf",
      "02 Tarifa e pastrimit/relacioni.pdf",
      "02.1 Përjashtimet- kush nuk paguan/lista.pdf",
      "manifest-sha256.txt",
    ]);
    expect(headers.get("content-type")).toBe("application/zip");
    expect(headers.get("content-disposition")).toBe("attachment; filename=lisi-mbledhje-12-03-2026-paketa.zip");
  });

  it("unpacks everywhere, and its sums prove every file", async () => {
    const place = await unpack((await fetchZip()).body);
    const { stdout } = await run("sha256sum", ["--check", "--strict", "manifest-sha256.txt"], { cwd: place });
    expect(stdout.trim().split("\n")).toHaveLength(5);
    expect(stdout).not.toContain("FAILED");
    expect((await readdir(place)).toSorted()).toEqual([
      "00 Mbledhja",
      "02 Tarifa e pastrimit",
      "02.1 Përjashtimet- kush nuk paguan",
      "PERMBAJTJA.txt",
      "manifest-sha256.txt",
    ]);
  });

  it("says in words what it holds, which items have no documents, and what came after the notice", async () => {
    const place = await unpack((await fetchZip()).body);
    const contents = (await readFile(join(place, "PERMBAJTJA.txt"), "utf8")).replaceAll("\r\n", "\n");
    expect(contents).toContain(
      "Këshilli Bashkiak Lisi\nMbledhje e radhës\ne enjte, 12.03.2026, ora 18:00\nVendi: Salla e Këshillit\n",
    );
    expect(contents).toContain("Faqja e mbledhjes: http://lisi.localhost/mbledhjet/mbledhje-12-03-2026\n");
    expect(contents).toContain("1. Miratimi i procesverbalit\n   Pa dokumente.\n");
    expect(contents).toContain("2. Tarifa e pastrimit\n   Projektvendimi për tarifën\n");
    expect(contents).toMatch(
      /relacioni\.pdf\n {6}\d+(?:\u00a0\d+)? bajte, shtuar më 09\.03\.2026, pas njoftimit të mbledhjes\n/,
    );
    expect(contents).toMatch(/njoftimi\.pdf\n.*shtuar më 01\.01\.2026\n/);
    expect(contents.indexOf("2.1. Përjashtimet")).toBeLessThan(contents.indexOf("10. Të ndryshme"));
  });

  it("is there in English too, with what exists only in Albanian as it is", async () => {
    const { headers, body } = await fetchZip(`/en/meetings/${slug}.zip`);
    expect(headers.get("content-language")).toBe("en");
    expect(await namesIn(body)).toEqual([
      "CONTENTS.txt",
      "00 Meeting/njoftimi.pdf",
      "02 Tarifa e pastrimit/Projektvendimi për çmimin.pdf",
      "02 Tarifa e pastrimit/relacioni.pdf",
      "02.1 Exemptions- who does not pay/lista.pdf",
      "manifest-sha256.txt",
    ]);
    const contents = await readFile(join(await unpack(body), "CONTENTS.txt"), "utf8");
    expect(contents).toContain("Ordinary meeting\r\nThursday, 12.03.2026, at 18:00\r\n");
    expect(contents).toContain("1. Approval of the minutes\r\n   No documents.\r\n");
  });

  it("tells its length beforehand, also when only the head is asked for", async () => {
    const whole = await fetchZip();
    expect(whole.headers.get("content-length")).toBe(String(whole.body.length));
    const head = await fetchZip(url, {}, "HEAD");
    expect([head.status, head.headers.get("content-length"), head.body.length]).toEqual([
      200,
      String(whole.body.length),
      0,
    ]);
  });

  it("is the same bytes until something changes, and is not sent again to who has it", async () => {
    const first = await fetchZip();
    const second = await fetchZip();
    expect(second.body.equals(first.body)).toBe(true);
    const etag = first.headers.get("etag")!;
    expect(etag).toMatch(/^"[\w-]+"$/);
    expect((await fetchZip(url, { "if-none-match": etag })).status).toBe(304);
  });

  it("comes in parts, so that a broken download goes on where it stopped", async () => {
    const { body, headers } = await fetchZip();
    const etag = headers.get("etag")!;
    const half = body.length >> 1;
    const first = await fetchZip(url, { range: `bytes=0-${half - 1}` });
    const rest = await fetchZip(url, { range: `bytes=${half}-`, "if-range": etag });
    expect([first.status, first.headers.get("content-range")]).toEqual([206, `bytes 0-${half - 1}/${body.length}`]);
    expect(Buffer.concat([first.body, rest.body]).equals(body)).toBe(true);
    expect((await fetchZip(url, { range: "bytes=-22" })).body.equals(body.subarray(-22))).toBe(true);
    expect(await fetchZip(url, { range: `bytes=${body.length}-` })).toMatchObject({ status: 416 });
    expect((await fetchZip(url, { range: "bytes=0-9", "if-range": '"i vjetër"' })).status).toBe(200);
  });

  it.each([
    "/mbledhjet/nuk-ka.zip",
    "/mbledhjet/.zip",
    "/lajme/x.zip",
    `/en/mbledhjet/${slug}.zip`,
    "/x.zip",
    "/mbledhjet/A_B.zip",
  ])("is not at %s", async (path) => {
    expect((await fetchZip(path)).status).toBe(404);
  });

  it("of another council's meeting is not there", async () => {
    expect((await fetchZip(url, {}, "GET", krasta)).status).toBe(404);
    const body = await addBody(krasta, "council", "keshilli", { sq: "Këshilli Bashkiak Krasta" });
    await addMeeting(krasta, body, slug);
    const { status, body: zip } = await fetchZip(url, {}, "GET", krasta);
    expect(status).toBe(200);
    expect(await namesIn(zip)).toEqual(["PERMBAJTJA.txt", "manifest-sha256.txt"]);
    const contents = await readFile(join(await unpack(zip), "PERMBAJTJA.txt"), "utf8");
    expect(contents).toContain("Rendi i ditës nuk është publikuar ende.");
    expect(contents).not.toContain("Lisi");
  });
});

describe("What the public may not have is not in a package", () => {
  it("of a meeting that is not published, not yet or no longer, there is none", async () => {
    const at = (day: string) => ({ starts_at: new Date(`${day}T17:00:00Z`) });
    await addMeeting(lisi, council, "draft", { state: "draft", public_from: null, ...at("2026-04-01") });
    await addMeeting(lisi, council, "e-neserme", {
      public_from: new Date("2026-03-06T08:00:00Z"),
      ...at("2026-04-02"),
    });
    await addMeeting(lisi, council, "e-terhequr", { state: "withdrawn", ...at("2026-04-03") });
    for (const hidden of ["draft", "e-neserme", "e-terhequr"])
      expect((await fetchZip(`/mbledhjet/${hidden}.zip`)).status).toBe(404);
    const now = world.clock.now();
    world.clock.moveTo("2026-03-06T08:00:00Z");
    expect((await fetchZip("/mbledhjet/e-neserme.zip")).status).toBe(200);
    world.clock.moveTo(now);
  });

  it("an internal original stays inside; its redacted version is what is packed, the newest of all", async () => {
    const by = doing(world);
    const secret = await storedPdf("Emra të plotë");
    const redacted = await storedPdf("E.M.");
    const newer = await storedPdf("E.M., e plotësuar");
    const given = { title: { sq: "Kërkesa" }, language: "sq", fileName: "kerkesa.pdf" } as const;
    const id = await lisi.db.write(async (tx) => {
      const document = await addDocument(tx, by, secret, { ...given, visibility: "internal" });
      await attach(tx, by, "agendaItem", items[3]!, [{ documentId: document, role: "other" }], by.now);
      return document;
    });
    const packed = async () => {
      const { body } = await fetchZip();
      const names = await namesIn(body);
      const place = await unpack(body);
      const name = names.find((one) => one.startsWith("10 "));
      return (
        name &&
        createHash("sha256")
          .update(await readFile(join(place, name)))
          .digest("hex")
      );
    };
    expect(await packed()).toBeUndefined();
    await lisi.db.write((tx) => attachPublicVersion(tx, by, id, redacted, { fileName: "kerkesa.pdf" }));
    expect(await packed()).toBe(redacted.sha256);
    await lisi.db.write((tx) => replaceDocument(tx, by, id, newer, { fileName: "kerkesa.pdf" }));
    expect(await packed()).toBe(newer.sha256);
    await lisi.db.write((tx) => detach(tx, by, "agendaItem", items[3]!, id));
    expect(await packed()).toBeUndefined();
  });

  it("the papers of a draft act come with the item that discusses it, once the draft is public", async () => {
    const draft = await lisi.db.write(async (tx) => {
      const { id } = await tx
        .insertInto("draft_acts")
        .values({
          ...{ slug: "tarifat", type: "decision", nature: "normative", title: json({ sq: "Tarifat" }) },
          ...{ subject: "taxes", proposer_kind: "mayor", registered_on: "2026-02-01", stage: "agenda" },
          ...{ consultation_required: true, folded_text: "", initiative_from: null, consultation_from: null },
          ...{ proposer_person_id: null, proposer_body_id: null, protocol_number: null, public_from: null },
        } as never)
        .returning("id")
        .executeTakeFirstOrThrow();
      await tx.updateTable("agenda_items").set({ draft_act_id: id }).where("id", "=", items[0]!).execute();
      return id;
    });
    await addPaper(world, lisi, "draftAct", draft, {
      title: { sq: "Drafti" },
      fileName: "drafti.pdf",
      publicFrom: null,
    });
    const hasDraft = async () =>
      (await namesIn((await fetchZip()).body)).includes("01 Miratimi i procesverbalit/drafti.pdf");
    expect(await hasDraft()).toBe(false);
    const { now } = doing(world);
    await lisi.db.write(async (tx) => {
      await tx
        .updateTable("draft_acts")
        .set({ state: "published", public_from: now })
        .where("id", "=", draft)
        .execute();
      await releaseAttachments(tx, "draftAct", draft, now);
    });
    expect(await hasDraft()).toBe(true);
  });
});

describe("A client who leaves", () => {
  it("ends what is being read from the storage", async () => {
    const { storage } = world.services;
    const original = storage.get;
    const ended: string[] = [];
    storage.get = async (key, options) => {
      const found = (await original.call(storage, key, options))!;
      const { body } = found;
      const reader = body.getReader();
      return {
        ...found,
        body: new ReadableStream<Uint8Array>(
          {
            async pull(controller) {
              const { value } = await reader.read();
              if (value) controller.enqueue(value.subarray(0, 10));
            },
            cancel: async (reason) => {
              ended.push(key);
              await reader.cancel(reason);
            },
          },
          { highWaterMark: 0 },
        ),
      };
    };
    try {
      const answer = await lisi.get(url);
      const reader = answer.body!.getReader();
      for (let chunks = 0; chunks < 4; chunks += 1) await reader.read();
      expect(ended).toEqual([]);
      await reader.cancel();
      expect(ended).toHaveLength(1);
    } finally {
      storage.get = original;
    }
  });

  it("is told by a broken connection, and by nothing else, when a file is missing in the storage", async () => {
    const { storage } = world.services;
    const original = storage.get;
    storage.get = async () => null;
    try {
      const answer = await lisi.get(url);
      await expect(answer.arrayBuffer()).rejects.toThrow();
    } finally {
      storage.get = original;
    }
  });
});
