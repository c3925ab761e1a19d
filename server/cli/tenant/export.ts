import { createWriteStream, existsSync } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { resolve } from "node:path";
import { finished } from "node:stream/promises";
import { systemClock } from "../../clock.ts";
import { exportCouncil } from "../../features/export/export-council.ts";
import { openStorage } from "../../storage/open-storage.ts";
import { CommandRefused, say } from "../command.ts";
import { asOperator, noSuchCouncil } from "./operator.ts";

const count = (number: number, one: string, many: string) => `${number} ${number === 1 ? one : many}`;

/** The archive appears under its name only when it is whole; nobody but the operator can read it. */
export const exportTenant = (slug: string, file?: string): Promise<void> =>
  asOperator(async ({ config, pool }) => {
    const now = systemClock.now();
    const target = resolve(file ?? `${slug}-${now.toISOString().slice(0, 10)}.zip`);
    if (existsSync(target)) throw new CommandRefused(`${target} is there already: name another file.`);
    const partial = `${target}.part`;
    const destination = createWriteStream(partial, { flags: "wx", mode: 0o600 });
    const failure = await new Promise<NodeJS.ErrnoException | null>((ready) => {
      destination.once("open", () => ready(null)).once("error", ready);
    });
    if (failure) throw new CommandRefused(`${partial} cannot be written (${failure.code}).`);
    try {
      const exported = await exportCouncil({ pool, storage: openStorage(config), now }, slug, destination);
      if (!exported) throw noSuchCouncil(slug);
      await rename(partial, target);
      const { tables, rows, files, missing } = exported;
      const records = count(rows, "record", "records");
      say(`${records} of ${count(tables, "table", "tables")} and ${count(files, "file", "files")} have been written:`);
      say(target);
      if (missing.length > 0) {
        const are = count(missing.length, "file is", "files are");
        throw new CommandRefused(`${are} missing in the storage: missing-files.txt in the archive names them.`);
      }
    } catch (error) {
      destination.destroy();
      await finished(destination).catch(() => {});
      await rm(partial, { force: true });
      throw error;
    }
  });
