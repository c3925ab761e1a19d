import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { cacheAt, home, htmlOf, rendered, site } from "./fixtures.ts";

const step = fc.oneof(
  fc.record({ kind: fc.constant("ask" as const), rendering: fc.integer({ min: 0, max: 1_600 }), fails: fc.boolean() }),
  fc.record({ kind: fc.constant("change" as const) }),
  fc.record({ kind: fc.constant("pass" as const), milliseconds: fc.integer({ min: 1, max: 1_500 }) }),
);

const later = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe("whatever happens in whatever order", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it("nobody gets a page that was overtaken more than a second before they asked, nor do two renders run at once", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 40 }), async (steps) => {
        const kept = async (bytes: Buffer) => bytes;
        const { cache, versions, pass } = cacheAt("2026-03-05T11:00:00Z", { compressors: { br: kept, gzip: kept } });
        let now = 0;
        const changes = [{ version: 0, at: 0 }];
        const asked: { at: number; answer: Promise<string | null> }[] = [];
        let running = 0;
        let most = 0;
        const go = async (milliseconds: number) => {
          for (let done = 0; done < milliseconds; done += 50) {
            const stride = Math.min(50, milliseconds - done);
            now += stride;
            pass(stride);
            await vi.advanceTimersByTimeAsync(stride);
          }
        };
        for (const next of steps) {
          if (next.kind === "pass") await go(next.milliseconds);
          else if (next.kind === "change") {
            const version = changes.at(-1)!.version + 1;
            changes.push({ version, at: now });
            versions.set(site, "acts", version);
          } else {
            const render = async () => {
              running += 1;
              most = Math.max(most, running);
              const { version } = changes.at(-1)!;
              await later(next.rendering);
              running -= 1;
              if (next.fails) throw new Error("failed");
              return rendered({ html: String(version), areas: { acts: version } });
            };
            asked.push({ at: now, answer: cache.page(home, render).then(htmlOf, () => null) });
            await vi.advanceTimersByTimeAsync(0);
          }
        }
        await go(10_000);
        for (const { at, answer } of asked) {
          const version = await answer;
          if (version === null) continue;
          const overtaken = changes.find((change) => change.version > Number(version));
          if (overtaken) expect(at - overtaken.at).toBeLessThan(1_000);
        }
        expect(most).toBeLessThanOrEqual(1);
        expect(cache.stats()).toMatchObject({ rendering: 0 });
      }),
      { numRuns: 150 },
    );
  });
});
