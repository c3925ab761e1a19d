import { execFile } from "node:child_process";
import { accessSync, constants, existsSync, realpathSync } from "node:fs";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);
/** A first start makes a profile, which takes a while beside other work. */
const patience = 90_000;

/** Where a command is, as it would be called. */
const programOf = (command: string): string[] =>
  (process.env.PATH ?? "")
    .split(delimiter)
    .map((folder) => join(folder, command))
    .filter((path) => {
      try {
        accessSync(path, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });

/** Whether LibreOffice is here, with what reads its PDF. */
export const hasLibreOffice = ["soffice", "pdftotext"].every((command) => programOf(command).length > 0);

/** Whether its part for tables is here too, which is installed apart. */
export const hasCalc = programOf("soffice").some((path) => existsSync(join(dirname(realpathSync(path)), "libsclo.so")));

/**
 * Files as LibreOffice opens them and saves them again, by name; of a workbook that becomes CSV there may be several.
 * @param to its name of the format, with options: `pdf`, `csv:Text - txt - csv (StarCalc):59,34,76`
 * @throws if one cannot be opened, or not in time
 */
export async function savedByLibreOffice(
  files: Readonly<Record<string, Uint8Array>>,
  to: string,
): Promise<Record<string, Buffer>> {
  const folder = await mkdtemp(join(tmpdir(), "libreoffice-"));
  const saved = join(folder, "saved");
  try {
    await mkdir(saved);
    for (const [name, bytes] of Object.entries(files)) await writeFile(join(folder, name), bytes);
    // A profile of its own: nobody's open LibreOffice is asked to do it.
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, "profile"))}`;
    const given = Object.keys(files).map((name) => join(folder, name));
    await run("soffice", [profile, "--headless", "--convert-to", to, "--outdir", saved, ...given], {
      timeout: patience,
    });
    const names = await readdir(saved);
    return Object.fromEntries(
      await Promise.all(names.map(async (name) => [name, await readFile(join(saved, name))] as const)),
    );
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

/** What stands on the pages of a PDF; a form feed ends each page. @param options of pdftotext */
export async function textOfPdf(pdf: Uint8Array, ...options: string[]): Promise<string> {
  const reading = run("pdftotext", ["-enc", "UTF-8", ...options, "-", "-"], { timeout: patience, maxBuffer: 2 ** 24 });
  reading.child.stdin!.end(pdf);
  return (await reading).stdout;
}

/**
 * What stands on the pages of a DOCX as LibreOffice sets them, with single spaces between words.
 * @throws if it cannot be opened, or not in time
 */
export async function textInLibreOffice(docx: Buffer): Promise<string> {
  const { "paper.pdf": pdf } = await savedByLibreOffice({ "paper.docx": docx }, "pdf");
  if (!pdf) throw new Error("LibreOffice made no PDF.");
  return (await textOfPdf(pdf)).replace(/\s+/g, " ");
}
