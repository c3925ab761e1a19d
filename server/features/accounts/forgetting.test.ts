import { afterAll, beforeAll, expect, it } from "vitest";
import { goodPassword, invitationFor, signedIn, visitorOf } from "../../../tests/support/accounts.ts";
import { operatorOf, signedInOperator, visitTo } from "../../../tests/support/operators.ts";
import { createWorld, type TestWorld } from "../../../tests/support/world.ts";
import type { TenantDb } from "../../db/tenant-db.ts";
import { handOver } from "../operators/visits.service.ts";
import { forgetCouncilEntries, forgetOperatorEntries } from "./forgetting.ts";

let world: TestWorld;
const hours = (count: number) => new Date(new Date("2026-03-05T10:00:00+01:00").getTime() + count * 3_600_000);
beforeAll(async () => {
  world = await createWorld();
  const { lisi, krasta } = world;
  for (const { db } of [lisi, krasta])
    await db.write((tx) =>
      handOver(
        tx,
        hours(0),
        { operator: { id: crypto.randomUUID(), name: "Besa" }, reason: "Për provë", host: "x.localhost" },
        world.services.config.secretKey,
      ),
    );
  for (const council of [lisi, krasta]) {
    const secretary = await signedIn(world, council, ["secretary"]);
    const stranger = visitorOf(world, council);
    await stranger.post("/admin/hyrja", { email: secretary.email, password: "jo ky fjalëkalim" });
    await stranger.post("/admin/hyrja/celesi/sfida");
    await stranger.post("/admin/fjalekalimi", { email: secretary.email });
    await invitationFor(world, council, `ri@${council.slug}.example`, ["editor"]);
    // Whoever has come in with a recovery code has one less.
    const again = visitorOf(world, council);
    await again.post("/admin/hyrja", { email: secretary.email, password: goodPassword });
    await again.post("/admin/kodi", { code: secretary.recoveryCodes[0]! });
    await visitTo(world, council);
  }
  await signedInOperator(world);
  await operatorOf(world).post("/konsola/hyrja/celesi/sfida");
});
afterAll(() => world.end());

const tables = [
  "account_sessions",
  "account_links",
  "account_recovery_codes",
  "account_challenges",
  "sign_in_attempts",
] as const;
const counted = (db: TenantDb) =>
  db.read(async (tx) => {
    const counts: Record<string, number> = {};
    for (const table of tables) {
      const { count } = await tx
        .selectFrom(table)
        .select((eb) => eb.fn.countAll<number>().as("count"))
        .executeTakeFirstOrThrow();
      counts[table.replace(/^(account|sign_in)_/, "")] = count;
    }
    return counts;
  });
const visits = () =>
  world.lisi.db.read((tx) => tx.selectFrom("operator_visits").select("entered_at").orderBy("asked_at").execute());
const forgetAt = (now: Date) =>
  forgetCouncilEntries.work(world.lisi.db, now, new AbortController().signal, world.lisi.id);

it("What lets nobody in any more is forgotten when its time has come, and not before; of one council at a time", async () => {
  const before = await counted(world.krasta.db);
  expect(await counted(world.lisi.db)).toEqual(before);
  expect(before).toMatchObject({ sessions: 2, links: 3, recovery_codes: 10, challenges: 1 });

  // The invitation that was accepted and the code that was used are of no use at once.
  await forgetAt(hours(0));
  expect(await counted(world.lisi.db)).toEqual({ ...before, links: 2, recovery_codes: 9 });
  // The link for a new password and the challenge last an hour at the most.
  await forgetAt(hours(1));
  expect(await counted(world.lisi.db)).toMatchObject({ sessions: 2, links: 1, challenges: 0 });
  expect((await visits()).map(({ entered_at }) => entered_at !== null)).toEqual([true]);
  // Nobody was here for eight hours.
  await forgetAt(hours(8));
  expect(await counted(world.lisi.db)).toMatchObject({ sessions: 0, links: 1, attempts: before.attempts });
  await forgetAt(hours(24));
  expect(await counted(world.lisi.db)).toMatchObject({ attempts: 0 });
  // That an invitation has expired is seen for a month.
  await forgetAt(hours(24 * 36));
  expect(await counted(world.lisi.db)).toMatchObject({ links: 1 });
  await forgetAt(hours(24 * 37));
  expect(await counted(world.lisi.db)).toMatchObject({ links: 0, recovery_codes: 9 });
  expect(await visits()).toHaveLength(1);
  await forgetAt(hours(24 * 91));
  expect(await visits()).toHaveLength(0);
  expect(await counted(world.krasta.db)).toEqual(before);
});

it("A session that is used all the time is over after a week all the same", async () => {
  const { db } = world.krasta;
  await db.write((tx) =>
    tx
      .updateTable("account_sessions")
      .set({ expires_at: hours(24 * 30) })
      .execute(),
  );
  const forget = (now: Date) => forgetCouncilEntries.work(db, now, new AbortController().signal, world.krasta.id);
  await forget(hours(24 * 7 - 1));
  expect(await counted(db)).toMatchObject({ sessions: 2 });
  await forget(hours(24 * 7));
  expect(await counted(db)).toMatchObject({ sessions: 0 });
});

it("The operators’ own are forgotten likewise, and their accounts stay", async () => {
  const { operators } = world.services;
  const { work } = forgetOperatorEntries(operators);
  await work(hours(0));
  expect(await counted(operators)).toMatchObject({ sessions: 1, links: 0, challenges: 1 });
  await work(hours(24));
  expect(await counted(operators)).toMatchObject({ sessions: 0, challenges: 0, attempts: 0, recovery_codes: 10 });
  expect(await operators.read((tx) => tx.selectFrom("accounts").select("email").execute())).toHaveLength(1);
});
