import { randomUUID } from "node:crypto";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import type { S3Config } from "../config.ts";
import { exactly, webBody, withinObject } from "./body.ts";
import { storageFull, storageUnavailable } from "./errors.ts";
import { checkKey, checkPrefix } from "./keys.ts";
import type { Storage } from "./storage.ts";

/**
 * Requests are made of buffers of at most this size: a buffer can be sent again when a request fails, a stream cannot.
 * An upload holds at most three of them.
 */
const partSize = 5 * 1024 * 1024;
const partsAtOnce = 2;

/** S3 knows at most 10,000 parts. */
const partSizeFor = (size: number) => Math.max(partSize, Math.ceil(size / 10_000));

/** Milliseconds: to connect, to be answered (a part may take that long on a slow line), between two chunks of a body. */
const patience = { connect: 3_000, answer: 60_000, chunk: 30_000 };

/** Every download keeps a connection while its reader takes their time; the SDK's own 50 would make the 51st wait. */
const connections = 1_000;

/** A write is tried at most this often, in milliseconds, by the readiness check. */
const writeCheckEvery = 60_000;

interface S3Failure {
  name?: string;
  $metadata?: { httpStatusCode?: number };
}

const fullNames = ["InsufficientStorage", "XMinioStorageFull", "QuotaExceeded"];

function storageError(error: unknown) {
  const { name = "", $metadata } = error as S3Failure;
  const full = $metadata?.httpStatusCode === 507 || fullNames.includes(name);
  return full ? storageFull(error) : storageUnavailable(error);
}

const isAbsent = (error: unknown) => ["NoSuchKey", "NotFound"].includes((error as S3Failure).name ?? "");

/** The SDK takes a tenth of a second to load: only where files really go to S3. */
async function connect(config: S3Config) {
  const sdk = await import("@aws-sdk/client-s3");
  const { Upload } = await import("@aws-sdk/lib-storage");
  const agent = { keepAlive: true, maxSockets: connections };
  const client = new sdk.S3Client({
    endpoint: config.endpoint,
    region: config.region,
    credentials: { accessKeyId: config.accessKeyId, secretAccessKey: config.secretAccessKey },
    forcePathStyle: true,
    maxAttempts: 3,
    requestHandler: {
      connectionTimeout: patience.connect,
      requestTimeout: patience.answer,
      throwOnRequestTimeout: true,
      httpAgent: agent,
      httpsAgent: agent,
    },
  });
  return { ...sdk, Upload, client };
}

/** Files in one bucket, addressed path style. The bucket is made by whoever runs the S3 service. */
export function s3Storage(config: S3Config): Storage {
  const { bucket: Bucket } = config;
  let connected: ReturnType<typeof connect> | undefined;
  let writtenAt = Number.NEGATIVE_INFINITY;

  const s3 = () => {
    connected ??= connect(config);
    return connected;
  };

  return {
    async put(key, body, { size, mediaType, signal }) {
      const target = { Bucket, Key: checkKey(key), ContentType: mediaType };
      const { client, PutObjectCommand, Upload } = await s3();
      let bodyFailure: { error: unknown } | undefined;
      async function* chunks() {
        try {
          yield* exactly(body, size, signal);
        } catch (error) {
          // A stream that S3's failure has ended throws that into here.
          if (!stream.destroyed) bodyFailure = { error };
          throw error;
        }
      }
      const stream = Readable.from(chunks(), { objectMode: true, highWaterMark: 1 });
      try {
        if (size <= partSize) {
          const whole = { ...target, ContentLength: size, Body: await buffer(stream) };
          await client.send(new PutObjectCommand(whole), { abortSignal: signal });
        } else {
          // Ended by its body alone when the signal fires: only so does it remove the parts before it answers.
          const params = { ...target, ContentLength: size, Body: stream };
          await new Upload({ client, params, partSize: partSizeFor(size), queueSize: partsAtOnce }).done();
        }
      } catch (error) {
        if (bodyFailure) throw bodyFailure.error;
        throw signal?.aborted ? signal.reason : storageError(error);
      } finally {
        stream.destroy();
      }
    },

    async get(key, { range, signal } = {}) {
      const Key = checkKey(key);
      const { client, GetObjectCommand } = await s3();
      if (range) withinObject(range, Number.POSITIVE_INFINITY);
      try {
        const Range = range && `bytes=${range.start}-${range.end}`;
        const found = await client.send(new GetObjectCommand({ Bucket, Key, Range }), { abortSignal: signal });
        const length = found.ContentLength ?? 0;
        if (range && !found.ContentRange) {
          (found.Body as Readable).destroy();
          throw new Error("The S3 service does not know ranges");
        }
        const size = found.ContentRange ? Number(found.ContentRange.split("/")[1]) : length;
        return { body: webBody(found.Body as Readable, length, { signal, patience: patience.chunk }), size };
      } catch (error) {
        if (isAbsent(error)) return null;
        if ((error as S3Failure).$metadata?.httpStatusCode === 416) {
          throw new RangeError("The range does not begin inside the object", { cause: error });
        }
        throw signal?.aborted ? signal.reason : storageError(error);
      }
    },

    async head(key) {
      const Key = checkKey(key);
      const { client, HeadObjectCommand } = await s3();
      try {
        const found = await client.send(new HeadObjectCommand({ Bucket, Key }));
        return { size: found.ContentLength ?? 0, storedAt: found.LastModified ?? null };
      } catch (error) {
        if (isAbsent(error)) return null;
        throw storageError(error);
      }
    },

    async delete(key) {
      const Key = checkKey(key);
      const { client, DeleteObjectCommand } = await s3();
      try {
        await client.send(new DeleteObjectCommand({ Bucket, Key }));
      } catch (error) {
        if (!isAbsent(error)) throw storageError(error);
      }
    },

    async *list(prefix) {
      const Prefix = checkPrefix(prefix);
      const { client, paginateListObjectsV2 } = await s3();
      const pages = paginateListObjectsV2({ client }, { Bucket, Prefix })[Symbol.asyncIterator]();
      while (true) {
        const page = await pages.next().catch((error) => {
          throw storageError(error);
        });
        if (page.done) return;
        for (const { Key } of page.value.Contents ?? []) if (Key) yield Key;
      }
    },

    async check() {
      const { client, HeadBucketCommand, PutObjectCommand, DeleteObjectCommand } = await s3();
      try {
        await client.send(new HeadBucketCommand({ Bucket }));
        if (performance.now() - writtenAt < writeCheckEvery) return;
        const Key = `checks/${randomUUID()}`;
        await client.send(new PutObjectCommand({ Bucket, Key, Body: "check" }));
        await client.send(new DeleteObjectCommand({ Bucket, Key }));
        writtenAt = performance.now();
      } catch (error) {
        throw storageError(error);
      }
    },
  };
}
