import { randomUUID } from "node:crypto";
import type { TenantTx } from "../../db/tenant-db.ts";
import { phrases } from "../../http/phrases.ts";
import type { Actor } from "../../http/scope.ts";
import { noMailServer } from "../../mail/mailer.ts";
import { page, type WorkspaceFeatureOf } from "../../workspace/feature.ts";
import { form } from "../../workspace/form-route.ts";
import { fillPath } from "../../workspace/home.shared.ts";
import { doing, type Shown, type WorkspaceContext } from "../../workspace/scope.ts";
import { recordChange } from "../audit/audit.service.ts";
import { madeOnce } from "../editing/made-once.ts";
import { needsApproval } from "../editing/submissions.service.ts";
import { listVisits } from "../operators/visits.queries.ts";
import { endVisit } from "../operators/visits.service.ts";
import { accountNotFound } from "./accounts.errors.ts";
import { mailLink } from "./accounts.mails.ts";
import { accountsPaths as paths } from "./accounts.paths.shared.ts";
import { findAccount, listAccounts, listInvitations, listLinkable, rolesOf } from "./accounts.queries.ts";
import {
  ChangeRoles,
  ChangeState,
  Confirmed,
  EndVisit,
  SecretaryInvites,
  WithdrawInvitation,
} from "./accounts.schema.ts";
import { asksForPassword, requireConfirmed, sessionOf } from "./confirming.ts";
import { invite, withdrawInvitation } from "./invitations.service.ts";
import { linkPerson, personFor } from "./linking.service.ts";
import { mayManageAccounts, mayReadAccounts, type Reach, type Right, reachOf, rightsWhere } from "./policies.ts";
import { type OfferedRole, offeredRoles, type Role } from "./roles.shared.ts";
import { changeRoles, changeState, removeSecondFactor } from "./users.service.ts";

const somebody = (role: Role): Actor => ({ kind: "account", id: "", name: "", roles: [role], person: "own" });
const anOperator: Actor = { kind: "operator", id: "", name: "", reason: "", until: "" };

/** Which role may do what, and with how much: the answers of the policies themselves. */
function matrix(needsApproval: boolean) {
  const rights = rightsWhere({ needsApproval });
  return (Object.keys(rights) as Right[]).map((right) => ({
    right,
    reach: Object.fromEntries(offeredRoles.map((role) => [role, reachOf(rights[right], somebody(role))])) as Record<
      OfferedRole,
      Reach
    >,
    operator: reachOf(rights[right], anOperator),
  }));
}

const personChoices = (people: Awaited<ReturnType<typeof listLinkable>>) =>
  people.map(({ id, name }) => ({ value: id, label: name }));

async function users(c: WorkspaceContext) {
  const { actor, db, now, locale } = c.var;
  const mayManage = mayManageAccounts(actor);
  return db.read(async (tx) => {
    const isApproved = await needsApproval(tx);
    const [accounts, invitations] = [await listAccounts(tx), await listInvitations(tx)];
    return {
      accounts: accounts.map(({ id, email, name, state, roles, person, last_signed_in_at, totp_confirmed_at }) => ({
        ...{ email, name, state, roles, person, url: fillPath(paths.user, { id })[locale] },
        lastSignedInAt: last_signed_in_at?.toISOString() ?? null,
        hasSecondFactor: totp_confirmed_at !== null,
      })),
      invitations: invitations.map(({ email, name, roles, person, expires_at, refused_at, refusal }) => ({
        ...{ email, name, roles, person, expiresAt: expires_at.toISOString(), isExpired: expires_at <= now },
        letter: refused_at && (refusal === noMailServer ? ("unsent" as const) : ("refused" as const)),
      })),
      mayManage,
      matrix: matrix(isApproved),
      needsApproval: isApproved,
      visits: (await listVisits(tx)).map(({ id, operator_name, reason, entered_at, ends_at, left_at }) => ({
        ...{ id, name: operator_name, reason, enteredAt: entered_at!.toISOString() },
        until: (left_at ?? ends_at!).toISOString(),
        isOpen: left_at === null && ends_at! > now,
      })),
      people: mayManage ? personChoices(await listLinkable(tx)) : [],
      asksForPassword: asksForPassword(c),
      form: randomUUID(),
    };
  });
}
export type Users = Awaited<ReturnType<typeof users>>;
const usersPage = async (c: WorkspaceContext): Promise<Shown> => ({
  view: "accounts/users-page",
  data: await users(c),
});

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
function idOf(c: WorkspaceContext): string {
  const id = c.req.param("id") ?? "";
  if (!uuid.test(id)) throw accountNotFound();
  return id;
}

async function user(c: WorkspaceContext) {
  const id = idOf(c);
  return c.var.db.read(async (tx) => {
    const account = await findAccount(tx, id);
    if (!account) throw accountNotFound();
    const { email, name, state, created_at, last_signed_in_at, totp_confirmed_at } = account;
    return {
      ...{ id, email, name, state, roles: await rolesOf(tx, id), hasSecondFactor: totp_confirmed_at !== null },
      createdAt: created_at.toISOString(),
      lastSignedInAt: last_signed_in_at?.toISOString() ?? null,
      needsApproval: await needsApproval(tx),
      person: account.person_id ?? "",
      people: personChoices(await listLinkable(tx, id)),
      isOneself: sessionOf(c).account.id === id,
      asksForPassword: asksForPassword(c),
    };
  });
}
export type User = Awaited<ReturnType<typeof user>>;
const userPage = async (c: WorkspaceContext): Promise<Shown> => ({ view: "accounts/user-page", data: await user(c) });
const userAddress = (c: WorkspaceContext, done: string) =>
  `${fillPath(paths.user, { id: idOf(c) })[c.var.locale]}?done=${done}`;

/** Who may enter the workspace, and what they may do there. */
export const usersWorkspace: WorkspaceFeatureOf = ({ origins }) => ({
  routes: [
    page(paths.users, mayReadAccounts, usersPage),
    form(paths.invite, mayManageAccounts, {
      name: "invite",
      schema: SecretaryInvites,
      at: paths.users,
      secrets: ["current"],
      async save(c, { current, form: once, person, ...given }) {
        const input = { ...given, person: personFor(given.roles, person) };
        await requireConfirmed(c, current);
        const { db, now, tenant, locale } = c.var;
        const send = async (tx: TenantTx) => {
          const token = await invite(tx, doing(c), input);
          const link = origins.of(tenant.primaryHost) + fillPath(paths.invitation, { token })[input.language];
          const letter = { to: input.email, language: input.language, council: tenant.names, link };
          await mailLink(tx, now, "invitation", letter);
          return input.email;
        };
        // A second letter would make the link of the first one void.
        await db.write((tx) =>
          madeOnce(tx, now, {
            ...{ form: once, input },
            make: () => send(tx),
            isThere: async (email) => (await listInvitations(tx)).some((one) => one.email === email),
          }),
        );
        return `${paths.users[locale]}?done=invited`;
      },
      again: usersPage,
    }),
    form(paths.withdrawInvitation, mayManageAccounts, {
      name: "withdraw-invitation",
      schema: WithdrawInvitation,
      at: paths.users,
      async save(c, { email }) {
        await c.var.db.write(async (tx) => {
          if (!(await withdrawInvitation(tx, email))) return;
          await recordChange(tx, doing(c), "account.invitation_withdrawn", "account", email, { email }, null);
        });
        return `${paths.users[c.var.locale]}?done=invitation_withdrawn`;
      },
      again: usersPage,
    }),
    form(paths.endVisit, mayManageAccounts, {
      name: "end-visit",
      schema: EndVisit,
      at: paths.users,
      async save(c, { visit }) {
        await c.var.db.write((tx) => endVisit(tx, doing(c), visit));
        return `${paths.users[c.var.locale]}?done=visit_ended`;
      },
      again: usersPage,
    }),
    page(paths.user, mayManageAccounts, userPage),
    form(paths.userRoles, mayManageAccounts, {
      name: "roles",
      schema: ChangeRoles,
      at: paths.user,
      secrets: ["current"],
      standing: ({ data }) => ({ roles: (data as User).roles, person: (data as User).person }),
      told: ({ var: { locale } }, value) => phrases(locale, "accounts")(`role.${value as Role}`),
      async save(c, { roles, person, current }) {
        const whom = personFor(roles, person);
        await requireConfirmed(c, current);
        await c.var.db.write(async (tx) => {
          await changeRoles(tx, doing(c), idOf(c), roles);
          await linkPerson(tx, doing(c), idOf(c), whom);
        });
        return userAddress(c, "roles_changed");
      },
      again: userPage,
    }),
    form(paths.userState, mayManageAccounts, {
      name: "state",
      schema: ChangeState,
      at: paths.user,
      secrets: ["current"],
      async save(c, { state, current }) {
        await requireConfirmed(c, current);
        await c.var.db.write((tx) => changeState(tx, doing(c), idOf(c), state));
        return userAddress(c, state);
      },
      again: userPage,
    }),
    form(paths.userSecondFactor, mayManageAccounts, {
      name: "second-factor",
      schema: Confirmed,
      at: paths.user,
      secrets: ["current"],
      async save(c, { current }) {
        await requireConfirmed(c, current);
        await c.var.db.write((tx) => removeSecondFactor(tx, doing(c), idOf(c)));
        return userAddress(c, "second_factor_removed");
      },
      again: userPage,
    }),
  ],
  navigation: [
    {
      path: paths.users,
      policy: mayReadAccounts,
      group: "running",
      order: 900,
      label: (locale) => phrases(locale, "accounts")("users"),
    },
  ],
});
