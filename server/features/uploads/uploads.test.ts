import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { doing, news, pdfOf, shelfOf } from "../../../tests/support/content.ts";
import { createWorld, type TestCouncil, type TestWorld } from "../../../tests/support/world.ts";
import { virusCheckUnavailable } from "../../storage/errors.ts";
import type { VirusScanner } from "../../storage/virus-scanner.ts";
import type { Doing } from "../audit/audit.service.ts";
import { removeDocument } from "../documents/documents.service.ts";
import { createPublication } from "../publications/publications.service.ts";
import type { Intake } from "./take-in.ts";
import { largest, mostUploads } from "./upload-limits.shared.ts";
import { listUnfinished } from "./uploads.queries.ts";
import type { UploadPurpose } from "./uploads.schema.ts";
import { beginUpload, continueUpload, finishUpload, forgetUploads, removeUpload, takeIn } from "./uploads.service.ts";

let world: TestWorld;
let lisi: TestCouncil;
let krasta: TestCouncil;
const arta = "0b7c1c1e-5f2a-4a39-9d0c-1f6f3a1c2d3e";
const besa = "5d3f2a10-7b1c-4e8d-8a55-90aa17c4be21";

beforeAll(async () => {
  world = await createWorld();
  ({ lisi, krasta } = world);
});
afterAll(() => world.end());

const by = () => doing(world);
const intakeOf = (council: TestCouncil, scanner: VirusScanner | null = null): Intake => ({
  ...shelfOf(world, council),
  maximumBytes: 2 ** 32,
  db: council.db,
  scanner,
});
const now = () => world.clock.now();
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error) => error.code as string,
  );
const sha256 = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex");
const begin = async (bytes: Buffer, fileName = "vendimi.pdf", account = arta, council = lisi, sum?: string) =>
  (await council.db.write((tx) => beginUpload(tx, by(), account, { fileName, size: bytes.length, sha256: sum }))).id;
const send = (id: string, offset: number, bytes: Buffer, account = arta, council = lisi) =>
  continueUpload(intakeOf(council), account, id, offset, Readable.from([bytes]), now());
const finish = (id: string, purpose: UploadPurpose = { as: "document" }, intake = intakeOf(lisi), account = arta) =>
  finishUpload(intake, by(), account, id, purpose);
const uploaded = async (bytes: Buffer, fileName?: string, purpose?: UploadPurpose, intake?: Intake) => {
  const id = await begin(bytes, fileName);
  await send(id, 0, bytes);
  return finish(id, purpose, intake);
};
const keysBelow = async (council: TestCouncil, folder: string) => {
  const keys: string[] = [];
  for await (const key of world.services.storage.list(`tenants/${council.id}/${folder}/`)) keys.push(key);
  return keys;
};
const documentOf = (id: string) =>
  lisi.db.read((tx) =>
    tx
      .selectFrom("documents as d")
      .innerJoin("document_versions as v", "v.document_id", "d.id")
      .innerJoin("file_checks as c", "c.sha256", "v.sha256")
      .where("d.id", "=", id)
      .orderBy("v.version", "desc")
      .orderBy("v.visibility")
      .select(["d.title", "d.language", "d.guessed", "v.version", "v.visibility", "v.file_name", "c.virus", "c.text"])
      .execute(),
  );

const paper =
  "Këshilli Bashkiak vendosi dhënien e ndihmës ekonomike për shtetasin Arben Hoxha, me numër personal I05101999A, për të cilin u paraqit kërkesa dhe që është banor.";

describe("A newer file of a document that became public while it was on its way", () => {
  const editor: Doing["actor"] = { kind: "account", id: arta, name: "Arta", roles: ["editor"] };
  const setApproval = (approval: boolean) =>
    lisi.db.write((tx) => tx.updateTable("tenant_settings").set({ approval }).execute());

  it("is not taken from whoever may not publish, where the council has another approve, and waits", async () => {
    const { documentId } = await uploaded(await pdfOf("I pari"), "raporti.pdf");
    await setApproval(true);
    const bytes = await pdfOf("Raporti i dytë i vitit");
    const id = await begin(bytes, "raporti-2.pdf");
    await send(id, 0, bytes);
    const purpose = { as: "version", documentId: documentId! } as const;
    await lisi.db.write((tx) =>
      tx.updateTable("documents").set({ public_from: now() }).where("id", "=", documentId!).execute(),
    );
    const finishAs = (actor: Doing["actor"]) => finishUpload(intakeOf(lisi), { actor, now: now() }, arta, id, purpose);
    expect(await refusal(finishAs(editor))).toBe("editing.changed_by_publishers");
    expect(await documentOf(documentId!)).toHaveLength(1);
    await setApproval(false);
    expect(await finishAs(editor)).toMatchObject({ documentId });
    expect(await documentOf(documentId!)).toHaveLength(2);
  });
});

describe("A file that goes up", () => {
  it("piece by piece becomes a document with a readable title, its language, and what it says of persons", async () => {
    const bytes = await pdfOf(paper);
    const id = await begin(bytes, "VENDIM_NR_45_dt_12.03.2026.pdf", arta, lisi, sha256(bytes));
    expect(await send(id, 0, bytes.subarray(0, 500))).toBe(500);
    expect(await send(id, 500, bytes.subarray(500))).toBe(bytes.length);
    const { documentId } = await finish(id);
    expect(await documentOf(documentId!)).toMatchObject([
      {
        title: { sq: "Vendim nr. 45, datë 12.03.2026" },
        language: "sq",
        guessed: ["title", "language"],
        file_name: "VENDIM_NR_45_dt_12.03.2026.pdf",
        virus: "not_configured",
        text: {
          state: "text",
          found: 2,
          findings: [{ kind: "need" }, { kind: "personal_number", hint: "I…A", page: 1 }],
        },
      },
    ]);
    expect(await keysBelow(lisi, "uploads")).toEqual([]);
  });

  it("has a title that can be seen, whatever its name is made of", async () => {
    const title = async (fileName: string) =>
      (await documentOf((await uploaded(await pdfOf(fileName), fileName)).documentId!))[0]!.title.sq;
    expect(await title("\u200B.pdf")).toBe("Dokument");
    expect(await title("7\n8.pdf")).toBe("7 8");
    expect(await title("\u202E12.pdf")).toBe("12");
  });

  it("keeps what had arrived when the connection drops, and goes on from there", async () => {
    const bytes = await pdfOf("Me shkëputje");
    const id = await begin(bytes);
    const broken = Readable.from(
      (async function* () {
        yield bytes.subarray(0, 300);
        yield bytes.subarray(300, 420);
        throw new Error("aborted");
      })(),
    );
    await expect(continueUpload(intakeOf(lisi), arta, id, 0, broken, now())).rejects.toThrow("aborted");
    const [waiting] = await lisi.db.read((tx) => listUnfinished(tx, arta, now()));
    expect(waiting).toMatchObject({ id, received: 420, size: bytes.length });
    expect(await send(id, 420, bytes.subarray(420))).toBe(bytes.length);
    const { documentId } = await finish(id);
    expect(await documentOf(documentId!)).toHaveLength(1);
  });

  it("is whole however many pieces its bytes came in", async () => {
    const photo = await sharp({
      create: {
        width: 900,
        height: 900,
        channels: 3,
        noise: { type: "gaussian", mean: 120, sigma: 60 },
        background: "#000",
      },
    })
      .png()
      .toBuffer();
    const bytes = Buffer.concat(Array.from({ length: 1 }, () => photo));
    const id = await begin(bytes, "foto.png");
    const steps = [0, 1, 70_000, 70_001, bytes.length];
    for (const [at, from] of steps.slice(0, -1).entries()) await send(id, from, bytes.subarray(from, steps[at + 1]));
    const { pictureId } = await finish(id, { as: "picture" });
    const { original_sha256 } = await lisi.db.read((tx) =>
      tx.selectFrom("pictures").where("id", "=", pictureId!).select("original_sha256").executeTakeFirstOrThrow(),
    );
    expect(original_sha256).toBe(sha256(bytes));
  });

  it("is refused at a place where it does not stand, and one of two who send the same place goes on", async () => {
    const bytes = await pdfOf("Dy herë");
    const id = await begin(bytes);
    expect(await refusal(send(id, 5, bytes.subarray(5)))).toBe("uploads.elsewhere");
    const both = await Promise.all([refusal(send(id, 0, bytes)), refusal(send(id, 0, bytes))]);
    expect(both.toSorted()).toEqual([null, "uploads.elsewhere"].toSorted());
    expect(await keysBelow(lisi, `uploads/${id}`)).toHaveLength(1);
    expect((await finish(id)).documentId).toBeTruthy();
  });

  it("cannot be longer than announced, and is no document before it is whole", async () => {
    const bytes = await pdfOf("Më e gjatë");
    const id = await begin(bytes.subarray(0, 100));
    expect(await refusal(send(id, 0, bytes))).toBe("uploads.too_long");
    await send(id, 0, bytes.subarray(0, 60));
    expect(await refusal(finish(id))).toBe("uploads.incomplete");
  });

  it("that changed on its way is refused and goes", async () => {
    const bytes = await pdfOf("Ndryshoi");
    const id = await begin(bytes, "a.pdf", arta, lisi, sha256(Buffer.from("tjetër")));
    await send(id, 0, bytes);
    expect(await refusal(finish(id))).toBe("uploads.changed");
    expect(await refusal(finish(id))).toBe("uploads.not_found");
    expect(await keysBelow(lisi, `uploads/${id}`)).toEqual([]);
  });

  it("that only pretends to be what its name says is refused and goes", async () => {
    for (const [name, bytes, code] of [
      ["vendimi.pdf", Buffer.from("<html><script>alert(1)</script></html>"), "files.type_mismatch"],
      ["programi.exe", Buffer.from("MZ"), "files.type_not_allowed"],
      ["foto.heic", Buffer.from("....ftypheic"), "files.type_not_allowed"],
    ] as const) {
      const id = await begin(bytes, name);
      await send(id, 0, bytes);
      expect(await refusal(finish(id)), name).toBe(code);
      expect(await refusal(finish(id)), name).toBe("uploads.not_found");
    }
  });

  it("asked twice to be finished is one document", async () => {
    const bytes = await pdfOf("Një herë");
    const id = await begin(bytes);
    await send(id, 0, bytes);
    const [first, second] = await Promise.all([finish(id), finish(id)]);
    expect(second).toEqual(first);
    expect(await finish(id)).toEqual(first);
    expect(await documentOf(first.documentId!)).toHaveLength(1);
  });

  it("with a wrong purpose waits for the right one", async () => {
    const bytes = await pdfOf("Qëllimi");
    const id = await begin(bytes);
    await send(id, 0, bytes);
    expect(await refusal(finish(id, { as: "asgjë" } as never))).toBe("http.invalid_input");
    expect(await refusal(finish(id, { as: "version", documentId: crypto.randomUUID() }))).toBe("documents.not_found");
    expect((await finish(id)).documentId).toBeTruthy();
  });
});

describe("What is announced", () => {
  const announce = (fileName: string, size: number) =>
    refusal(lisi.db.write((tx) => beginUpload(tx, by(), besa, { fileName, size })));

  it("is refused when it is larger than its kind may be, before a byte is sent", async () => {
    expect(await announce("foto.jpg", largest.photo + 1)).toBe("files.too_large");
    expect(await announce("vendimi.pdf", largest.paper + 1)).toBe("files.too_large");
    expect(await announce("mbledhja.mp4", largest.paper + 1)).toBeNull();
    expect(await announce("mbledhja.mp4", largest.film + 1)).toBe("files.too_large");
  });

  it("is refused when it is nothing, has no name, or has no end", async () => {
    for (const [name, size] of [
      ["a.pdf", 0],
      ["", 5],
      ["a.pdf", 1.5],
      ["a.pdf", Number.NaN],
      ["a".repeat(401), 5],
    ] as const)
      expect(await announce(name, size), name).toBe("http.invalid_input");
  });

  it("is refused when too much waits already", async () => {
    await lisi.db.write(async (tx) => {
      for (let at = 1; at < mostUploads; at += 1) await beginUpload(tx, by(), besa, { fileName: `${at}.pdf`, size: 1 });
    });
    expect(await announce("edhe-një.pdf", 1)).toBe("uploads.too_many");
    expect(await refusal(begin(Buffer.from("a")))).toBeNull();
  });
});

describe("Others", () => {
  it("of the same council have nothing of an upload, nor has the neighbour", async () => {
    const bytes = await pdfOf("Imja");
    const id = await begin(bytes);
    await send(id, 0, bytes.subarray(0, 10));
    expect(await refusal(send(id, 10, bytes.subarray(10), besa))).toBe("uploads.not_found");
    expect(await refusal(finish(id, undefined, undefined, besa))).toBe("uploads.not_found");
    expect(await refusal(removeUpload(intakeOf(lisi), besa, id))).toBe("uploads.not_found");
    expect(await refusal(send(id, 10, bytes.subarray(10), arta, krasta))).toBe("uploads.not_found");
    expect(await refusal(removeUpload(intakeOf(krasta), arta, id))).toBe("uploads.not_found");
    expect(await krasta.db.read((tx) => listUnfinished(tx, arta, now()))).toEqual([]);
    await send(id, 10, bytes.subarray(10));
    expect((await finish(id)).documentId).toBeTruthy();
  });
});

describe("An upload that is given up", () => {
  it("goes with all its parts", async () => {
    const bytes = await pdfOf("E hequr");
    const id = await begin(bytes);
    await send(id, 0, bytes.subarray(0, 200));
    expect(await keysBelow(lisi, `uploads/${id}`)).toHaveLength(1);
    await removeUpload(intakeOf(lisi), arta, id);
    expect(await keysBelow(lisi, `uploads/${id}`)).toEqual([]);
    expect(await refusal(send(id, 200, bytes.subarray(200)))).toBe("uploads.not_found");
  });

  it("is removed after a day; what it has become stays", async () => {
    const bytes = await pdfOf("Pas një dite");
    const half = await begin(bytes);
    await send(half, 0, bytes.subarray(0, 200));
    const { documentId } = await uploaded(bytes);
    const later = new Date(now().getTime() + 24 * 3_600_000);
    const late = continueUpload(intakeOf(lisi), arta, half, 200, Readable.from([bytes.subarray(200)]), later);
    expect(await refusal(late)).toBe("uploads.expired");
    expect(await forgetUploads(krasta.db, world.services.storage, later)).toBe(0);
    expect(await forgetUploads(lisi.db, world.services.storage, later)).toBeGreaterThanOrEqual(2);
    expect(await keysBelow(lisi, "uploads")).toEqual([]);
    expect(await documentOf(documentId!)).toHaveLength(1);
  });
});

describe("Viruses", () => {
  const scanner = (verdict: Awaited<ReturnType<VirusScanner["scan"]>>): VirusScanner => ({
    async scan(body) {
      await buffer(body);
      return verdict;
    },
  });

  it("are refused, the file is kept nowhere, and the audit says what was found", async () => {
    const bytes = await pdfOf("Me virus");
    const found = intakeOf(lisi, scanner({ state: "found", name: "Eicar-Signature" }));
    expect(await refusal(uploaded(bytes, "virusi.pdf", undefined, found))).toBe("files.virus_found");
    expect(await keysBelow(lisi, "uploads")).toEqual([]);
    const hash = sha256(bytes);
    expect(
      await world.services.storage.head(`tenants/${lisi.id}/sha256/${hash.slice(0, 2)}/${hash.slice(2)}`),
    ).toBeNull();
    const line = await lisi.db.read((tx) =>
      tx.selectFrom("audit_log").where("action", "=", "upload.virus_found").select("after").executeTakeFirst(),
    );
    expect(line!.after).toMatchObject({ fileName: "virusi.pdf", virus: "Eicar-Signature", sha256: hash });
  });

  it("are refused in photos too", async () => {
    const photo = await sharp({ create: { width: 100, height: 100, channels: 3, background: "#123" } })
      .jpeg()
      .toBuffer();
    const found = intakeOf(lisi, scanner({ state: "found", name: "X" }));
    expect(await refusal(uploaded(photo, "foto.jpg", { as: "picture" }, found))).toBe("files.virus_found");
  });

  it("are said to have been looked for, or not", async () => {
    const clean = await uploaded(
      await pdfOf("E pastër"),
      "a.pdf",
      undefined,
      intakeOf(lisi, scanner({ state: "clean" })),
    );
    expect((await documentOf(clean.documentId!))[0]!.virus).toBe("clean");
    const large = intakeOf(lisi, scanner({ state: "too_large" }));
    const big = await uploaded(await pdfOf("E madhe"), "b.pdf", undefined, large);
    expect((await documentOf(big.documentId!))[0]!.virus).toBe("too_large");
  });

  it("cannot be looked for while the scanner is away: the file waits and is finished later", async () => {
    const bytes = await pdfOf("Pret");
    const id = await begin(bytes);
    await send(id, 0, bytes);
    const away: VirusScanner = {
      async scan() {
        throw virusCheckUnavailable();
      },
    };
    expect(await refusal(finish(id, undefined, intakeOf(lisi, away)))).toBe("files.virus_check_unavailable");
    expect((await finish(id)).documentId).toBeTruthy();
  });
});

describe("What a file is sent for", () => {
  it("may be the newer version of a document, or the redacted version beside its internal original", async () => {
    const original = await uploaded(await pdfOf("Me emra"), "vendimi.pdf", {
      as: "document",
      visibility: "internal",
      title: { sq: "Vendim" },
      language: "sq",
    });
    const documentId = original.documentId!;
    expect(await uploaded(await pdfOf("Pa emra"), "pa-emra.pdf", { as: "redacted", documentId })).toEqual(original);
    expect(await uploaded(await pdfOf("Versioni i dytë"), "v2.pdf", { as: "version", documentId })).toEqual(original);
    expect(
      (await documentOf(documentId)).map(({ version, visibility, guessed }) => [version, visibility, guessed]),
    ).toEqual([
      [2, "public", []],
      [1, "internal", []],
      [1, "public", []],
    ]);
    // The public has not had the second version: it becomes the original, once.
    await uploaded(await pdfOf("Pa emra, sërish"), "x.pdf", { as: "redacted", documentId });
    const again = uploaded(await pdfOf("Pa emra, për herë të tretë"), "y.pdf", { as: "redacted", documentId });
    expect(await refusal(again)).toBe("documents.public_version_exists");
  });

  it("may arrive in one go, from a form without script", async () => {
    const bytes = await pdfOf("Njëherësh");
    const made = await takeIn(
      intakeOf(lisi),
      by(),
      Readable.from([bytes]),
      { fileName: "njehere.pdf" },
      { as: "document" },
    );
    expect(await documentOf(made.documentId!)).toHaveLength(1);
  });
});

it("A document that nothing carries may be removed again; one that stands somewhere may not", async () => {
  const { documentId } = await uploaded(await pdfOf("E lirë"));
  await lisi.db.write((tx) => removeDocument(tx, by(), documentId!));
  expect(await documentOf(documentId!)).toEqual([]);
  expect(await refusal(lisi.db.write((tx) => removeDocument(tx, by(), documentId!)))).toBe("documents.not_found");
  const carried = (await uploaded(await pdfOf("E vënë"))).documentId!;
  await lisi.db.write((tx) => createPublication(tx, by(), news({ documents: [carried] })));
  expect(await refusal(lisi.db.write((tx) => removeDocument(tx, by(), carried)))).toBe("documents.carried");
  expect(await documentOf(carried)).toHaveLength(1);
});
