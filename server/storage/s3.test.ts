import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { afterEach, describe, expect, it } from "vitest";
import { lossyLine } from "../../tests/drivers/lossy-line.ts";
import { givenS3Server, newBucket } from "../../tests/drivers/s3-bucket.ts";
import { piecesOf, storageSuite } from "../../tests/drivers/storage-suite.ts";
import { s3Storage } from "./storage.ts";

const megabyte = 1024 * 1024;
const plain = { mediaType: "text/plain" };
const full = expect.objectContaining({ code: "files.storage_full", status: 507 });
const unavailable = expect.objectContaining({ code: "files.storage_unavailable", status: 503 });
const server = givenS3Server();

const undo: (() => unknown)[] = [];
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step();
});

if (server) {
  storageSuite("files in S3", async () => {
    const bucket = await newBucket(server);
    return { storage: s3Storage(bucket.config), leftovers: bucket.leftovers, close: bucket.close };
  });
} else {
  process.stderr.write("SKIPPED: the S3 driver against a real server; run it with infra/ci/s3-server.sh\n");
}

describe.skipIf(!server)("files in a real S3, beside what all drivers do", () => {
  async function onLine() {
    const bucket = await newBucket(server!);
    undo.push(() => bucket.close());
    const line = await lossyLine(server!.endpoint);
    undo.push(() => line.close());
    return { bucket, line, storage: s3Storage({ ...bucket.config, endpoint: line.endpoint }) };
  }
  const put = (storage: ReturnType<typeof s3Storage>, key: string, whole: Uint8Array) =>
    storage.put(key, piecesOf(whole), { ...plain, size: whole.byteLength });

  it("errors when the connection breaks in the middle of a download; it does not end early", async () => {
    const { line, storage } = await onLine();
    await put(storage, "film", Buffer.alloc(6 * megabyte));
    line.cutAfter(2 * megabyte);
    const found = await storage.get("film");
    expect(found?.size).toBe(6 * megabyte);
    await expect(buffer(found!.body)).rejects.toEqual(unavailable);
  });

  it("reads no further when the reader leaves", async () => {
    const { line, storage } = await onLine();
    await put(storage, "film", Buffer.alloc(40 * megabyte));
    const before = line.received();
    const found = await storage.get("film");
    const reader = found!.body.getReader();
    await reader.read();
    await reader.cancel();
    await expect.poll(line.open).toBe(0);
    expect(line.received() - before).toBeLessThan(20 * megabyte);
  });

  it("reads no faster than the reader", async () => {
    const { line, storage } = await onLine();
    await put(storage, "film", Buffer.alloc(60 * megabyte));
    const before = line.received();
    const found = await storage.get("film");
    const reader = found!.body.getReader();
    await reader.read();
    await expect
      .poll(async () => {
        const seen = line.received();
        await new Promise((resolve) => setTimeout(resolve, 100));
        return line.received() - seen;
      })
      .toBe(0);
    expect(line.received() - before).toBeLessThan(30 * megabyte);
    await reader.cancel();
  });

  it("sends a small file and each part of a large one again when the line breaks once", async () => {
    const { line, storage } = await onLine();
    line.breakNext(1);
    await put(storage, "small", Buffer.from("x"));
    expect(await storage.head("small")).toMatchObject({ size: 1 });
    expect(line.broken()).toBe(1);
    line.breakNext(1);
    await put(storage, "large", Buffer.alloc(17 * megabyte));
    expect(await storage.head("large")).toMatchObject({ size: 17 * megabyte });
    expect(line.broken()).toBe(2);
  });

  it("says so when the line stays broken, and leaves nothing of a large file", async () => {
    const { bucket, line, storage } = await onLine();
    const whole = Buffer.alloc(20 * megabyte);
    const breaking = async function* () {
      yield whole.subarray(0, 10 * megabyte);
      line.cutAfter(0);
      yield whole.subarray(10 * megabyte);
    };
    await expect(storage.put("large", breaking(), { ...plain, size: whole.byteLength })).rejects.toEqual(unavailable);
    await expect(storage.get("large")).rejects.toEqual(unavailable);
    await expect(storage.check()).rejects.toEqual(unavailable);
    line.cutAfter(null);
    expect(await storage.head("large")).toBeNull();
    await expect(storage.check()).resolves.toBeUndefined();
    expect((await bucket.leftovers()).filter((left) => !left.startsWith("unfinished"))).toEqual([]);
  });

  it("is not well without its bucket or with a wrong key", async () => {
    const { bucket } = await onLine();
    await expect(s3Storage({ ...bucket.config, bucket: "no-such-bucket" }).check()).rejects.toEqual(unavailable);
    await expect(s3Storage({ ...bucket.config, secretAccessKey: "wrong" }).check()).rejects.toEqual(unavailable);
    await expect(s3Storage({ ...bucket.config, bucket: "no-such-bucket" }).get("a")).rejects.toEqual(unavailable);
  });

  it("lists more than one page of keys", { timeout: 60_000 }, async () => {
    const { storage } = await onLine();
    const keys = Array.from({ length: 1_005 }, (_, at) => `many/${String(at).padStart(4, "0")}`);
    for (let at = 0; at < keys.length; at += 50) {
      await Promise.all(keys.slice(at, at + 50).map((key) => put(storage, key, Buffer.from("x"))));
    }
    const listed = await Array.fromAsync(storage.list("many/"));
    expect(listed).toEqual(keys);
    for (const key of listed) await storage.delete(key);
  });
});

describe("files in an S3 that misbehaves", () => {
  async function answering(answer: RequestListener) {
    const s3 = createServer(answer).listen(0, "127.0.0.1");
    undo.push(() => {
      s3.closeAllConnections();
      s3.close();
    });
    await once(s3, "listening");
    const endpoint = `http://127.0.0.1:${(s3.address() as AddressInfo).port}`;
    return s3Storage({ endpoint, region: "us-east-1", bucket: "files", accessKeyId: "id", secretAccessKey: "secret" });
  }
  const one = { ...plain, size: 1 };
  const x = () => piecesOf(Buffer.from("x"));

  it("says that it is full", async () => {
    const storage = await answering((request, response) => {
      request.resume().on("end", () => {
        response.writeHead(507, { "content-type": "application/xml" });
        response.end("<Error><Code>InsufficientStorage</Code><Message>full</Message></Error>");
      });
    });
    await expect(storage.put("a", x(), one)).rejects.toEqual(full);
  });

  it("says that it is full in the middle of a large file, and forgets the parts", async () => {
    const asked: string[] = [];
    const storage = await answering((request, response) => {
      asked.push(request.method!);
      request.resume().on("end", () => {
        if (request.method === "POST") {
          response.writeHead(200, { "content-type": "application/xml" });
          response.end("<InitiateMultipartUploadResult><UploadId>1</UploadId></InitiateMultipartUploadResult>");
        } else {
          response.writeHead(request.method === "PUT" ? 507 : 204);
          response.end();
        }
      });
    });
    const size = 40 * megabyte;
    await expect(storage.put("a", piecesOf(Buffer.alloc(size)), { ...plain, size })).rejects.toEqual(full);
    expect(asked.at(0)).toBe("POST");
    expect(asked.at(-1)).toBe("DELETE");
  });

  it("errors instead of ending early when less comes than announced", async () => {
    const storage = await answering((_, response) => {
      response.writeHead(200, { "content-length": "1000" });
      response.write("only this");
      setTimeout(() => response.destroy(), 20);
    });
    const found = await storage.get("a");
    await expect(buffer(found!.body)).rejects.toEqual(unavailable);
  });

  it("does not take the whole object for a part of it", async () => {
    const storage = await answering((_, response) => response.end("the whole object"));
    await expect(storage.get("a", { range: { start: 2, end: 3 } })).rejects.toEqual(unavailable);
  });

  it("asks again when told to come back later", async () => {
    let asked = 0;
    const storage = await answering((_, response) => {
      asked += 1;
      response.writeHead(asked < 3 ? 503 : 200, { "content-length": asked < 3 ? 0 : 4 });
      response.end(asked < 3 ? undefined : "text");
    });
    const found = await storage.get("a");
    expect(String(await buffer(found!.body))).toBe("text");
  });

  it("says so when nobody is there", async () => {
    const nowhere = createServer().listen(0, "127.0.0.1");
    await once(nowhere, "listening");
    const { port } = nowhere.address() as AddressInfo;
    nowhere.close();
    await once(nowhere, "close");
    const endpoint = `http://127.0.0.1:${port}`;
    const config = { endpoint, region: "us-east-1", bucket: "files", accessKeyId: "id", secretAccessKey: "secret" };
    const storage = s3Storage(config);
    await expect(storage.put("a", x(), one)).rejects.toEqual(unavailable);
    await expect(storage.head("a")).rejects.toEqual(unavailable);
    await expect(storage.delete("a")).rejects.toEqual(unavailable);
    await expect(Array.fromAsync(storage.list(""))).rejects.toEqual(unavailable);
    await expect(storage.check()).rejects.toEqual(unavailable);
  });
});
