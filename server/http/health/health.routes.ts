import { Hono } from "hono";
import { AppError } from "../errors.ts";
import type { Metrics } from "../metrics/metrics.ts";
import { isForwarded, isFromHere } from "../near.ts";
import type { RequestScope } from "../scope.ts";
import type { Services } from "../services.ts";

const patience = 2_000;

const within = <T>(work: Promise<T>): Promise<T> =>
  Promise.race([
    work,
    new Promise<never>((_, reject) => setTimeout(() => reject(new Error("Too slow.")), patience).unref()),
  ]);

/** For whatever watches the process; the same on every host, also on unknown ones. */
export function health({ pool, storage, config }: Services, metrics: Metrics) {
  const parts: Record<string, () => Promise<unknown>> = {
    database: () => pool.query("select 1"),
    storage: () => storage.check(),
  };
  return (
    new Hono<RequestScope>()
      .get("/healthz", (c) => c.json({ status: "ok" }, 200, { "cache-control": "no-store" }))
      .get("/readyz", async (c) => {
        const checks = await Promise.all(
          Object.entries(parts).map(async ([name, check]) => [
            name,
            await within(check()).then(
              () => "ok",
              () => "failed",
            ),
          ]),
        );
        const ready = checks.every(([, state]) => state === "ok");
        return c.json({ status: ready ? "ok" : "failed", ...Object.fromEntries(checks) }, ready ? 200 : 503, {
          "cache-control": "no-store",
        });
      })
      // The numbers are for the operator: what comes through the proxy, or from elsewhere without one, is the public.
      .get("/metrics", async (c) => {
        if (isForwarded(c) || (config.trustProxy === 0 && !isFromHere(c))) throw new AppError("http.not_found", 404);
        return c.body(await metrics.text(), 200, { "content-type": metrics.contentType, "cache-control": "no-store" });
      })
  );
}
