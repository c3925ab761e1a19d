import { once } from "node:events";
import { get, type IncomingMessage } from "node:http";
import { text } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import { systemClock } from "../../server/clock.ts";
import { createPublication, publishPublication } from "../../server/features/publications/publications.service.ts";
import { dayIn } from "../../server/local-time.ts";
import { seedSlug } from "../../server/seed/seed-councils.ts";
import type { Inside } from "./portal.ts";
import type { Load } from "./scenario.ts";

const patience = 10_000;

/** The list of news as its council's citizens get it: a name that this machine need not know goes to the port. */
async function pageOf(host: string, port: number): Promise<string> {
  const request = get({ host: "127.0.0.1", port, path: "/lajme", headers: { host } });
  const [answer] = (await once(request, "response")) as [IncomingMessage];
  return text(answer);
}

/** Ten councils publish, one after the other, one thing each second; and somebody looks when it is there. */
export async function publishRush(
  inside: Inside,
  { councils, isSmoke, port }: { councils: number; isSmoke: boolean; port: number },
) {
  const busy = Math.min(10, councils);
  const seconds = isSmoke ? 10 : 120;
  const opened = await Promise.all(
    Array.from({ length: busy }, async (_, at) => ({
      slug: seedSlug(at + 1),
      ...(await inside.council(seedSlug(at + 1))),
    })),
  );
  const publish = async ({ db }: (typeof opened)[number], title: string) =>
    db.write(async (tx) => {
      const by = { actor: { kind: "system" as const, name: "loadtests" }, now: systemClock.now() };
      const { id } = await createPublication(tx, by, {
        element: "V.1.1",
        title: { sq: title },
        date: dayIn(by.now),
        fields: { topic: "budget" },
      });
      await publishPublication(tx, by, id);
    });
  /** Milliseconds from the commit to the page that shows it; infinite where it never did. */
  async function shownAfter(slug: string, title: string): Promise<number> {
    const committed = performance.now();
    while (performance.now() - committed < patience) {
      if ((await pageOf(`${slug}.localhost:${port}`, port)).includes(title)) return performance.now() - committed;
      await sleep(20);
    }
    return Number.POSITIVE_INFINITY;
  }
  return {
    environment: { BUSY: String(busy), SECONDS: String(seconds), SCALE: isSmoke ? "0.1" : "1" },
    async meanwhile() {
      const began = performance.now();
      const shown: number[] = [];
      const looks: Promise<unknown>[] = [];
      for (let number = 0; performance.now() - began < (seconds - 2) * 1_000; number++) {
        const council = opened[number % busy]!;
        const title = `Lajm i mëngjesit ${number + 1}, ${council.slug}`;
        await publish(council, title);
        looks.push(shownAfter(council.slug, title).then((milliseconds) => shown.push(milliseconds)));
        await sleep(Math.max(0, (number + 1) * 1_000 - (performance.now() - began)));
      }
      await Promise.all(looks);
      const sorted = shown.toSorted((one, other) => one - other);
      const worst = sorted.at(-1)!;
      process.stdout.write(
        `published ${shown.length} times; seen by the public after ${Math.round(sorted[sorted.length >> 1]!)} ms (median), ${Math.round(worst)} ms (longest)\n`,
      );
      return worst <= 1_000 ? {} : { missed: `A change was seen only after ${Math.round(worst)} ms.` };
    },
  } satisfies Load;
}
