import { startSession } from "../../../server/auth/sessions.ts";
import { accountsPaths } from "../../../server/features/accounts/accounts.paths.shared.ts";
import { enterCouncil, handOver } from "../../../server/features/operators/visits.service.ts";
import { ownProfilePath } from "../../../server/features/own-profile/own-profile.paths.shared.ts";
import { fillPath } from "../../../server/workspace/home.shared.ts";
import { signIn } from "./crew.ts";
import type { Office, Work } from "./office.ts";
import { formOf } from "./things.ts";

/** An operator who was let in for a reason and is inside. */
async function visit({ db, clock, host }: Office, turn: number): Promise<void> {
  const key = "bench";
  const operator = { id: crypto.randomUUID(), name: "Besa Operatore" };
  // The list begins with whoever came last.
  const now = new Date(clock.now().getTime() + turn);
  const token = await db.write((tx) => handOver(tx, now, { operator, reason: "Për provë", host }, key));
  await db.write((tx) => enterCouncil(tx, now, { token, host }, key));
}

/** Who works here, and what they may do. */
export const keepAccounts: Work = async (office, turn) => {
  const { secretary: desk, db, clock } = office;
  const users = accountsPaths.users.sq;
  const email = `redaktori${turn}@shembull.example`;
  await desk.send("somebody is invited", users, "invite", { email, name: "Redaktori", roles: "editor" });
  await desk.send("an invitation is withdrawn", users, "/terhiq-ftesen");
  await visit(office, turn);
  await desk.send("an operator's visit is ended", users, "/mbyll-viziten");
  const { accountId: id } = await signIn(db, clock, { name: `Drita${turn}`, role: "editor", hasCode: true });
  const user = fillPath(accountsPaths.user, { id }).sq;
  await desk.send("somebody's roles are changed", user, "roles", { roles: "publisher" });
  await desk.send("somebody's second factor is removed", user, "/kodi");
  await desk.send("somebody's access is taken away", user, "/gjendja");
};

/** One's own account, and the page of one's own. */
export const keepOneself: Work = async ({ secretary, councillor, db, clock, own }, turn) => {
  const account = accountsPaths.own.sq;
  await secretary.send("one's own account is saved", account, "profile", { name: `Arta ${turn}` });
  await startSession({ db, clock }, { accountId: own.accountId, userAgent: "another device", verified: true });
  await secretary.send("one's other sessions are ended", account, "sessions");
  await councillor.look("one's own page is opened", ownProfilePath.sq, 303);
  await councillor.send("one's own page is corrected", formOf("person", own.person), "thing", {
    "occupation.sq": `Mësuese ${turn}`,
  });
};
