import * as v from "valibot";
import { deviceTime } from "../../clock.ts";
import { clientAddress } from "../../http/client-address.ts";
import { isSomebody } from "../../http/scope.ts";
import type { Services } from "../../http/services.ts";
import { page, type WorkspaceFeatureOf, type WorkspaceRoute } from "../../workspace/feature.ts";
import { form } from "../../workspace/form-route.ts";
import { fillPath, workspaceHome } from "../../workspace/home.shared.ts";
import type { Shown, WorkspaceContext } from "../../workspace/scope.ts";
import type { InBoth } from "../elements/catalogue.shared.ts";
import { mailLink } from "./accounts.mails.ts";
import { accountsPaths, type EntrancePaths } from "./accounts.paths.shared.ts";
import { AcceptInvitation, Code, Forgotten, NewPassword, SignIn } from "./accounts.schema.ts";
import { sessionOf } from "./confirming.ts";
import { councilPlace } from "./council-place.ts";
import { completeSignIn, devicesOf, enter, leave, rememberBrowser, wantedPath } from "./entering.ts";
import { acceptInvitation, readInvitation } from "./invitations.service.ts";
import { type PlaceOf, passkeyEntrance } from "./passkeys.routes.ts";
import { askForReset, readReset, resetPassword } from "./passwords.service.ts";
import { anybody } from "./policies.ts";
import { takeCode } from "./second-factor.service.ts";
import { checkCredentials } from "./sign-in.service.ts";

const nextOf = (c: WorkspaceContext) => new URL(c.req.url).searchParams.get("next") ?? "";
const withNext = (path: string, next: string) => (next ? `${path}?next=${encodeURIComponent(next)}` : path);

const signInPage = async (c: WorkspaceContext): Promise<Shown> => ({
  view: "accounts/sign-in-page",
  data: { next: nextOf(c) },
});

const codePage = async (c: WorkspaceContext): Promise<Shown> => {
  sessionOf(c);
  return { view: "accounts/code-page", data: { next: nextOf(c) } };
};

const forgottenPage = async (): Promise<Shown> => ({ view: "accounts/forgotten-page", data: {} });

const tokenOf = (c: WorkspaceContext) => c.req.param("token")!;
const invitationPage = async (c: WorkspaceContext): Promise<Shown> => {
  const data = await c.var.db.read((tx) => readInvitation(tx, tokenOf(c), c.var.now));
  return { view: "accounts/invitation-page", data };
};
export type InvitationData = Awaited<ReturnType<typeof readInvitation>>;

const resetPage = async (c: WorkspaceContext): Promise<Shown> => {
  const data = await c.var.db.read((tx) => readReset(tx, tokenOf(c), c.var.now));
  return { view: "accounts/reset-page", data };
};

/** The same ways in and out wherever accounts are: for whoever has no session yet, or half of one. */
export const entranceRoutes = (
  paths: EntrancePaths,
  home: InBoth,
  placeOf: PlaceOf,
  { clock, config }: Pick<Services, "clock" | "config">,
): readonly WorkspaceRoute[] => [
  ...passkeyEntrance(paths, home, placeOf, { clock, config }, async (c, next) => ({
    view: c.var.session ? "accounts/code-page" : "accounts/sign-in-page",
    data: { next },
  })),
  page(paths.signIn, anybody, async (c) =>
    isSomebody(c.var.actor) ? c.redirect(home[c.var.locale], 303) : signInPage(c),
  ),
  form(paths.signIn, anybody, {
    name: "sign-in",
    schema: SignIn,
    secrets: ["password"],
    async save(c, { email, password, next }) {
      const [address, devices] = [clientAddress(c, config.trustProxy), devicesOf(c, { config })];
      const account = await checkCredentials(c.var.db, c.var.now, { email, password, address, devices });
      await enter(c, { clock, config }, account.id);
      return account.totp_confirmed_at ? withNext(paths.code[c.var.locale], next) : paths.secondFactor[c.var.locale];
    },
    again: async (_, { next = "" }) => ({ view: "accounts/sign-in-page", data: { next } }),
  }),
  page(paths.code, anybody, codePage),
  form(paths.code, anybody, {
    name: "code",
    schema: Code,
    secrets: ["code"],
    async save(c, { code, next }) {
      const { account, idHash } = sessionOf(c);
      const { db, now, locale } = c.var;
      const parts = { secretKey: config.secretKey, deviceTime: deviceTime(clock) };
      const kind = await takeCode(db, now, { ...account, devices: devicesOf(c, { config }) }, code, parts);
      await completeSignIn(c, { config }, idHash, account);
      return kind === "recovery" ? `${paths.own[locale]}?done=recovery_used` : wantedPath(home, locale, next);
    },
    again: async (c, { next = "" }) => ({ ...(await codePage(c)), data: { next } }),
  }),
  form(paths.signOut, anybody, {
    name: "sign-out",
    schema: v.object({}),
    async save(c) {
      await leave(c, { config });
      return `${paths.signIn[c.var.locale]}?done=signed_out`;
    },
    again: signInPage,
  }),
  page(paths.invitation, anybody, invitationPage),
  form(paths.invitation, anybody, {
    name: "accept",
    schema: AcceptInvitation,
    secrets: ["password"],
    async save(c, accepted) {
      const { db, locale, now } = c.var;
      const accountId = await acceptInvitation(db, now, tokenOf(c), accepted, locale);
      await enter(c, { clock, config }, accountId);
      return paths.secondFactor[locale];
    },
    again: invitationPage,
  }),
  page(paths.reset, anybody, resetPage),
  form(paths.reset, anybody, {
    name: "reset",
    schema: NewPassword,
    secrets: ["password"],
    async save(c, { password }) {
      const account = await resetPassword(c.var.db, c.var.now, tokenOf(c), password);
      // Only its owner reads its mail: whoever guesses on meanwhile does not keep the new password out of this browser.
      await rememberBrowser(c, { config }, account);
      return `${paths.signIn[c.var.locale]}?done=password_set`;
    },
    again: resetPage,
  }),
];

/** The ways into a council's workspace. */
export const entranceWorkspace: WorkspaceFeatureOf = ({ clock, config, origins }) => ({
  routes: [
    ...entranceRoutes(accountsPaths, workspaceHome, councilPlace(origins), { clock, config }),
    page(accountsPaths.forgotten, anybody, forgottenPage),
    form(accountsPaths.forgotten, anybody, {
      name: "forgotten",
      schema: Forgotten,
      async save(c, { email }) {
        const { db, now, tenant, locale } = c.var;
        await askForReset(db, now, {
          email,
          address: clientAddress(c, config.trustProxy),
          send: (tx, { email: to, language }, token) =>
            mailLink(tx, now, "reset", {
              ...{ to, language, council: tenant.names },
              link: origins.of(tenant.primaryHost) + fillPath(accountsPaths.reset, { token })[language],
            }),
        });
        return `${accountsPaths.forgotten[locale]}?done=reset_sent`;
      },
      again: forgottenPage,
    }),
  ],
});
