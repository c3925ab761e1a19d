import { execFile } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);
/** A first start makes a profile, which takes a while beside other work. */
const patience = 90_000;

function isOnPath(command: string): boolean {
  return (process.env.PATH ?? "").split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, command), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** Whether LibreOffice is here, with what reads its PDF. */
export const hasLibreOffice = ["soffice", "pdftotext"].every(isOnPath);

/**
 * What stands on the pages of a DOCX as LibreOffice sets them, with single spaces between words.
 * @throws if it cannot be opened, or not in time
 */
export async function textInLibreOffice(docx: Buffer): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "libreoffice-"));
  try {
    await writeFile(join(folder, "paper.docx"), docx);
    // A profile of its own: nobody's open LibreOffice is asked to do it.
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, "profile"))}`;
    const order = [profile, "--headless", "--convert-to", "pdf", "--outdir", folder, join(folder, "paper.docx")];
    await run("soffice", order, { timeout: patience });
    const { stdout } = await run("pdftotext", ["-enc", "UTF-8", join(folder, "paper.pdf"), "-"], { timeout: patience });
    return stdout.replace(/\s+/g, " ");
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}
