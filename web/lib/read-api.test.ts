import { Hono } from "hono";
import { hc } from "hono/client";
import { expect, test } from "vitest";
import { readApi } from "./read-api.ts";

const routes = new Hono()
  .get("/", (c) => c.text(c.req.url))
  .get("/board-members", (c) => c.text(c.req.url))
  .get("/:kind{board|village}/:slug", (c) => c.text(c.req.url));
const base = "http://internal/bodies";
const served = new Hono().route("/bodies", routes);

const reader = readApi<typeof routes>(base, async (address) => served.request(address));
const whole = hc<typeof routes>(base, { fetch: async (address: unknown) => served.request(String(address)) });

test.each([
  ["the base itself", () => [reader.index.$get(), whole.index.$get()]],
  ["a name", () => [reader["board-members"].$get(), whole["board-members"].$get()]],
  [
    "parameters, one of them from a list",
    () =>
      [reader, whole].map((api) =>
        api[":kind{board|village}"][":slug"].$get({ param: { kind: "board", slug: "bordi-i-ujit" } }),
      ),
  ],
  [
    "a query; what is not known is left out",
    () =>
      [reader, whole].map((api) =>
        api.index.$get({ query: { q: "ujë & dritë", page: undefined, kind: ["board", "village"] } } as never),
      ),
  ],
])("reads from the address that Hono's own client would ask: %s", async (_, ask) => {
  const [read, asked] = await Promise.all(ask().map(async (answer) => (await answer).text()));
  expect(read).toBe(asked);
});
