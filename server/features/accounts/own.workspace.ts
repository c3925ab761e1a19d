import { encode } from "uqr";
import { countDevices } from "../../auth/devices.ts";
import { codeAddress } from "../../auth/one-time-code.ts";
import { endSession, endSessions, verifySession } from "../../auth/sessions.ts";
import { deviceOf } from "../../auth/user-agent.ts";
import { deviceTime } from "../../clock.ts";
import type { TenantTx } from "../../db/tenant-db.ts";
import { phrases } from "../../http/phrases.ts";
import type { Services } from "../../http/services.ts";
import { page, type WorkspaceFeatureOf, type WorkspaceRoute } from "../../workspace/feature.ts";
import { form } from "../../workspace/form-route.ts";
import { notAllowed } from "../../workspace/guard.ts";
import { doing, type Shown, type WorkspaceContext } from "../../workspace/scope.ts";
import { recordChange } from "../audit/audit.service.ts";
import { codeWrong } from "./accounts.errors.ts";
import { accountsPaths, type OwnPaths } from "./accounts.paths.shared.ts";
import { findAccount } from "./accounts.queries.ts";
import { ChangePassword, Confirmed, ConfirmSecondFactor, EndSession, Profile } from "./accounts.schema.ts";
import { asksForPassword, requireConfirmed, requirePassword, sessionOf } from "./confirming.ts";
import { councilPlace } from "./council-place.ts";
import { devicesOf, noteSignIn, rememberBrowser } from "./entering.ts";
import { ownPasskeys, type PlaceOf } from "./passkeys.routes.ts";
import { listPasskeys } from "./passkeys.service.ts";
import { changePassword } from "./passwords.service.ts";
import { anybody, isSignedIn } from "./policies.ts";
import {
  confirmSecondFactor,
  countRecoveryCodes,
  offeredSecret,
  offerSecret,
  renewRecoveryCodes,
} from "./second-factor.service.ts";
import { changeProfile } from "./users.service.ts";

const listSessions = (tx: TenantTx, accountId: string, now: Date) =>
  tx
    .selectFrom("account_sessions")
    .where("account_id", "=", accountId)
    .where("expires_at", ">", now)
    .orderBy("last_seen_at", "desc")
    .orderBy("id_hash")
    .select(["id_hash", "created_at", "last_seen_at", "verified_at", "user_agent"])
    .execute();

/** Somebody's own account, as it is shown to nobody else. */
async function ownAccount(c: WorkspaceContext) {
  const { account, idHash } = sessionOf(c);
  const { db, now } = c.var;
  return db.read(async (tx) => {
    const [kept, sessions, recoveryCodes] = [
      await findAccount(tx, account.id),
      await listSessions(tx, account.id, now),
      await countRecoveryCodes(tx, account.id),
    ];
    const passkeys = await listPasskeys(tx, account.id);
    const browsers = await countDevices(tx, now, account.id);
    return {
      ...{ name: account.name, email: account.email, language: account.language, roles: account.roles, recoveryCodes },
      /** In which wrong passwords from elsewhere shut nobody out. */
      browsers,
      secondFactorSince: kept?.totp_confirmed_at?.toISOString() ?? null,
      asksForPassword: asksForPassword(c),
      passkeys: passkeys.map(({ id, name, is_synced, created_at, last_used_at }) => ({
        ...{ id, name, isSynced: is_synced, createdAt: created_at.toISOString() },
        lastUsedAt: last_used_at?.toISOString() ?? null,
      })),
      sessions: sessions.map(({ id_hash, created_at, last_seen_at, verified_at, user_agent }) => ({
        ...{ id: id_hash, isThis: id_hash === idHash, device: deviceOf(user_agent) },
        /** Without the second factor it opens nothing yet. */
        isWhole: verified_at !== null,
        ...{ createdAt: created_at.toISOString(), lastSeenAt: last_seen_at.toISOString() },
      })),
    };
  });
}
export type OwnAccount = Awaited<ReturnType<typeof ownAccount>>;
const ownPage = async (c: WorkspaceContext): Promise<Shown> => ({
  view: "accounts/own-page",
  data: await ownAccount(c),
});

/** Dark squares of a QR code as one path, in units of a square. */
function squares(text: string) {
  const { data, size } = encode(text, { border: 2, ecc: "M" });
  const path = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : []))).join("");
  return { path, size };
}

export interface SecondFactorData {
  secret: string;
  sealed: string;
  qr: { path: string; size: number };
  isFirst: boolean;
  asksForPassword: boolean;
}

/**
 * One's own account: name and language, password, second factor, sessions.
 */
export const ownRoutes = (
  paths: OwnPaths,
  placeOf: PlaceOf,
  { clock, config }: Pick<Services, "clock" | "config">,
): readonly WorkspaceRoute[] => {
  /** Who has a second factor already comes here only through it. */
  const setUpPage = async (c: WorkspaceContext, sealed?: string): Promise<Shown | Response> => {
    const { account, verifiedAt } = sessionOf(c);
    if (account.hasSecondFactor && !verifiedAt) return c.redirect(paths.code[c.var.locale], 303);
    const kept = sealed ? offeredSecret(sealed, account.id, config) : null;
    const offer = kept && sealed ? { secret: kept, sealed } : offerSecret(account.id, config);
    const data: SecondFactorData = {
      ...offer,
      qr: squares(codeAddress(offer.secret, placeOf(c).name, account.email)),
      isFirst: !account.hasSecondFactor,
      asksForPassword: asksForPassword(c),
    };
    return { view: "accounts/second-factor-page", data };
  };
  return [
    page(paths.secondFactor, anybody, setUpPage),
    form(paths.secondFactor, anybody, {
      name: "second-factor",
      schema: ConfirmSecondFactor,
      secrets: ["current"],
      async save(c, { code, sealed, current }) {
        const { account, idHash, verifiedAt } = sessionOf(c);
        const { db, now } = c.var;
        if (account.hasSecondFactor && !verifiedAt) throw notAllowed();
        await requireConfirmed(c, current);
        const actor = { kind: "account", id: account.id, name: account.name, roles: account.roles } as const;
        const parts = { secretKey: config.secretKey, deviceTime: deviceTime(clock) };
        const codes = await db.write(async (tx) => {
          // Two windows of the same person: the first is right, the second is told so.
          const before = await findAccount(tx, account.id);
          if (Boolean(before?.totp_confirmed_at) !== account.hasSecondFactor) throw codeWrong();
          const made = await confirmSecondFactor(tx, { actor, now }, { accountId: account.id, sealed, code }, parts);
          await verifySession(tx, idHash, now);
          if (!verifiedAt) await noteSignIn(tx, now, account);
          return made;
        });
        if (!verifiedAt) await rememberBrowser(c, { config }, account);
        c.set("actor", actor);
        return c.var.show({
          view: "accounts/recovery-codes-page",
          data: { codes, isFirst: !account.hasSecondFactor },
        });
      },
      async again(c, { sealed }) {
        const shown = await setUpPage(c, String(sealed ?? ""));
        if (shown instanceof Response) throw notAllowed();
        return shown;
      },
    }),
    page(paths.own, isSignedIn, ownPage),
    ...ownPasskeys(paths, placeOf, ownPage),
    form(paths.recoveryCodes, isSignedIn, {
      name: "recovery-codes",
      schema: Confirmed,
      at: paths.own,
      secrets: ["current"],
      async save(c, { current }) {
        await requireConfirmed(c, current);
        const codes = await c.var.db.write((tx) => renewRecoveryCodes(tx, doing(c), sessionOf(c).account.id));
        return c.var.show({ view: "accounts/recovery-codes-page", data: { codes, isFirst: false } });
      },
      again: ownPage,
    }),
    form(paths.password, isSignedIn, {
      name: "password",
      schema: ChangePassword,
      at: paths.own,
      secrets: ["current", "password"],
      async save(c, { current, password }) {
        await requirePassword(c, current);
        const { account, idHash } = sessionOf(c);
        const owner = { id: account.id, email: account.email, name: account.name };
        const staying = { sessionHash: idHash, devices: devicesOf(c, { config }) };
        await changePassword(c.var.db, doing(c), { ...owner, staying }, password);
        return `${paths.own[c.var.locale]}?done=password_changed`;
      },
      again: ownPage,
    }),
    form(paths.profile, isSignedIn, {
      name: "profile",
      schema: Profile,
      at: paths.own,
      async save(c, input) {
        await c.var.db.write((tx) => changeProfile(tx, doing(c), sessionOf(c).account.id, input));
        return `${paths.own[c.var.locale]}?done=profile_changed`;
      },
      again: ownPage,
    }),
    form(paths.sessions, isSignedIn, {
      name: "sessions",
      schema: EndSession,
      at: paths.own,
      async save(c, { session }) {
        const { account, idHash } = sessionOf(c);
        await c.var.db.write(async (tx) => {
          if (session === "all")
            await endSessions(tx, account, { sessionHash: idHash, devices: devicesOf(c, { config }) });
          else await endSession(tx, account.id, session);
          await recordChange(tx, doing(c), "account.sessions_ended", "account", account.id, null, null);
        });
        return session === idHash ? paths.signIn[c.var.locale] : `${paths.own[c.var.locale]}?done=session_ended`;
      },
      again: ownPage,
    }),
  ];
};

export const ownWorkspace: WorkspaceFeatureOf = (services) => ({
  routes: ownRoutes(accountsPaths, councilPlace(services.origins), services),
  places: [{ path: accountsPaths.own, policy: isSignedIn, label: (locale) => phrases(locale, "accounts")("own") }],
});
