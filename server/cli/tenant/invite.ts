import { safeParse } from "valibot";
import { systemClock } from "../../clock.ts";
import { tenantDb } from "../../db/tenant-db.ts";
import { mailLink } from "../../features/accounts/accounts.mails.ts";
import { accountsPaths } from "../../features/accounts/accounts.paths.shared.ts";
import { Invite } from "../../features/accounts/accounts.schema.ts";
import { invite } from "../../features/accounts/invitations.service.ts";
import { offeredRoles } from "../../features/accounts/roles.shared.ts";
import { findHosts, findTenant } from "../../features/tenants/tenants.queries.ts";
import { fillPath } from "../../workspace/home.shared.ts";
import { CommandRefused, say } from "../command.ts";
import { addressOf, asOperator, noSuchCouncil } from "./operator.ts";

/** Invites somebody into a council's workspace, first of all its secretary. Without SMTP the link is printed. */
export const inviteToTenant = (
  slug: string,
  typed: string,
  { name = "", role = "secretary" }: { name?: string; role?: string },
): Promise<void> =>
  asOperator(async ({ config, operator, pool }) => {
    const council = await findTenant(operator, slug);
    const host =
      council && (await findHosts(operator)).find((one) => one.tenant_id === council.id && one.kind === "primary");
    if (!council || !host) throw noSuchCouncil(slug);
    const input = safeParse(Invite, { email: typed, name, roles: [role], language: "sq" });
    if (!input.success) {
      const complaints: Record<string, string> = {
        roles: `A role is one of ${offeredRoles.join(", ")}.`,
        name: "The name is one line of up to 120 characters.",
      };
      throw new CommandRefused(complaints[String(input.issues[0].path?.[0]?.key)] ?? `${typed} is no e-mail.`);
    }
    const by = { actor: { kind: "system", name: "tenant invite" }, now: systemClock.now() } as const;
    const link = await tenantDb(pool, council.id).write(async (tx) => {
      const token = await invite(tx, by, input.output);
      const address = addressOf(config, host.host) + fillPath(accountsPaths.invitation, { token }).sq;
      const { email: to, language } = input.output;
      if (config.smtpUrl)
        await mailLink(tx, by.now, "invitation", { to, language, council: council.names, link: address });
      return address;
    });
    if (config.smtpUrl) return say(`The invitation goes to ${input.output.email}.`);
    say("No mail server is set up (SMTP_URL), so nothing is sent: hand the link over yourself.");
    say("This link makes the account. It works once, for seven days:");
    say(link);
  });
