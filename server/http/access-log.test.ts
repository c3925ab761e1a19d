import { describe, expect, it } from "vitest";
import { type Answered, createAccessLog } from "./access-log.ts";

const answered: Answered = {
  requestId: "abc-1",
  method: "GET",
  host: "korce.localhost:3000",
  target: "/aktet?q=emri+im",
  status: 200,
  bytes: 8_123,
  milliseconds: 0.123456,
  site: "korce",
  cache: "hit",
};

async function linesOf(write: (log: ReturnType<typeof createAccessLog>) => void, level?: number) {
  let written = "";
  write(
    createAccessLog(
      {
        write: (lines) => {
          written += lines;
        },
      },
      level,
      () => 1_772_708_400_000,
    ),
  );
  await new Promise(setImmediate);
  return written.split("\n").slice(0, -1);
}

describe("the access log", () => {
  it("keeps none of the links that let people in", async () => {
    const token = "5-TAaQu6NEbQkQDFe6z_wysbphmczSFTG6_ZJ3w0GmQ";
    const targets = [
      ...[`/admin/ftesa/${token}`, `/en/admin/password/${token}?done=1`, `/admin/ftesa/${token}/`],
      ...[`/konsola/ftesa/${token}`, `/en/console/password/${token}`],
    ];
    const lines = await linesOf((log) => {
      for (const target of targets) log({ ...answered, target });
    });
    expect(lines.map((line) => JSON.parse(line).path)).toEqual([
      "/admin/ftesa/…",
      "/en/admin/password/…",
      "/admin/ftesa/…/",
      "/konsola/ftesa/…",
      "/en/console/password/…",
    ]);
  });

  it("is one line of JSON a request, without what was searched for", async () => {
    const lines = await linesOf((log) => log(answered));
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      {
        level: 30,
        time: 1_772_708_400_000,
        requestId: "abc-1",
        method: "GET",
        host: "korce.localhost:3000",
        path: "/aktet",
        status: 200,
        bytes: 8_123,
        duration: 0.12,
        site: "korce",
        cache: "hit",
        msg: "request",
      },
    ]);
  });

  it("keeps its lines and its order whatever a client sends", async () => {
    const hostile = [`/"},{"level":60`, "/a\nb", "/\u2028\u0000\\", "/\ud800", "/ë ç", `/${"x".repeat(20_000)}`];
    const lines = await linesOf((log) => {
      for (const target of hostile) log({ ...answered, target, host: target });
    });
    const paths = lines.map((line) => JSON.parse(line).path as string);
    expect(paths.slice(0, -1)).toEqual(hostile.slice(0, -1));
    expect(paths.at(-1)).toHaveLength(1_024);
    expect(JSON.parse(lines.at(-1)!).host).toHaveLength(259);
  });

  it("calls a failure of ours an error, and is as quiet as the level asks", async () => {
    const write = (log: ReturnType<typeof createAccessLog>) => {
      log(answered);
      log({ ...answered, status: 404, site: null, cache: null });
      log({ ...answered, status: 503, aborted: true });
    };
    expect((await linesOf(write)).map((line) => JSON.parse(line).level)).toEqual([30, 30, 50]);
    const loud = await linesOf(write, 50);
    expect(loud.map((line) => JSON.parse(line))).toMatchObject([{ status: 503, aborted: true }]);
    expect(await linesOf(write, Number.POSITIVE_INFINITY)).toEqual([]);
  });
});
