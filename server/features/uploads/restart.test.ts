import { createHash, randomBytes } from "node:crypto";
import { once } from "node:events";
import { request } from "node:http";
import { buffer } from "node:stream/consumers";
import { afterAll, beforeAll, expect, it } from "vitest";
import { signedIn, type Visitor } from "../../../tests/support/accounts.ts";
import { type OtherProcess, otherProcess } from "../../../tests/support/other-process.ts";
import { createWorld, type TestWorld } from "../../../tests/support/world.ts";

let world: TestWorld;
let editor: Visitor;
let serving: OtherProcess;
beforeAll(async () => {
  world = await createWorld();
  editor = await signedIn(world, world.lisi, ["editor"]);
  serving = await otherProcess(world);
});
afterAll(async () => {
  await serving.kill();
  await world.end();
});

const start = (method: string, path: string, headers: Record<string, string>) =>
  request({
    ...{ port: serving.port, host: "127.0.0.1", method, path },
    headers: {
      ...{ host: world.lisi.host, cookie: editor.cookie!, "sec-fetch-site": "same-origin", "tus-resumable": "1.0.0" },
      ...headers,
    },
  });
async function ask(method: string, path: string, headers: Record<string, string> = {}, body?: Buffer | string) {
  const asked = start(method, path, { "content-length": String(body?.length ?? 0), ...headers });
  asked.end(body);
  const [answer] = await once(asked, "response");
  return { status: answer.statusCode as number, headers: answer.headers, body: await buffer(answer) };
}
const piece = { "content-type": "application/offset+octet-stream" };

it("A server that is killed in the middle of an upload keeps what had come; its successor takes the rest, and the file is whole", async () => {
  const lines = randomBytes(12 * 1024 * 1024)
    .toString("hex")
    .replaceAll(/.{64}/g, "$&;\n");
  const bytes = Buffer.from(`vlera\n${lines}`);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const named = Buffer.from("matjet.csv").toString("base64");
  const begun = await ask("POST", "/api/v1/admin/uploads", {
    "upload-length": String(bytes.length),
    "upload-metadata": `filename ${named},sha256 ${Buffer.from(sha256).toString("base64")}`,
  });
  expect(begun.status).toBe(201);
  const { pathname } = new URL(begun.headers.location!, `http://${world.lisi.host}`);

  const sending = start("PATCH", pathname, { ...piece, "upload-offset": "0", "content-length": String(bytes.length) });
  const broken = once(sending, "error");
  sending.write(bytes.subarray(0, 18 * 1024 * 1024));
  const received = async () =>
    (await world.lisi.db.read((tx) => tx.selectFrom("uploads").select("received").executeTakeFirstOrThrow())).received;
  await expect.poll(received, { timeout: 20_000 }).toBeGreaterThan(0);
  await serving.kill();
  await broken;
  const kept = Number(await received());
  expect(kept).toBeLessThanOrEqual(18 * 1024 * 1024);

  serving = await otherProcess(world);
  const standing = await ask("HEAD", pathname);
  expect([standing.status, standing.headers["upload-offset"]]).toEqual([200, String(kept)]);
  const rest = await ask("PATCH", pathname, { ...piece, "upload-offset": String(kept) }, bytes.subarray(kept));
  expect([rest.status, rest.headers["upload-offset"]]).toEqual([204, String(bytes.length)]);
  const finished = await ask("POST", `${pathname}/finish`, { "content-type": "application/json" }, '{"as":"document"}');
  expect(finished.status).toBeLessThan(300);
  const { documentId } = JSON.parse(finished.body.toString()) as { documentId: string };
  const [version] = await world.lisi.db.read((tx) =>
    tx
      .selectFrom("document_versions as v")
      .innerJoin("files as f", "f.sha256", "v.sha256")
      .where("v.document_id", "=", documentId)
      .select(["f.sha256", "f.size"])
      .execute(),
  );
  expect(version).toEqual({ sha256, size: bytes.length });
  const again = await ask("POST", `${pathname}/finish`, { "content-type": "application/json" }, '{"as":"document"}');
  expect(JSON.parse(again.body.toString())).toMatchObject({ documentId });
});
