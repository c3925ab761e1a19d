import { codeAt } from "../../server/auth/one-time-code.ts";
import { invite } from "../../server/features/accounts/invitations.service.ts";
import { linkPerson } from "../../server/features/accounts/linking.service.ts";
import type { Role } from "../../server/features/accounts/roles.shared.ts";
import type { TestCouncil, TestWorld } from "./world.ts";

/** What a person carries from answer to answer, as a browser does: the cookie of one host. */
export interface Visitor {
  council: TestCouncil;
  get(path: string): Promise<Response>;
  /** Sends a form from the council's own page. */
  post(path: string, fields?: Record<string, string | string[]>, headers?: Record<string, string>): Promise<Response>;
  /** The cookie as it would be sent. */
  cookie: string | undefined;
}

/** What a browser keeps of its cookies after an answer. */
export function cookiesAfter(cookie: string | undefined, answer: Response): string | undefined {
  const kept = new Map((cookie?.split("; ") ?? []).map((pair) => [pair.slice(0, pair.indexOf("=")), pair]));
  for (const set of answer.headers.getSetCookie()) {
    const pair = set.slice(0, set.indexOf(";"));
    const name = pair.slice(0, pair.indexOf("="));
    if (/max-age=0/i.test(set)) kept.delete(name);
    else kept.set(name, pair);
  }
  return [...kept.values()].join("; ") || undefined;
}

/** Somebody without a session. */
export function visitorOf(world: TestWorld, council: TestCouncil): Visitor {
  const send = async (path: string, init: RequestInit) => {
    const answer = await world.ask(council.host, path, {
      ...init,
      headers: { accept: "text/html", ...(visitor.cookie && { cookie: visitor.cookie }), ...(init.headers as object) },
    });
    visitor.cookie = cookiesAfter(visitor.cookie, answer);
    return answer;
  };
  const visitor: Visitor = {
    council,
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

export const goodPassword = "nëntë ura mbi lumë";

/** An invitation's secret, as it would stand in the mail. */
export const invitationFor = (world: TestWorld, council: TestCouncil, email: string, roles: Role[], name = "") =>
  council.db.write((tx) =>
    invite(
      tx,
      { actor: { kind: "system", name: "test" }, now: world.clock.now() },
      { email, name, roles: roles as never, language: "sq" },
    ),
  );

/** The secret that a page offers as a second factor, and the code of it that is right now. */
export async function offeredFactor(world: TestWorld, page: Response) {
  const html = await page.text();
  const secret = /<code class="secret">([A-Z2-7 ]+)</.exec(html)?.[1]?.replaceAll(" ", "");
  const sealed = /name="sealed" value="([\w.-]+)"/.exec(html)?.[1];
  if (!secret || !sealed) throw new Error(`No second factor is offered: ${html}`);
  return { secret, sealed, code: codeAt(secret, world.clock.now()) };
}

/** Somebody who has accepted an invitation with these roles, set up a second factor and is signed in. */
export async function signedIn(
  world: TestWorld,
  council: TestCouncil,
  roles: Role[],
  email = `${roles.join(".")}@${council.slug}.example`,
): Promise<Visitor & { email: string; secret: string; recoveryCodes: string[] }> {
  const token = await invitationFor(world, council, email, roles);
  const visitor = visitorOf(world, council);
  const accepted = await visitor.post(`/admin/ftesa/${token}`, { name: `Arta ${roles[0]}`, password: goodPassword });
  if (accepted.status !== 303) throw new Error(`The invitation answered ${accepted.status}: ${await accepted.text()}`);
  const { secret, sealed, code } = await offeredFactor(world, await visitor.get("/admin/llogaria/kodi"));
  const confirmed = await visitor.post("/admin/llogaria/kodi", { sealed, code });
  const html = await confirmed.text();
  if (confirmed.status !== 200) throw new Error(`The second factor answered ${confirmed.status}: ${html}`);
  const recoveryCodes = [...html.matchAll(/<code>([a-z2-7-]+)<\/code>/g)].map(([, one]) => one!);
  return Object.assign(visitor, { email, secret, recoveryCodes });
}

/** An account with these roles, made without its owner's doing. Its id. @param person whom it belongs to, if anybody */
export const accountFor = (
  world: TestWorld,
  council: TestCouncil,
  roles: Role[],
  email = `${roles.join(".") || "none"}@${council.slug}.example`,
  person: string | null = null,
): Promise<string> =>
  council.db.write(async (tx) => {
    const now = world.clock.now();
    const { id } = await tx
      .insertInto("accounts")
      .values({
        ...{ email, person_id: person, name: `Arta ${roles[0] ?? ""}`.trim() },
        ...{ password: null, totp_secret: null, totp_confirmed_at: null, totp_last_step: null },
        ...{ created_at: now, updated_at: now, last_signed_in_at: null },
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    if (roles.length > 0)
      await tx
        .insertInto("account_roles")
        .values(roles.map((role) => ({ account_id: id, role, granted_at: now })))
        .execute();
    return id;
  });

/** Makes the account of a mail address belong to somebody of the register, or to nobody. */
export const link = (world: TestWorld, council: TestCouncil, email: string, personId: string | null) =>
  council.db.write(async (tx) => {
    const { id } = await tx.selectFrom("accounts").where("email", "=", email).select("id").executeTakeFirstOrThrow();
    await linkPerson(tx, { actor: { kind: "system", name: "test" }, now: world.clock.now() }, id, personId);
  });
