import { parseArgs } from "node:util";
import { CommandRefused, runCommand, say } from "./command.ts";
import { addTenant } from "./tenant/add.ts";
import { exportTenant } from "./tenant/export.ts";
import { addTenantHost, removeTenantHost, verifyTenantHost } from "./tenant/hosts.ts";
import { listTenants } from "./tenant/list.ts";
import { resumeTenant, suspendTenant } from "./tenant/state.ts";

const usage = `npm run tenant -- <command>

  add <slug>                       adds one of the municipalities of tenants/municipalities.json
  list                             every council with its state and addresses
  suspend <slug>                   closes its site for now: visitors are told so, nothing is lost
  resume <slug>                    opens its site; one that was being set up goes live with it
  resume <slug> --onboarding       opens it as one that is being set up, which search engines leave out
  invite <slug> <email>            invites into its workspace; without SMTP_URL the link is printed
  invite … --role <role>           such as editor, publisher or auditor; without it as secretary
  invite … --name <name>           with the name that is proposed
  export <slug> [file]             all its data and files in one archive
  host add <slug> <domain>         notes a domain of the council's own and says how to prove it
  host verify <slug> <domain>      looks for the proof in DNS; from then on the domain leads to the council
  host verify … --primary          … and is its address, to which the one before leads
  host remove <slug> <domain>      the domain leads nowhere`;

interface Options {
  primary?: boolean;
  onboarding?: boolean;
  role?: string;
  name?: string;
}
type Command = (operands: string[], options: Options) => Promise<void>;

/** Brings phrases and passwords along, which no other command needs. */
const invite: Command = async ([slug, email], { name, role }) => {
  const { inviteToTenant } = await import("./tenant/invite.ts");
  await inviteToTenant(slug!, email!, { name, role });
};

/** How many operands each takes, at least and at the most. */
const commands: Record<string, [least: number, most: number, run: Command]> = {
  add: [1, 1, ([slug]) => addTenant(slug!)],
  list: [0, 0, () => listTenants()],
  suspend: [1, 1, ([slug]) => suspendTenant(slug!)],
  resume: [1, 1, ([slug], { onboarding }) => resumeTenant(slug!, onboarding ? "onboarding" : "live")],
  invite: [2, 2, invite],
  export: [1, 2, ([slug, file]) => exportTenant(slug!, file)],
  "host add": [2, 2, ([slug, domain]) => addTenantHost(slug!, domain!)],
  "host verify": [2, 2, ([slug, domain], { primary }) => verifyTenantHost(slug!, domain!, primary ?? false)],
  "host remove": [2, 2, ([slug, domain]) => removeTenantHost(slug!, domain!)],
};

const optionsOf: Record<string, string[]> = {
  resume: ["onboarding"],
  "host verify": ["primary"],
  invite: ["role", "name"],
};

runCommand(async (args) => {
  const { positionals, values } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      primary: { type: "boolean" },
      onboarding: { type: "boolean" },
      role: { type: "string" },
      name: { type: "string" },
      help: { type: "boolean", short: "h" },
    },
  });
  const { help, ...options } = values;
  if (help || positionals.length === 0) return say(usage);
  const words = positionals[0] === "host" ? 2 : 1;
  const name = positionals.slice(0, words).join(" ");
  const operands = positionals.slice(words);
  const [least, most, run] = commands[name] ?? [];
  const foreign = Object.keys(options).find((option) => !optionsOf[name]?.includes(option));
  if (!run || operands.length < least! || operands.length > most! || foreign) throw new CommandRefused(usage);
  await run(operands, options);
});
