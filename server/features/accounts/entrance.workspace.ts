import * as v from "valibot";
import { clientAddress } from "../../http/client-address.ts";
import { page, type WorkspaceFeatureOf } from "../../workspace/feature.ts";
import { form } from "../../workspace/form-route.ts";
import { workspaceHome } from "../../workspace/home.shared.ts";
import type { Shown, WorkspaceContext } from "../../workspace/scope.ts";
import { accountsPaths as paths } from "./accounts.paths.shared.ts";
import { AcceptInvitation, SignIn } from "./accounts.schema.ts";
import { enter, leave, wantedPath } from "./entering.ts";
import { acceptInvitation, readInvitation } from "./invitations.service.ts";
import { anybody } from "./policies.ts";
import { checkCredentials } from "./sign-in.service.ts";

const signInPage = async (c: WorkspaceContext): Promise<Shown> => ({
  view: "accounts/sign-in-page",
  data: { next: new URL(c.req.url).searchParams.get("next") ?? "" },
});

const invitationPage = async (c: WorkspaceContext): Promise<Shown> => {
  const invitation = await c.var.db.read((tx) => readInvitation(tx, c.req.param("token")!, c.var.now));
  return { view: "accounts/invitation-page", data: invitation };
};
export type InvitationData = Awaited<ReturnType<typeof readInvitation>>;

/** The ways in and out, for whoever has no session yet. */
export const entranceWorkspace: WorkspaceFeatureOf = ({ clock, config }) => ({
  routes: [
    page(paths.signIn, anybody, async (c) =>
      c.var.actor.kind === "account" ? c.redirect(workspaceHome[c.var.locale], 303) : signInPage(c),
    ),
    form(paths.signIn, anybody, {
      name: "sign-in",
      schema: SignIn,
      secrets: ["password"],
      async save(c, { email, password, next }) {
        const address = clientAddress(c, config.trustProxy);
        const account = await checkCredentials(c.var.db, c.var.now, { email, password, address });
        await enter(c, { clock, config }, account.id, true);
        return wantedPath(c, next);
      },
      again: signInPage,
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
        const accountId = await acceptInvitation(db, now, c.req.param("token")!, accepted, locale);
        await enter(c, { clock, config }, accountId, true);
        return `${workspaceHome[locale]}?done=welcome`;
      },
      again: invitationPage,
    }),
  ],
});
