import { once } from "node:events";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { LoadGenerator } from "./load.ts";
import { bounded, type LoadPlan } from "./load-plan.ts";

const generator = new LoadGenerator();
let server: Server;
afterEach(() => {
  generator.stop();
  server?.close();
});

async function load(listener: RequestListener, plan: Omit<LoadPlan, "port">) {
  server = createServer(listener).listen(0, "127.0.0.1");
  await once(server, "listening");
  return generator.run({ ...plan, port: (server.address() as AddressInfo).port });
}

describe("the load generator", () => {
  it("asks as often as it was told, over connections that stay open, and counts the answers", async () => {
    const asked: string[] = [];
    const ports = new Set<number | undefined>();
    const result = await load(
      (request, response) => {
        asked.push(`${request.method} ${request.headers.host}${request.url}`);
        ports.add(request.socket.remotePort);
        const found = request.url !== "/nuk-ka/2";
        response.writeHead(found ? 200 : 404, { "Content-Length": 100_000 });
        response.end(request.method === "HEAD" ? undefined : "x".repeat(100_000));
      },
      {
        connections: 2,
        requests: 9,
        targets: [
          { path: "/", headers: { Host: "korce-{n}.localhost" } },
          { path: "/nuk-ka/{n}" },
          { method: "HEAD", path: "/" },
        ],
      },
    );
    expect(asked.sort()).toEqual([
      "GET korce-1.localhost/",
      "GET korce-4.localhost/",
      "GET korce-7.localhost/",
      "GET localhost/nuk-ka/2",
      "GET localhost/nuk-ka/5",
      "GET localhost/nuk-ka/8",
      "HEAD localhost/",
      "HEAD localhost/",
      "HEAD localhost/",
    ]);
    expect(ports.size).toBe(2);
    expect(result).toMatchObject({ requests: 9, statuses: { 200: 8, 404: 1 }, bodyBytes: 600_000, errors: {} });
    expect(result.milliseconds.max).toBeGreaterThanOrEqual(result.milliseconds.p50);
  });

  it("counts what it cannot read as an error instead of guessing", async () => {
    const result = await load((_request, response) => response.write("without a length"), {
      connections: 3,
      requests: 3,
      targets: [{ path: "/" }],
    });
    expect(result).toMatchObject({ requests: 0, errors: { "answer without Content-Length": 3 } });
  });

  it("refuses a load without an end, or one larger than a shared machine should bear", () => {
    const plan = { port: 1, connections: 1, targets: [{ path: "/" }] };
    expect(() => bounded(plan)).toThrow(RangeError);
    expect(() => bounded({ ...plan, seconds: 3_600 })).toThrow(RangeError);
    expect(() => bounded({ ...plan, requests: 1e9 })).toThrow(RangeError);
    expect(() => bounded({ ...plan, connections: 1e6, seconds: 1 })).toThrow(RangeError);
    expect(bounded({ ...plan, seconds: 1 }).requests).toBeGreaterThan(0);
  });
});
