import { utimes } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { signedIn } from "../../../tests/support/accounts.ts";
import { doing, law, pdfOf, publish, shelfOf } from "../../../tests/support/content.ts";
import { createWorld, type TestCouncil, type TestWorld } from "../../../tests/support/world.ts";
import { upkeepOf } from "../../compose.ts";
import { json } from "../../db/columns.ts";
import { virusCheckUnavailable } from "../../storage/errors.ts";
import { fileKey, uploadPartKey } from "../../storage/storage.ts";
import type { VirusScanner, VirusVerdict } from "../../storage/virus-scanner.ts";
import { attachPublicVersion, removeDocument, replaceDocument, storeDocument } from "../documents/documents.service.ts";
import { checkCouncil } from "./check-council.ts";
import { findDefects, findLastRun } from "./upkeep.queries.ts";

/** The storage is the real one on this disk, in a folder of its own. */
let world: TestWorld;
let lisi: TestCouncil;
beforeAll(async () => {
  world = await createWorld();
  ({ lisi } = world);
});
afterAll(() => world.end());
beforeEach(() => {
  world.clock.moveTo("2026-03-05T02:40:00+01:00");
});

const now = () => world.clock.now();
const moveDays = (days: number) => world.clock.moveTo(new Date(now().getTime() + days * 86_400_000));
const storage = () => world.services.storage;
const has = async (sha256: string, council = lisi) => (await storage().head(fileKey(council.id, sha256))) !== null;
/** Puts the day on which a file came into the storage where the test needs it. */
const age = (key: string, days: number) => {
  const at = new Date(now().getTime() - days * 86_400_000);
  return utimes(join(world.services.config.dataDir, "files", ...key.split("/")), at, at);
};
const night = async (scanner: VirusScanner | null = null, council = lisi) => {
  await world.catchUp();
  const parts = { ...upkeepOf(world), elsewhere: null, scanner };
  await checkCouncil(parts, council.db, now(), new AbortController().signal, council.id);
  const run = await council.db.read(findLastRun);
  return run!.counts.care!;
};
const put = (key: string, text: string) => {
  const bytes = Buffer.from(text);
  return storage().put(key, Readable.from([bytes]), { size: bytes.length, mediaType: "application/pdf" });
};
const stored = async (paper: string | Buffer, council = lisi) => {
  const bytes = typeof paper === "string" ? await pdfOf(paper) : paper;
  const given = { title: { sq: "Dokumenti", en: "Document" }, language: "sq", fileName: "vendimi.pdf" } as const;
  const { id, file } = await storeDocument(
    ...([shelfOf(world, council), council.db, doing(world), Readable.from([bytes]), given] as const),
  );
  await age(fileKey(council.id, file.sha256), 400);
  return { id, sha256: file.sha256, file };
};
const hash = (letter: string) => letter.repeat(64);

describe("A file that belongs to nothing", () => {
  it("since an upload broke off between the storage and the register goes after a week, a young one stays", async () => {
    const [old, young] = [fileKey(lisi.id, hash("a")), fileKey(lisi.id, hash("b"))];
    await put(old, "as old as a week");
    await put(young, "of last night");
    await age(old, 8);
    await age(young, 1);
    expect(await night()).toMatchObject({ removed: 1, bytes: 16 });
    expect([await has(hash("a")), await has(hash("b"))]).toEqual([false, true]);
  });

  it("since its document was removed goes thirty days after the first night that saw it, with its checks", async () => {
    const { id, sha256 } = await stored("Një draft që u hodh");
    await lisi.db.write((tx) => removeDocument(tx, doing(world), id));
    expect(await night()).toMatchObject({ waiting: 1 });
    moveDays(29);
    expect(await night()).toMatchObject({ waiting: 1 });
    expect(await has(sha256)).toBe(true);
    moveDays(2);
    expect(await night()).toMatchObject({ removed: expect.any(Number), waiting: 0 });
    expect(await has(sha256)).toBe(false);
    const rows = await lisi.db.read((tx) =>
      tx.selectFrom("files").where("sha256", "=", sha256).select("sha256").execute(),
    );
    expect(rows).toEqual([]);
    const told = await lisi.db.read((tx) =>
      tx.selectFrom("audit_log").where("action", "=", "upkeep.files_removed").select("before").execute(),
    );
    expect(JSON.stringify(told)).toContain(sha256);
  });

  it("and that is sent again meanwhile is as if it had never been missed", async () => {
    const bytes = await pdfOf("Dokumenti që u kthye");
    const { id, sha256 } = await stored(bytes);
    await lisi.db.write((tx) => removeDocument(tx, doing(world), id));
    await night();
    moveDays(20);
    await stored(bytes);
    await night();
    moveDays(20);
    expect(await night()).toMatchObject({ waiting: 0 });
    expect(await has(sha256)).toBe(true);
  });

  it("as a part of an upload that nobody knows any more goes, the parts of one that is under way stay", async () => {
    const upload = crypto.randomUUID();
    const [known, lost] = [crypto.randomUUID(), crypto.randomUUID()].map((part) =>
      uploadPartKey(lisi.id, upload, part),
    );
    await put(known!, "known");
    await put(lost!, "lost");
    await age(known!, 8);
    await age(lost!, 8);
    await lisi.db.write(async (tx) => {
      const stamp = { created_at: now(), expires_at: new Date(now().getTime() + 3_600_000), finished_at: null };
      await tx
        .insertInto("uploads")
        .values({
          ...{ id: upload, account_id: crypto.randomUUID(), file_name: "a.pdf", size: 10, received: 5, sha256: null },
          ...{ ...stamp, document_id: null, picture_id: null },
        })
        .execute();
      await tx
        .insertInto("upload_parts")
        .values({ upload_id: upload, start: 0, size: 5, storage_key: known! })
        .execute();
    });
    expect(await night()).toMatchObject({ removed: 1 });
    expect([await storage().head(known!), await storage().head(lost!)]).toEqual([expect.anything(), null]);
  });
});

describe("A file that something needs", () => {
  it("is kept for years: as an earlier version, an internal original, in the bin, or unused in the list of documents", async () => {
    const first = await stored("Versioni i parë");
    const second = await stored("Versioni i dytë");
    const third = await stored("Varianti i anonimizuar");
    const unused = await stored("Ende askund");
    const binned = await stored("Në kosh");
    await lisi.db.write(async (tx) => {
      await replaceDocument(tx, doing(world), first.id, second.file, { fileName: "v2.pdf", visibility: "internal" });
      await attachPublicVersion(tx, doing(world), first.id, third.file, { fileName: "v2-publik.pdf" });
      await removeDocument(tx, doing(world), second.id);
      await removeDocument(tx, doing(world), third.id);
    });
    const publication = await publish(world, lisi, law({ documents: [binned.id] }));
    await lisi.db.write((tx) =>
      tx
        .updateTable("publications")
        .set({ binned_at: now(), state: "draft" })
        .where("id", "=", publication.id)
        .execute(),
    );
    await night();
    moveDays(800);
    expect(await night()).toMatchObject({ waiting: 0 });
    for (const { sha256 } of [first, second, third, unused, binned]) expect(await has(sha256)).toBe(true);
  });

  it("is kept as the emblem, as a photo in each of its sizes, and where an earlier version or a left form names it", async () => {
    const files = await Promise.all(["stema", "foto", "madhësi", "version", "formular"].map((name) => stored(name)));
    await lisi.db.write(async (tx) => {
      for (const { id } of files) await removeDocument(tx, doing(world), id);
      const [emblem, photo, size, revision, form] = files.map(({ sha256 }) => sha256) as [
        string,
        string,
        string,
        string,
        string,
      ];
      const theme = { brand: "#005c42", emblem: "default", picture: { sha256: emblem, width: 96, height: 96 } };
      await tx
        .updateTable("tenant_settings")
        .set({ theme: json(theme) })
        .execute();
      const rendition = { width: 480, height: 320, size: 5, sha256: size };
      await tx
        .insertInto("pictures")
        .values({
          ...{ file_name: "foto.jpg", original_sha256: photo, width: 480, height: 320, crop: null, alternative: null },
          ...{ renditions: json([rendition]) as never, created_at: now() },
        })
        .execute();
      const stamp = { entity: "album", entity_id: crypto.randomUUID() };
      await tx
        .insertInto("revisions")
        .values({
          ...{ ...stamp, number: 1, hash: "v".repeat(43), what: "created", at: now() },
          ...{ input: json({ photos: [revision] }), by: json({ kind: "system", name: "test" }) },
        } as never)
        .execute();
      await tx
        .insertInto("edits")
        .values({
          ...{
            id: crypto.randomUUID(),
            account_id: crypto.randomUUID(),
            entity: "album",
            entity_id: null,
            version: null,
          },
          ...{ form: json({ photo: form }), updated_at: now() },
        } as never)
        .execute();
    });
    await night();
    moveDays(60);
    await night();
    expect(await Promise.all(files.map(({ sha256 }) => has(sha256)))).toEqual([true, true, true, true, true]);
  });

  it("is the neighbour’s own: what one council lets go another keeps", async () => {
    const bytes = await pdfOf("I njëjti skedar");
    const ours = await stored(bytes);
    const theirs = await stored(bytes, world.krasta);
    expect(theirs.sha256).toBe(ours.sha256);
    await lisi.db.write((tx) => removeDocument(tx, doing(world), ours.id));
    await night();
    moveDays(31);
    await night();
    await night(null, world.krasta);
    expect([await has(ours.sha256), await has(ours.sha256, world.krasta)]).toEqual([false, true]);
  });
});

describe("A file that came while no virus scanner was there", () => {
  const answering = (verdictOf: (text: string) => VirusVerdict | "away"): VirusScanner => ({
    async scan(body) {
      const pieces: Uint8Array[] = [];
      for await (const piece of body) pieces.push(piece);
      const verdict = verdictOf(Buffer.concat(pieces).toString("latin1"));
      if (verdict === "away") throw virusCheckUnavailable();
      return verdict;
    },
  });
  const clean = answering(() => ({ state: "clean" }));
  const checkOf = (sha256: string) =>
    lisi.db.read((tx) =>
      tx.selectFrom("file_checks").where("sha256", "=", sha256).select(["virus", "text"]).executeTakeFirst(),
    );

  it("waits, and is looked into in the first night in which one is there, its text as well", async () => {
    const { id, sha256 } = await stored(
      "Këshilli Bashkiak vendosi miratimin e tarifave për shërbimet publike të vitit, pa ndryshime nga viti i kaluar.",
    );
    await publish(world, lisi, law({ documents: [id] }));
    const { uninspected, inspected } = await night();
    expect([uninspected > 0, inspected]).toEqual([true, 0]);
    const away = await night(answering(() => "away"));
    expect([away.inspected, away.uninspected]).toEqual([0, uninspected]);
    expect(await checkOf(sha256)).toBeUndefined();
    const there = await night(clean);
    expect([there.inspected, there.uninspected, there.infected]).toEqual([uninspected, 0, 0]);
    expect(await checkOf(sha256)).toMatchObject({ virus: "clean", text: { state: "text" } });
    expect((await night(clean)).inspected).toBe(0);
  });

  it("and that has a virus is given to nobody, told to the secretariat, and comes back as soon as it was an error", async () => {
    const bad = await pdfOf("Faktura e keqe");
    const { id, sha256 } = await stored(bad);
    const made = await publish(world, lisi, law({ title: { sq: "Me skedar të keq" }, documents: [id] }));
    const address = `/dokumente/${id}/vendimi.pdf`;
    const answered = async () => {
      const answer = await lisi.get(address);
      await answer.arrayBuffer();
      return answer.status;
    };
    expect(await answered()).toBe(200);
    const finds = answering((text) =>
      text.length === bad.length && text === bad.toString("latin1")
        ? { state: "found", name: "Eicar" }
        : { state: "clean" },
    );
    expect(await night(finds)).toMatchObject({ infected: 1 });
    await world.catchUp();
    expect(await answered()).toBe(404);
    const infected = async () =>
      (await lisi.db.read((tx) => findDefects(tx))).items.filter(({ kind }) => kind === "file_infected");
    expect(await infected()).toMatchObject([{ entity: "publication", entityId: made.id, detail: { virus: "Eicar" } }]);
    const secretary = await signedIn(world, lisi, ["secretary"]);
    const page = await (await secretary.get("/admin/defektet")).text();
    expect(page).toContain("Skedar me virus");
    expect(page).toContain("Në 1 skedar u gjet virus");
    expect((await secretary.get(`/api/v1/admin/documents/${id}/1/public`)).status).not.toBe(200);
    expect(await checkOf(sha256)).toMatchObject({ virus: "found" });

    expect(await night(clean)).toMatchObject({ inspected: 1, infected: 0 });
    await world.catchUp();
    expect([await answered(), await infected()]).toEqual([200, []]);
  });

  it("is told on the page of defects in both languages, with what was removed", async () => {
    await put(fileKey(lisi.id, hash("c")), "x".repeat(2_048));
    await age(fileKey(lisi.id, hash("c")), 30);
    await night(clean);
    const auditor = await signedIn(world, lisi, ["auditor"]);
    expect(await (await auditor.get("/admin/defektet")).text()).toMatch(
      "U hoq 1 skedar që nuk i përkiste më asgjëje (2\u00a0kB)",
    );
    expect(await (await auditor.get("/en/admin/defects")).text()).toMatch(
      /1 file that belonged to nothing was removed/,
    );
  });
});
