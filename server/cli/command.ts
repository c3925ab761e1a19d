import { type Config, ConfigError, loadConfig } from "../config.ts";
import { EmbeddedDatabaseError } from "../db/embedded/embedded-postgres.ts";
import { type OpenDatabaseOptions, type OpenedDatabase, openDatabase } from "../db/open-database.ts";
import { AppError } from "../http/errors.ts";
import { Progress } from "../start/progress.ts";

/** A command that cannot do what it was asked, told in one sentence. */
export class CommandRefused extends Error {
  override name = "CommandRefused";
}

/** Prints a line for the person at the terminal, or for a script that reads the output. */
export const say = (line: string) => void process.stdout.write(`${line}\n`);

/** What to print about a failure: a sentence where it has one, all that is known where it is a bug. */
async function told(error: unknown): Promise<string> {
  if (error instanceof AppError) {
    // Most commands never need the phrases.
    const { phrases } = await import("../http/phrases.ts");
    return phrases("en", "errors")(error.code as "http.internal", error.params);
  }
  const isSentence =
    error instanceof CommandRefused || error instanceof ConfigError || error instanceof EmbeddedDatabaseError;
  const { message, stack } = error as Error;
  return isSentence || isWrongOption(error) ? message : (stack ?? String(error));
}

/** What `parseArgs` says of an option that does not exist or lacks its value. */
const isWrongOption = (error: unknown) => String((error as NodeJS.ErrnoException).code).startsWith("ERR_PARSE_ARGS_");

export interface CommandContext {
  config: Config;
  database: OpenedDatabase;
}

/** Does the work of a command with the database that the server uses, also while it runs; leaves nothing open. */
export async function withDatabase<T>(
  options: Pick<OpenDatabaseOptions, "migrate">,
  work: (context: CommandContext) => Promise<T>,
): Promise<T> {
  const config = loadConfig();
  const database = await openDatabase(config, { ...options, purpose: "join", progress: new Progress() });
  try {
    return await work({ config, database });
  } finally {
    await database.close();
  }
}

/** Runs a command to its end: exit code 0, or 1 with a sentence on standard error. */
export function runCommand(work: (args: string[]) => Promise<void>): void {
  work(process.argv.slice(2)).then(
    () => process.exit(0),
    async (error: unknown) => {
      process.stderr.write(`${await told(error)}\n`);
      process.exit(1);
    },
  );
}
