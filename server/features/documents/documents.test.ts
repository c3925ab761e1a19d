import { createHash } from "node:crypto";
import { createServer, get, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import { getRequestListener } from "@hono/node-server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { doing, news, pdfOf, publish, shelfOf, storePdf } from "../../../tests/support/content.ts";
import { createWorld, type TestCouncil, type TestWorld } from "../../../tests/support/world.ts";
import type { AppError } from "../../http/errors.ts";
import { storeFile } from "../../storage/receive-file.ts";
import type { Publication } from "../publications/publications.schema.ts";
import { withdrawPublication } from "../publications/publications.service.ts";
import { attachPublicVersion, replaceDocument, storeDocument } from "./documents.service.ts";

let world: TestWorld;
let lisi: TestCouncil;
let krasta: TestCouncil;
beforeAll(async () => {
  world = await createWorld();
  ({ lisi, krasta } = world);
});
afterAll(() => world.end());

const fileOf = async (text: string, council = lisi) => {
  const bytes = await pdfOf(text);
  const { storage, tenantId, ...options } = shelfOf(world, council);
  return { bytes, file: await storeFile(storage, tenantId, Readable.from([bytes]), { ...options, fileName: "a.pdf" }) };
};
/** A published document with its address. */
const published = async (text: string, fileName = "vendimi.pdf") => {
  const stored = await storePdf(world, lisi, text, { fileName });
  const made = await publish(world, lisi, news({ title: { sq: text }, documents: [stored.id] }));
  const { documents } = await lisi.json<Publication>(`/api/v1/publications/V.1.1/${made.slug}`);
  return { ...stored, publicationId: made.id, slug: made.slug, url: documents[0]!.url };
};
const fetchFile = async (url: string, headers: Record<string, string> = {}, method = "GET", council = lisi) => {
  const answer = await world.ask(council.host, url, { method, headers });
  return { status: answer.status, headers: answer.headers, body: Buffer.from(await answer.arrayBuffer()) };
};
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: AppError) => error.code,
  );

describe("A file of a published document", () => {
  it("is the very bytes that were uploaded, and its hash proves it", async () => {
    const { url, bytes, file } = await published("Vendim për çmimet", "Vendim për çmimet.pdf");
    expect(url).toMatch(/^\/dokumente\/[0-9a-f-]{36}\/Vendim%20p%C3%ABr%20%C3%A7mimet\.pdf$/);
    const answer = await fetchFile(url);
    expect(answer.status).toBe(200);
    expect(answer.body.equals(bytes)).toBe(true);
    expect(createHash("sha256").update(answer.body).digest("hex")).toBe(file.sha256);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      etag: `"${file.sha256}"`,
      "content-type": "application/pdf",
      "content-length": String(bytes.length),
      "accept-ranges": "bytes",
      "cache-control": "public, no-cache",
      "x-content-type-options": "nosniff",
      "content-security-policy": expect.stringMatching(/default-src 'none'.*sandbox/),
      "content-disposition": `inline; filename="Vendim per cmimet.pdf"; filename*=UTF-8''Vendim%20p%C3%ABr%20%C3%A7mimet.pdf`,
    });
  });

  it("tells the same without a body when only the head is asked for", async () => {
    const { url, bytes } = await published("Vetëm kreu");
    const answer = await fetchFile(url, {}, "HEAD");
    expect([answer.status, answer.headers.get("content-length"), answer.body.length]).toEqual([
      200,
      String(bytes.length),
      0,
    ]);
  });

  it("is not sent again to who has it already", async () => {
    const { url, file } = await published("E njëjta");
    const answer = await fetchFile(url, { "if-none-match": `"x", "${file.sha256}"` });
    expect([answer.status, answer.body.length, answer.headers.get("cache-control")]).toEqual([
      304,
      0,
      "public, no-cache",
    ]);
    expect((await fetchFile(url, { "if-none-match": '"tjetër"' })).status).toBe(200);
  });

  it("comes in parts, so that a broken download goes on where it stopped", async () => {
    const { url, bytes, file } = await published("Pjesë pjesë");
    const part = async (range: string, more: Record<string, string> = {}) => {
      const { status, headers, body } = await fetchFile(url, { range, ...more });
      return { status, range: headers.get("content-range"), length: headers.get("content-length"), body };
    };
    const first = await part("bytes=0-99");
    const rest = await part("bytes=100-");
    expect([first.status, first.range, first.length]).toEqual([206, `bytes 0-99/${bytes.length}`, "100"]);
    expect(Buffer.concat([first.body, rest.body]).equals(bytes)).toBe(true);
    expect((await part("bytes=-10")).body.equals(bytes.subarray(-10))).toBe(true);
    expect(await part(`bytes=${bytes.length}-`)).toMatchObject({ status: 416, range: `bytes */${bytes.length}` });
    expect((await part("bytes=0-1,5-6")).status).toBe(200);
    expect((await part("bytes=0-9", { "if-range": '"tjetër"' })).status).toBe(200);
    expect((await part("bytes=0-9", { "if-range": `"${file.sha256}"` })).status).toBe(206);
  });

  it("stands at its right name; another name leads there and shows nothing", async () => {
    const { url, id } = await published("Emri i drejtë", "Emri i drejtë.pdf");
    const answer = await fetchFile(`/dokumente/${id}/Kryetari-vjedh.pdf`);
    expect([answer.status, answer.headers.get("location"), answer.body.length]).toEqual([301, url, 0]);
    expect(answer.headers.get("cache-control")).toBe("public, no-cache");
  });

  it("that a browser does not show by itself is offered for saving, under its own name", async () => {
    const { id } = await storeDocument(
      shelfOf(world, lisi),
      lisi.db,
      doing(world),
      Readable.from([Buffer.from("a;b\n1;2\n")]),
      {
        title: { sq: "Të dhëna" },
        language: "sq",
        fileName: "të dhëna.csv",
      },
    );
    await publish(world, lisi, news({ documents: [id] }));
    const answer = await fetchFile(`/dokumente/${id}/${encodeURIComponent("të dhëna.csv")}`);
    expect(answer.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect(answer.headers.get("content-disposition")).toMatch(/^attachment; /);
  });

  it("is gone from every cache once it is withdrawn: who asks again with its hash is refused", async () => {
    const { url, file, publicationId } = await published("Do të tërhiqet");
    await lisi.db.write((tx) => withdrawPublication(tx, doing(world), publicationId, { sq: "Gabim." }));
    const answer = await fetchFile(url, { "if-none-match": `"${file.sha256}"` });
    expect([answer.status, answer.headers.get("cache-control")]).toEqual([404, "no-store"]);
  });

  it.each([
    "/dokumente/1/vendimi.pdf",
    "/dokumente/00000000-0000-4000-8000-000000000000/vendimi.pdf",
    "/dokumente/00000000-0000-4000-8000-000000000000/v/1/vendimi.pdf",
    "/dokumente/00000000-0000-4000-8000-000000000000/v/0/vendimi.pdf",
    "/dokumente/00000000-0000-4000-8000-000000000000/v/99999999999/vendimi.pdf",
    "/dokumente/..%2f..%2fsecret-key/x",
    "/dokumente/",
  ])("is not found at %s", async (path) => {
    expect((await fetchFile(path)).status).toBe(404);
  });
});

describe("Versions of a document", () => {
  it("replace each other at one address; each stays readable at its own", async () => {
    const { id, url, bytes, slug } = await published("Versioni i parë", "plani.pdf");
    const { bytes: newer, file } = await fileOf("Versioni i dytë");
    await lisi.db.write((tx) => replaceDocument(tx, doing(world), id, file, { fileName: "plani i ri.pdf" }));
    const moved = await fetchFile(url);
    expect([moved.status, moved.headers.get("location")]).toEqual([301, `/dokumente/${id}/plani%20i%20ri.pdf`]);
    expect((await fetchFile(moved.headers.get("location")!)).body.equals(newer)).toBe(true);
    const { documents } = await lisi.json<Publication>(`/api/v1/publications/V.1.1/${slug}`);
    expect(documents[0]).toMatchObject({ version: 2, earlier: [{ version: 1, fileName: "plani.pdf" }] });
    expect((await fetchFile(documents[0]!.earlier[0]!.url)).body.equals(bytes)).toBe(true);
    expect((await fetchFile(`/dokumente/${id}/v/3/plani.pdf`)).status).toBe(404);
  });

  it("that are internal are never the public's, with or without a redacted one beside them", async () => {
    const { id } = await storePdf(world, lisi, "Me emra", { visibility: "internal", fileName: "kontrata.pdf" });
    await publish(world, lisi, news({ title: { sq: "Kontrata" }, documents: [id] }));
    expect((await fetchFile(`/dokumente/${id}/kontrata.pdf`)).status).toBe(404);
    expect((await lisi.json<Publication>("/api/v1/publications/V.1.1/kontrata")).documents).toEqual([]);
    const { bytes, file } = await fileOf("Pa emra");
    await lisi.db.write((tx) => attachPublicVersion(tx, doing(world), id, file, { fileName: "kontrata.pdf" }));
    expect((await fetchFile(`/dokumente/${id}/kontrata.pdf`)).body.equals(bytes)).toBe(true);
    expect((await fetchFile(`/dokumente/${id}/v/1/kontrata.pdf`)).body.equals(bytes)).toBe(true);
    const again = lisi.db.write((tx) => attachPublicVersion(tx, doing(world), id, file, { fileName: "kontrata.pdf" }));
    expect(await refusal(again)).toBe("documents.public_version_exists");
  });

  it("that the public has not had become internal by a redacted version; one that it has had stays", async () => {
    const { id } = await storePdf(world, lisi, "Me numër personal", { fileName: "lista.pdf" });
    const older = await fileOf("Me numër personal, e dyta");
    await lisi.db.write((tx) => replaceDocument(tx, doing(world), id, older.file, { fileName: "lista.pdf" }));
    const { bytes, file } = await fileOf("Pa numër personal");
    await lisi.db.write((tx) => attachPublicVersion(tx, doing(world), id, file, { fileName: "lista.pdf" }));
    await publish(world, lisi, news({ title: { sq: "Lista" }, documents: [id] }));
    expect((await fetchFile(`/dokumente/${id}/lista.pdf`)).body.equals(bytes)).toBe(true);
    expect((await fetchFile(`/dokumente/${id}/v/2/lista.pdf`)).body.equals(bytes)).toBe(true);
    expect((await fetchFile(`/dokumente/${id}/v/1/lista.pdf`)).status).toBe(404);
    const { id: had } = await published("E lexuar");
    const late = lisi.db.write((tx) => attachPublicVersion(tx, doing(world), had, file, { fileName: "a.pdf" }));
    expect(await refusal(late)).toBe("documents.public_version_exists");
  });

  it("of another council cannot be replaced or read", async () => {
    const { id, url } = await published("I Lisit");
    const { file } = await fileOf("I Krastës", krasta);
    const replacing = krasta.db.write((tx) => replaceDocument(tx, doing(world), id, file, { fileName: "a.pdf" }));
    expect(await refusal(replacing)).toBe("documents.not_found");
    expect((await fetchFile(url, {}, "GET", krasta)).status).toBe(404);
  });

  it("that two upload at once are two versions", async () => {
    const { id } = await published("Në garë");
    const files = await Promise.all(["a", "b", "c"].map((text) => fileOf(text)));
    const numbers = await Promise.all(
      files.map(({ file }) =>
        lisi.db.write((tx) => replaceDocument(tx, doing(world), id, file, { fileName: "a.pdf" })),
      ),
    );
    expect(numbers.toSorted()).toEqual([2, 3, 4]);
  });
});

describe("An upload", () => {
  it("of the same content twice is one file and two documents", async () => {
    const first = await storePdf(world, lisi, "Dy herë");
    const body = Readable.from([first.bytes]);
    const given = { title: { sq: "Kopja" }, language: "sq", fileName: "b.pdf" } as const;
    const second = await storeDocument(shelfOf(world, lisi), lisi.db, doing(world), body, given);
    expect(second.id).not.toBe(first.id);
    const rows = await lisi.db.read((tx) =>
      tx.selectFrom("files").select("sha256").where("sha256", "=", first.file.sha256).execute(),
    );
    expect(rows).toHaveLength(1);
  });

  it("that is not what its name says leaves nothing behind", async () => {
    const before = await lisi.db.read((tx) => tx.selectFrom("documents").select("id").execute());
    const body = Readable.from([Buffer.from("<html><script>x()</script></html>")]);
    const given = { title: { sq: "Gënjeshtër" }, language: "sq", fileName: "vendimi.pdf" } as const;
    expect(await refusal(storeDocument(shelfOf(world, lisi), lisi.db, doing(world), body, given))).toMatch(/^files\./);
    expect(await lisi.db.read((tx) => tx.selectFrom("documents").select("id").execute())).toHaveLength(before.length);
  });
});

describe("Over the network", () => {
  let server: Server;
  let port: number;
  let large: { id: string; size: number };
  beforeAll(async () => {
    server = createServer(getRequestListener(world.app.fetch, { overrideGlobalObjects: false }));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    port = (server.address() as AddressInfo).port;
    const size = 24 * 1024 * 1024;
    const line = Buffer.from(`${"x".repeat(63)}\n`.repeat(1024));
    const body = Readable.from(
      (function* () {
        for (let sent = 0; sent < size; sent += line.length) yield line;
      })(),
    );
    const shelf = { ...shelfOf(world, lisi), maximumBytes: size };
    const given = { title: { sq: "I madh" }, language: "sq", fileName: "i-madh.txt" } as const;
    const { id } = await storeDocument(shelf, lisi.db, doing(world), body, given);
    await publish(world, lisi, news({ title: { sq: "I madh" }, documents: [id] }));
    large = { id, size };
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  it("a large file is streamed, and a reader who leaves ends the storage's read", async () => {
    const { storage } = world.services;
    const original = storage.get.bind(storage);
    let read = 0;
    let ended = "";
    storage.get = async (key, options) => {
      const found = (await original(key, options))!;
      const reader = found.body.getReader();
      const body = new ReadableStream<Uint8Array>(
        {
          async pull(controller) {
            const { done, value } = await reader.read();
            if (done) controller.close();
            else {
              read += value.byteLength;
              controller.enqueue(value);
            }
          },
          async cancel(reason) {
            ended = "cancelled";
            await reader.cancel(reason);
          },
        },
        { highWaterMark: 0 },
      );
      return { ...found, body };
    };
    try {
      await new Promise<void>((resolve, reject) => {
        const path = `/dokumente/${large.id}/i-madh.txt`;
        const request = get({ host: "127.0.0.1", port, path, headers: { host: lisi.host } }, (response) => {
          response.once("data", () => {
            response.destroy();
            resolve();
          });
        });
        request.on("error", reject);
      });
      await expect.poll(() => ended).toBe("cancelled");
      expect(read).toBeLessThan(large.size);
    } finally {
      storage.get = original;
    }
  });

  it("a reader who leaves before the first byte costs nothing either", async () => {
    const { storage } = world.services;
    const original = storage.get.bind(storage);
    let asked = 0;
    const outcomes: string[] = [];
    storage.get = async (key, options) => {
      asked += 1;
      await new Promise((resolve) => options?.signal?.addEventListener("abort", resolve, { once: true }));
      return original(key, options).then(
        (found) => {
          outcomes.push("opened");
          return found;
        },
        (error) => {
          outcomes.push("refused");
          throw error;
        },
      );
    };
    try {
      const path = `/dokumente/${large.id}/i-madh.txt`;
      const request = get({ host: "127.0.0.1", port, path, headers: { host: lisi.host } });
      request.on("error", () => {});
      await expect.poll(() => asked).toBe(1);
      request.destroy();
      await expect.poll(() => outcomes).toEqual(["refused"]);
    } finally {
      storage.get = original;
    }
  });
});
