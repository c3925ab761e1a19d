import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import { challengeLasts } from "../../auth/challenges.ts";
import { sessionCookieOptions } from "../../auth/cookie.ts";
import { countAttempt, limits } from "../../auth/limits.ts";
import type { PasskeyPlace } from "../../auth/passkeys.ts";
import { hashOf, newToken } from "../../auth/tokens.ts";
import { clientAddress } from "../../http/client-address.ts";
import type { Services } from "../../http/services.ts";
import type { WorkspaceRoute } from "../../workspace/feature.ts";
import { form } from "../../workspace/form-route.ts";
import { doing, type Shown, type WorkspaceContext } from "../../workspace/scope.ts";
import type { InBoth } from "../elements/catalogue.shared.ts";
import type { EntrancePaths, OwnPaths } from "./accounts.paths.shared.ts";
import { requireConfirmed, sessionOf } from "./confirming.ts";
import { completeSignIn, enter, wantedPath } from "./entering.ts";
import { AddPasskey, RemovePasskey, UsePasskey } from "./passkeys.schema.ts";
import { addPasskey, askForPasskey, offerPasskey, removePasskey, takePasskey } from "./passkeys.service.ts";
import { anybody, isSignedIn } from "./policies.ts";

type Parts = Pick<Services, "clock" | "config">;
/** Where whoever asked is: passkeys are of one host. */
export type PlaceOf = (c: WorkspaceContext) => PasskeyPlace;

/** What scripts ask of the workspace, answered as JSON. */
const answering = (
  path: InBoth,
  policy: WorkspaceRoute["policy"],
  at: InBoth,
  load: (c: WorkspaceContext) => Promise<object>,
): WorkspaceRoute => ({ method: "POST", path, policy, at, answer: async (c) => c.json(await load(c)) });

const holderCookie = (scheme: "http" | "https") => (scheme === "https" ? "__Host-passkey" : "passkey");

/** Signing in with a passkey, without a password or after it. Without script there is the code. */
export function passkeyEntrance(
  paths: EntrancePaths,
  home: InBoth,
  placeOf: PlaceOf,
  { clock, config }: Parts,
  again: (c: WorkspaceContext, next: string) => Promise<Shown>,
): readonly WorkspaceRoute[] {
  const name = holderCookie(config.publicScheme);
  /** Of whoever has given a password, the account: then the passkey has to be one of its. */
  const half = (c: WorkspaceContext) => (c.var.session?.verifiedAt ? null : c.var.session);
  return [
    answering(paths.passkeyChallenge, anybody, paths.signIn, async (c) => {
      const { db, now } = c.var;
      const session = half(c);
      await countAttempt(db, now, limits.challengesFromAddress, clientAddress(c, config.trustProxy));
      let holderHash = session?.idHash;
      if (!holderHash) {
        const holder = newToken();
        const options = { ...sessionCookieOptions(config.publicScheme), maxAge: challengeLasts / 1000 };
        setCookie(c, name, holder, options);
        holderHash = hashOf(holder);
      }
      return askForPasskey({ db, now, place: placeOf(c), holderHash }, session?.account.id ?? null);
    }),
    form(paths.passkey, anybody, {
      name: "passkey",
      schema: UsePasskey,
      at: paths.signIn,
      secrets: ["response"],
      async save(c, { response, next }) {
        const { db, now, locale } = c.var;
        const session = half(c);
        const holderHash = session?.idHash ?? hashOf(getCookie(c, name) ?? "");
        const at = { db, now, place: placeOf(c), holderHash };
        const account = await takePasskey(at, session?.account.id ?? null, response);
        const idHash = session?.idHash ?? (await enter(c, { clock, config }, account.id));
        if (getCookie(c, name)) deleteCookie(c, name, sessionCookieOptions(config.publicScheme));
        await completeSignIn(c, { config }, idHash, account);
        return wantedPath(home, locale, next);
      },
      again: (c, { next = "" }) => again(c, String(next)),
    }),
  ];
}

/** One's own passkeys: to add another, and to take one away. */
export function ownPasskeys(
  paths: OwnPaths,
  placeOf: PlaceOf,
  again: (c: WorkspaceContext) => Promise<Shown>,
): readonly WorkspaceRoute[] {
  const at = (c: WorkspaceContext) => ({
    ...{ db: c.var.db, now: c.var.now, place: placeOf(c), holderHash: sessionOf(c).idHash },
  });
  return [
    answering(paths.passkeysChallenge, isSignedIn, paths.own, (c) => offerPasskey(at(c), sessionOf(c).account)),
    form(paths.passkeys, isSignedIn, {
      name: "passkeys",
      schema: AddPasskey,
      at: paths.own,
      secrets: ["current", "response"],
      async save(c, { name, response, current }) {
        await requireConfirmed(c, current);
        await addPasskey(at(c), doing(c), sessionOf(c).account.id, { name, response });
        return `${paths.own[c.var.locale]}?done=passkey_added`;
      },
      again,
    }),
    form(paths.removePasskey, isSignedIn, {
      name: "remove-passkey",
      schema: RemovePasskey,
      at: paths.own,
      secrets: ["current"],
      async save(c, { passkey, current }) {
        await requireConfirmed(c, current);
        await c.var.db.write((tx) => removePasskey(tx, doing(c), sessionOf(c).account.id, passkey));
        return `${paths.own[c.var.locale]}?done=passkey_removed`;
      },
      again,
    }),
  ];
}
