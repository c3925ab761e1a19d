import { randomUUID } from "node:crypto";
import {
  CreateBucketCommand,
  DeleteBucketCommand,
  DeleteObjectCommand,
  ListMultipartUploadsCommand,
  ListObjectsV2Command,
  S3Client,
} from "@aws-sdk/client-s3";
import type { S3Config } from "../../server/config.ts";

/** The S3 server that `infra/ci/s3-server.sh` started, or `null`. */
export function givenS3Server(environment = process.env): Omit<S3Config, "bucket"> | null {
  const { TEST_S3_ENDPOINT, TEST_S3_REGION, TEST_S3_ACCESS_KEY_ID, TEST_S3_SECRET_ACCESS_KEY } = environment;
  if (!TEST_S3_ENDPOINT) return null;
  return {
    endpoint: TEST_S3_ENDPOINT,
    region: TEST_S3_REGION ?? "us-east-1",
    accessKeyId: TEST_S3_ACCESS_KEY_ID ?? "",
    secretAccessKey: TEST_S3_SECRET_ACCESS_KEY ?? "",
  };
}

/** A new bucket that is removed with everything in it. */
export async function newBucket(server: Omit<S3Config, "bucket">) {
  const Bucket = `test-${randomUUID()}`;
  const { endpoint, region, ...credentials } = server;
  const client = new S3Client({ endpoint, region, credentials, forcePathStyle: true });
  await client.send(new CreateBucketCommand({ Bucket }));

  const objects = async () => {
    const { Contents = [] } = await client.send(new ListObjectsV2Command({ Bucket }));
    return Contents.map((object) => object.Key!);
  };
  const unfinished = async () => {
    const { Uploads = [] } = await client.send(new ListMultipartUploadsCommand({ Bucket }));
    return Uploads.map((upload) => `unfinished upload of ${upload.Key}`);
  };
  return {
    config: { ...server, bucket: Bucket },
    leftovers: async () => [...(await objects()), ...(await unfinished())],
    async close() {
      for (const Key of await objects()) await client.send(new DeleteObjectCommand({ Bucket, Key }));
      await client.send(new DeleteBucketCommand({ Bucket }));
      client.destroy();
    },
  };
}
