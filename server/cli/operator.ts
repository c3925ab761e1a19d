import { parseArgs } from "node:util";
import { CommandRefused, runCommand, say } from "./command.ts";

const usage = `npm run operator -- <command>

  invite <email> --name <name>     prints the link with which an operator makes the account
  list                             every operator with state and last sign-in, and the open invitations
  reset <email>                    prints a link for a new password
  reset <email> --second-factor    … and has a new second factor set up
  close <email>                    shuts an operator out everywhere, in the councils too
  open <email>                     lets one in again`;

interface Options {
  email?: string;
  name?: string;
  "second-factor"?: boolean;
}

/** Which options each command has beside the e-mail. */
const optionsOf: Record<string, string[]> = {
  invite: ["email", "name"],
  list: [],
  reset: ["email", "second-factor"],
  close: ["email"],
  open: ["email"],
};

runCommand(async (args) => {
  const { positionals, values } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      email: { type: "string" },
      name: { type: "string" },
      "second-factor": { type: "boolean" },
      help: { type: "boolean", short: "h" },
    },
  });
  const { help, ...options }: Options & { help?: boolean } = values;
  if (help || positionals.length === 0) return say(usage);
  const [command = "", ...operands] = positionals;
  const known = optionsOf[command];
  const emails = [...operands, ...(options.email === undefined ? [] : [options.email])];
  const isWhole = known?.includes("email") ? emails.length === 1 : emails.length === 0;
  if (!known || !isWhole || Object.keys(options).some((option) => !known.includes(option)))
    throw new CommandRefused(usage);
  // Phrases and passwords are needed from here on only.
  const commands = await import("./operator/commands.ts");
  const email = emails[0] ?? "";
  switch (command) {
    case "invite":
      return commands.inviteOperator(email, options.name ?? "");
    case "reset":
      return commands.resetOperator(email, options["second-factor"] ?? false);
    case "close":
      return commands.changeOperator(email, "disabled");
    case "open":
      return commands.changeOperator(email, "active");
    default:
      return commands.listOperators();
  }
});
