import { createHash, randomBytes } from "node:crypto";
import { buffer } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Storage } from "../../server/storage/storage.ts";

export interface StorageUnderTest {
  storage: Storage;
  /** Everything that lies in the storage for real: objects, and what is left of uploads that failed. */
  leftovers(): Promise<string[]>;
  close(): Promise<void>;
}

export async function* piecesOf(whole: Uint8Array, pieceSize = 64 * 1024): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < whole.byteLength; at += pieceSize) yield whole.subarray(at, at + pieceSize);
}

const pdf = { mediaType: "application/pdf" };
const megabyte = 1024 * 1024;

/** What every driver of the storage port must do. The storage handed over is empty and of this suite alone. */
export function storageSuite(name: string, open: () => Promise<StorageUnderTest>): void {
  describe(name, () => {
    let subject: StorageUnderTest;
    let storage: Storage;

    beforeAll(async () => {
      subject = await open();
      storage = subject.storage;
    });
    afterAll(() => subject?.close());

    const put = (key: string, whole: Uint8Array) =>
      storage.put(key, piecesOf(whole), { ...pdf, size: whole.byteLength });
    const read = async (key: string, range?: { start: number; end: number }) => {
      const found = await storage.get(key, { range });
      return found && buffer(found.body);
    };
    const listed = (prefix: string) => Array.fromAsync(storage.list(prefix));
    const code = (expected: string) => expect.objectContaining({ code: expected });

    it("gives back what was put, and its size", async () => {
      const whole = randomBytes(200_001);
      await put("a/whole", whole);
      const found = await storage.get("a/whole");
      expect(found?.size).toBe(200_001);
      expect((await buffer(found!.body)).equals(whole)).toBe(true);
      expect(await storage.head("a/whole")).toMatchObject({ size: 200_001 });
    });

    it("keeps a file that is sent in many parts byte for byte", async () => {
      const whole = randomBytes(21 * megabyte + 7);
      await put("a/large", whole);
      const hash = createHash("sha256");
      const found = await storage.get("a/large");
      for await (const chunk of found!.body) hash.update(chunk);
      expect(hash.digest("hex")).toBe(createHash("sha256").update(whole).digest("hex"));
      expect(found?.size).toBe(whole.byteLength);
    });

    it("says when an object was put there last, also where the same is put again", async () => {
      await put("a/dated", Buffer.from("once"));
      const first = (await storage.head("a/dated"))!.storedAt!;
      await new Promise((resolve) => setTimeout(resolve, 1_100));
      await put("a/dated", Buffer.from("once"));
      expect((await storage.head("a/dated"))!.storedAt!.getTime()).toBeGreaterThan(first.getTime());
    });

    it("keeps an empty object", async () => {
      await put("a/empty", new Uint8Array());
      expect(await storage.head("a/empty")).toMatchObject({ size: 0 });
      expect(await read("a/empty")).toEqual(Buffer.alloc(0));
    });

    it("knows nothing of what was never put, and deletes it without complaint", async () => {
      expect(await storage.get("a/never")).toBeNull();
      expect(await storage.head("a/never")).toBeNull();
      await expect(storage.delete("a/never")).resolves.toBeUndefined();
    });

    it("reads a part, and says the whole object's size beside it", async () => {
      await put("a/part", Buffer.from("0123456789"));
      const found = await storage.get("a/part", { range: { start: 2, end: 4 } });
      expect(found?.size).toBe(10);
      expect(String(await buffer(found!.body))).toBe("234");
      expect(String(await read("a/part", { start: 9, end: 9 }))).toBe("9");
      expect(String(await read("a/part", { start: 7, end: 5_000 }))).toBe("789");
    });

    it("refuses a part that begins behind the end or ends before it begins", async () => {
      await put("a/part", Buffer.from("0123456789"));
      await expect(read("a/part", { start: 10, end: 12 })).rejects.toThrow(RangeError);
      await expect(read("a/part", { start: 4, end: 3 })).rejects.toThrow(RangeError);
      await expect(read("a/part", { start: -1, end: 3 })).rejects.toThrow(RangeError);
    });

    it("replaces an object whole: a reader who has begun still gets the old one, or an error, never a mixture", async () => {
      const old = Buffer.alloc(3 * megabyte, "a");
      const fresh = Buffer.alloc(3 * megabyte, "b");
      await put("a/replaced", old);
      const found = await storage.get("a/replaced");
      const reader = found!.body.getReader();
      const first = await reader.read();
      await put("a/replaced", fresh);
      const chunks = [first.value!];
      try {
        for (let next = await reader.read(); !next.done; next = await reader.read()) chunks.push(next.value);
        expect(Buffer.concat(chunks).equals(old)).toBe(true);
      } catch (error) {
        expect(error).toEqual(code("files.storage_unavailable"));
      }
      expect((await read("a/replaced"))?.equals(fresh)).toBe(true);
    });

    it("takes the same object from many at once", async () => {
      const whole = randomBytes(500_000);
      await Promise.all(Array.from({ length: 8 }, () => put("a/same", whole)));
      expect((await read("a/same"))?.equals(whole)).toBe(true);
    });

    it("deletes", async () => {
      await put("a/gone", Buffer.from("x"));
      await storage.delete("a/gone");
      expect(await storage.get("a/gone")).toBeNull();
      expect(await listed("a/gone")).toEqual([]);
    });

    it("lists the keys that begin with a prefix, in order, and no others", async () => {
      for (const key of ["list/b/2", "list/a/1", "list/a-b", "list/a.b/3", "list/b/10", "listing"]) {
        await put(key, Buffer.from("x"));
      }
      expect(await listed("list/")).toEqual(["list/a-b", "list/a.b/3", "list/a/1", "list/b/10", "list/b/2"]);
      expect(await listed("list/b/1")).toEqual(["list/b/10"]);
      expect(await listed("list/a")).toEqual(["list/a-b", "list/a.b/3", "list/a/1"]);
      expect(await listed("nothing/")).toEqual([]);
    });

    it.each([
      "",
      "/etc/passwd",
      "../x",
      "a/../../x",
      "a//b",
      "a/./b",
      "a/.hidden",
      "a/\0b",
      "a\\b",
      "A/b",
      "a/ë",
      "a/",
    ])("refuses the key %j in every call", async (key) => {
      await expect(put(key, Buffer.from("x"))).rejects.toThrow(TypeError);
      await expect(storage.get(key)).rejects.toThrow(TypeError);
      await expect(storage.head(key)).rejects.toThrow(TypeError);
      await expect(storage.delete(key)).rejects.toThrow(TypeError);
    });

    it.each(["../", "/", "a/../", ".incoming", "a//"])("lists nothing outside its keys: %j", async (prefix) => {
      await expect(listed(prefix)).rejects.toThrow(TypeError);
    });

    for (const [weight, size] of [
      ["small", 100_000],
      ["large", 20 * megabyte],
    ] as const) {
      const whole = Buffer.alloc(size, "x");
      const cutHalfway = async function* () {
        yield whole.subarray(0, size / 2);
        throw new Error("cut");
      };

      it(`leaves nothing of a ${weight} body that is cut half way`, async () => {
        const before = await subject.leftovers();
        await expect(storage.put("cut/half", cutHalfway(), { ...pdf, size })).rejects.toThrow("cut");
        expect(await storage.head("cut/half")).toBeNull();
        expect(await subject.leftovers()).toEqual(before);
      });

      it(`leaves the old object when its ${weight} replacement is cut half way`, async () => {
        await put("cut/old", Buffer.from("old"));
        const before = await subject.leftovers();
        await expect(storage.put("cut/old", cutHalfway(), { ...pdf, size })).rejects.toThrow("cut");
        expect(String(await read("cut/old"))).toBe("old");
        expect(await subject.leftovers()).toEqual(before);
      });

      it.each([
        ["shorter", size + 1],
        ["longer", size - 1],
      ])(`refuses a ${weight} body that is %s than announced`, async (_, announced) => {
        const before = await subject.leftovers();
        const putting = storage.put("cut/size", piecesOf(whole), { ...pdf, size: announced });
        await expect(putting).rejects.toEqual(code("files.truncated"));
        expect(await storage.head("cut/size")).toBeNull();
        expect(await subject.leftovers()).toEqual(before);
      });

      it(`ends a ${weight} upload when its signal fires, even while the body is silent`, async () => {
        const before = await subject.leftovers();
        const leaving = new AbortController();
        const silent = async function* () {
          yield whole.subarray(0, size / 2);
          leaving.abort(new Error("left"));
          await new Promise(() => {});
        };
        const putting = storage.put("cut/left", silent(), { ...pdf, size, signal: leaving.signal });
        await expect(putting).rejects.toThrow("left");
        expect(await storage.head("cut/left")).toBeNull();
        expect(await subject.leftovers()).toEqual(before);
      });
    }

    it("refuses a signal that has fired already", async () => {
      const signal = AbortSignal.abort(new Error("left"));
      const putting = storage.put("cut/early", piecesOf(Buffer.from("x")), { ...pdf, size: 1, signal });
      await expect(putting).rejects.toThrow("left");
      expect(await storage.head("cut/early")).toBeNull();
      await put("cut/there", Buffer.from("x"));
      await expect(storage.get("cut/there", { signal })).rejects.toThrow("left");
    });

    it("ends a download when its signal fires", async () => {
      await put("a/leaving", Buffer.alloc(8 * megabyte));
      const leaving = new AbortController();
      const found = await storage.get("a/leaving", { signal: leaving.signal });
      const reader = found!.body.getReader();
      await reader.read();
      leaving.abort(new Error("left"));
      const rest = async () => {
        while (!(await reader.read()).done);
      };
      await expect(rest()).rejects.toThrow("left");
    });

    it("serves on after readers who leave at once", async () => {
      const whole = Buffer.alloc(2 * megabyte, "y");
      await put("a/popular", whole);
      for (let reader = 0; reader < 40; reader += 1) {
        const found = await storage.get("a/popular");
        await found!.body.cancel();
      }
      expect((await read("a/popular"))?.equals(whole)).toBe(true);
    });

    it("says that it is well, and leaves no trace of having looked", async () => {
      const before = await subject.leftovers();
      await expect(storage.check()).resolves.toBeUndefined();
      expect(await subject.leftovers()).toEqual(before);
    });
  });
}
