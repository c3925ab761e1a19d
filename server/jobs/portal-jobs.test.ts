import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { actInput, addCouncilBody } from "../../tests/support/acts.ts";
import { doing, news, publish } from "../../tests/support/content.ts";
import { publishDraft } from "../../tests/support/drafts.ts";
import { createWorld, type TestCouncil, type TestWorld } from "../../tests/support/world.ts";
import { upkeepOf } from "../compose.ts";
import { createAct, publishAct } from "../features/acts/acts.service.ts";
import { findLastRun } from "../features/upkeep/upkeep.queries.ts";
import { askForCheck } from "../features/upkeep/upkeep.service.ts";
import { listKept, readKept } from "../mail/local-outbox.ts";
import { queueMail } from "../mail/mails.service.ts";
import type { Jobs } from "./jobs.ts";
import { portalJobs } from "./portal-jobs.ts";

let world: TestWorld;
let jobs: Jobs;
const patience = { timeout: 15_000, interval: 100 };

beforeAll(async () => {
  world = await createWorld();
  const { config, pool, operators, clock, logger, search } = world.services;
  const databaseUrl = world.database.appUrl;
  jobs = portalJobs({ config, databaseUrl, pool, operators, clock, logger, upkeep: upkeepOf(world), search });
  await jobs.start();
});
afterAll(async () => {
  await jobs.stop();
  await world.end();
});

const send = (council: TestCouncil, subject: string, at = world.clock.now()) =>
  council.db.write((tx) => queueMail(tx, at, { to: "arta@shembull.al", subject, text: "Përshëndetje" }));
const recipientOf = async (council: TestCouncil, id: string) =>
  (await council.db.read((tx) => tx.selectFrom("mails").where("id", "=", id).select("recipient").executeTakeFirst()))
    ?.recipient;

it("Without a mail server, what councils send lies in a folder and is seen by whoever tries the portal", async () => {
  const { dataDir } = world.services.config;
  await send(world.lisi, "Nga Lisi");
  await send(world.krasta, "Nga Krasta");
  await expect
    .poll(async () => {
      const kept = await Promise.all((await listKept(dataDir)).map((name) => readKept(dataDir, name)));
      return kept.map((mail) => mail!.subject).sort();
    }, patience)
    .toEqual(["Nga Krasta", "Nga Lisi"]);
  expect(await jobs.deadLetters()).toBe(0);
});

it("Each night every council forgets whom it wrote to more than thirty days ago", async () => {
  const days = (count: number) => new Date(world.clock.now().getTime() - count * 86_400_000);
  const [old, theirs] = [await send(world.lisi, "E vjetër", days(31)), await send(world.krasta, "E vjetër", days(31))];
  const recent = await send(world.lisi, "E re", days(29));
  const owner = new pg.Client({ connectionString: world.database.superuserUrl });
  await owner.connect();
  const { rows } = await owner.query("select cron, timezone from pgboss.schedule where name = 'forget-sent'");
  expect(rows).toEqual([{ cron: "20 3 * * *", timezone: "Europe/Tirane" }]);
  await owner.query("insert into pgboss.job (name) values ('forget-sent')");
  await owner.end();
  await expect.poll(() => recipientOf(world.lisi, old), patience).toBeNull();
  await expect.poll(() => recipientOf(world.krasta, theirs), patience).toBeNull();
  expect(await recipientOf(world.lisi, recent)).toBe("arta@shembull.al");
});

it("Hour by hour what lets nobody in any more is forgotten, in each council and of the operators", async () => {
  const challenge = { challenge_hash: "c", purpose: "sign_in", holder_hash: "h" } as const;
  const expires_at = new Date(world.clock.now().getTime() - 1);
  const all = [world.lisi.db, world.krasta.db, world.services.operators];
  for (const db of all)
    await db.write((tx) =>
      tx
        .insertInto("account_challenges")
        .values({ ...challenge, expires_at })
        .execute(),
    );
  const owner = new pg.Client({ connectionString: world.database.superuserUrl });
  await owner.connect();
  for (const name of ["forget-entries", "forget-operator-entries"]) {
    const { rows } = await owner.query("select cron from pgboss.schedule where name = $1", [name]);
    expect(rows).toEqual([{ cron: "25 * * * *" }]);
    await owner.query("insert into pgboss.job (name) values ($1)", [name]);
  }
  await owner.end();
  for (const db of all)
    await expect
      .poll(() => db.read((tx) => tx.selectFrom("account_challenges").select("purpose").execute()), patience)
      .toEqual([]);
});

it("A council's site is looked through when its secretary asks, and only that council's", async () => {
  await world.lisi.db.write((tx) =>
    askForCheck(tx, { actor: { kind: "system", name: "test" }, now: world.clock.now() }),
  );
  const runOf = (council: TestCouncil) => council.db.read(findLastRun);
  await expect.poll(async () => (await runOf(world.lisi))?.finishedAt, patience).toEqual(world.clock.now());
  expect((await runOf(world.lisi))?.counts).toMatchObject({ files: 0, filesLeft: 0 });
  expect(await runOf(world.krasta)).toBeUndefined();
});

it("What is published is found soon, and only where it was published", async () => {
  const { search } = world.services;
  // Nothing else waits.
  const found = async ({ id }: TestCouncil) =>
    (await search.search(id, { text: "ndriçimi i shëtitores", site: "sq", now: world.clock.now(), limit: 5 })).total;
  const title = { sq: "Ndriçohet shëtitorja", en: "The promenade is lit" };
  await publish(world, world.lisi, news({ title, summary: { sq: "Ndriçimi i ri.", en: "New lights." } }));
  await expect.poll(() => found(world.lisi), patience).toBe(1);
  expect(await found(world.krasta)).toBe(0);
});

it("What an act brings about comes by itself when its time has come, in its own council alone", async () => {
  const before = world.clock.now();
  const inDays = (count: number) => new Date(before.getTime() + count * 86_400_000);
  const scheduled = async (council: TestCouncil, at: Date) => {
    await addCouncilBody(council);
    const { id, slug } = await publishDraft(world, council);
    await council.db.write(async (tx) => {
      const act = await createAct(tx, doing(world), await actInput(tx, { draftActId: id }));
      await publishAct(tx, doing(world), act.id, at);
    });
    return async () => (await council.json<{ stage: string }>(`/api/v1/draft-acts/${slug}`)).stage;
  };
  const [mine, theirs] = [await scheduled(world.lisi, inDays(1)), await scheduled(world.krasta, inDays(3))];
  expect([await mine(), await theirs()]).toEqual(["drafting", "drafting"]);
  world.clock.moveTo(inDays(2));
  await expect.poll(mine, patience).toBe("adopted");
  expect(await theirs()).toBe("drafting");
  world.clock.moveTo(before);
  expect(await jobs.deadLetters()).toBe(0);
});
