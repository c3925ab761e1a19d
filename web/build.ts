import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { env } from "node:process";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { build } from "vite";
import { sourcesFingerprint } from "./sources.ts";

const configFile = join(import.meta.dirname, "vite.config.ts");
const dist = join(import.meta.dirname, "dist");

/** Compressed once, as far as it goes, so that no request pays for it. Fonts are compressed already. */
async function compress(assets: string) {
  const names = (await readdir(assets)).filter((name) => /\.(js|css|svg)$/.test(name));
  await Promise.all(
    names.map(async (name) => {
      const bytes = await readFile(join(assets, name));
      const brotli = promisify(brotliCompress)(bytes, {
        params: {
          [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
          [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        },
      });
      await Promise.all([
        writeFile(join(assets, `${name}.br`), await brotli),
        writeFile(join(assets, `${name}.gz`), await promisify(gzip)(bytes, { level: 9 })),
      ]);
    }),
  );
}

/** Whether `web/dist` was built from exactly these sources. */
export async function isBuilt(): Promise<boolean> {
  const built = join(dist, "sources.sha256");
  return existsSync(built) && (await readFile(built, "utf8")) === sourcesFingerprint();
}

/**
 * Builds the browser's files into `web/dist/client` and the fragment renderer into `web/dist/server`. It takes the
 * place of the last build whole, at the end, so that nobody ever reads half of one.
 */
export async function buildWeb() {
  const fingerprint = sourcesFingerprint();
  // Vite follows what is set: under a test runner it would take the libraries' development halves, which do not match.
  env.NODE_ENV = "production";
  const fresh = join(import.meta.dirname, `dist-${process.pid}`);
  try {
    await mkdir(fresh, { recursive: true });
    await build({ configFile, build: { outDir: join(fresh, "client") } });
    await build({ configFile, mode: "workspace", build: { outDir: join(fresh, "client") } });
    await build({ configFile, build: { outDir: join(fresh, "server"), ssr: "entry-server.tsx" } });
    await compress(join(fresh, "client/assets"));
    await writeFile(join(fresh, "sources.sha256"), fingerprint);
    await rm(dist, { recursive: true, force: true });
    await rename(fresh, dist);
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
}

if (import.meta.main) await buildWeb();
