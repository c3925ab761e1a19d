import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { build } from "vite";

const configFile = `${import.meta.dirname}/vite.config.ts`;
const assets = `${import.meta.dirname}/dist/client/assets`;

/** Compressed once, as far as it goes, so that no request pays for it. Fonts are compressed already. */
async function compress() {
  const names = (await readdir(assets)).filter((name) => /\.(js|css|svg)$/.test(name));
  await Promise.all(
    names.map(async (name) => {
      const bytes = await readFile(join(assets, name));
      const brotli = promisify(brotliCompress)(bytes, {
        params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length, [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT },
      });
      await Promise.all([
        writeFile(join(assets, `${name}.br`), await brotli),
        writeFile(join(assets, `${name}.gz`), await promisify(gzip)(bytes, { level: 9 })),
      ]);
    }),
  );
}

/** Builds the browser's files into `web/dist/client` and the fragment renderer into `web/dist/server`. */
export async function buildWeb() {
  await build({ configFile });
  await build({ configFile, build: { ssr: "entry-server.tsx" } });
  await compress();
}

if (import.meta.main) await buildWeb();
