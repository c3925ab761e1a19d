import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { ConfigError } from "../config.ts";
import { checkStorageAtStart } from "./check-at-start.ts";
import { filesystemStorage } from "./filesystem.ts";
import { s3Storage } from "./s3.ts";

const s3At = (port: number) => ({
  endpoint: `http://127.0.0.1:${port}`,
  region: "us-east-1",
  bucket: "keshilli",
  accessKeyId: "a",
  secretAccessKey: "b",
});
const refusalOf = async (storage: Parameters<typeof checkStorageAtStart>[0], s3: ReturnType<typeof s3At> | null) => {
  const refusal = await checkStorageAtStart(storage, { s3 }).then(
    () => null,
    (error: unknown) => error,
  );
  expect(refusal).toBeInstanceOf(ConfigError);
  return (refusal as Error).message;
};

/** An S3 service that answers everything with one status. */
async function refusingService(status: number) {
  const server = createServer((_request, response) => {
    response.writeHead(status, { connection: "close" }).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  return (server.address() as AddressInfo).port;
}

it.each([
  ["no such bucket", 404, "S3_BUCKET"],
  ["wrong keys", 403, "S3_ACCESS_KEY_ID or S3_SECRET_ACCESS_KEY"],
  ["that it is no S3", 405, "S3_ENDPOINT"],
])("an S3 service that says %s stops the start in one sentence", async (_said, status, variable) => {
  const s3 = s3At(await refusingService(status));
  const sentence = `${variable} is wrong: no file can be written there (${status}).`;
  expect(await refusalOf(s3Storage(s3), s3)).toBe(sentence);
});

it("an S3 service that is not there does so too", async () => {
  const s3 = s3At(1);
  expect(await refusalOf(s3Storage(s3), s3)).toMatch(/^S3_ENDPOINT is wrong: .*\(ECONNREFUSED\)\.$/);
});

it("and a folder in which nothing can be made", async () => {
  const directory = await mkdtemp(join(tmpdir(), "e-keshilli-start-"));
  onTestFinished(() => rm(directory, { recursive: true }));
  await expect(checkStorageAtStart(filesystemStorage(join(directory, "files")), { s3: null })).resolves.toBeUndefined();
  await writeFile(join(directory, "file"), "");
  expect(await refusalOf(filesystemStorage(join(directory, "file")), null)).toMatch(/^DATA_DIR is wrong: /);
});
