import { codeAt } from "../../server/auth/one-time-code.ts";
import { invite } from "../../server/features/accounts/invitations.service.ts";
import { enterCouncil, handOver } from "../../server/features/operators/visits.service.ts";
import { cookiesAfter, goodPassword, offeredFactor, type Visitor } from "./accounts.ts";
import type { TestCouncil, TestWorld } from "./world.ts";

export const operatorHost = "operator.localhost";

/** What an operator carries from answer to answer at the operator's own host. */
export type Operator = Omit<Visitor, "council">;

/** Somebody at the operator's host without a session. */
export function operatorOf(world: TestWorld, host = operatorHost): Operator {
  const send = async (path: string, init: RequestInit) => {
    const answer = await world.ask(host, path, {
      ...init,
      headers: { accept: "text/html", ...(visitor.cookie && { cookie: visitor.cookie }), ...(init.headers as object) },
    });
    visitor.cookie = cookiesAfter(visitor.cookie, answer);
    return answer;
  };
  const visitor: Operator = {
    cookie: undefined,
    get: (path) => send(path, {}),
    post: (path, fields = {}, headers = {}) => {
      const body = new URLSearchParams(
        Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one) => [name, one])),
      );
      return send(path, { method: "POST", body, headers: { "sec-fetch-site": "same-origin", ...headers } });
    },
  };
  return visitor;
}

/** An invitation's secret, as the command prints it. */
export const operatorInvitation = (world: TestWorld, email: string) =>
  world.services.operators.write((tx) =>
    invite(
      tx,
      { actor: { kind: "system", name: "test" }, now: world.clock.now() },
      { email, name: "", roles: [], language: "sq" },
    ),
  );

/** An operator who has accepted an invitation, set up a second factor and is signed in. */
export async function signedInOperator(world: TestWorld, email = "operatori@portali.example", name = "Besa Operatore") {
  const token = await operatorInvitation(world, email);
  const operator = operatorOf(world);
  await operator.post(`/konsola/ftesa/${token}`, { name, password: goodPassword });
  const { secret, sealed, code } = await offeredFactor(world, await operator.get("/konsola/llogaria/kodi"));
  const confirmed = await operator.post("/konsola/llogaria/kodi", { sealed, code });
  if (confirmed.status !== 200) throw new Error(`The second factor answered ${confirmed.status}.`);
  return Object.assign(operator, { email, secret, code: () => codeAt(secret, world.clock.now()) });
}

const someone = { id: "7c8a0e2e-51ac-4a55-9c0b-0f6b6f9f3c11", name: "Besa Operatore" };

/** The secret of a session in which an operator is on a visit to a council. */
export async function visitTo(world: TestWorld, council: TestCouncil, reason = "Për provë"): Promise<string> {
  const { host, db } = council;
  const { secretKey } = world.services.config;
  const now = world.clock.now();
  const token = await db.write((tx) => handOver(tx, now, { operator: someone, reason, host }, secretKey));
  return db.write((tx) => enterCouncil(tx, now, { token, host }, secretKey));
}
