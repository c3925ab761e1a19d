import { readdir, readFile } from "node:fs/promises";
import { extname, join } from "node:path";
import type { Storage } from "../../storage/storage.ts";

const mediaTypes: Record<string, string> = {
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".woff2": "font/woff2",
  ".svg": "image/svg+xml",
  ".png": "image/png",
};
export type AssetEncoding = "br" | "gzip" | "identity";

export interface Asset {
  mediaType: string;
  bytes: Partial<Record<AssetEncoding, Buffer>> & { identity: Buffer };
}

const assetName = /^[\w-]{1,100}\.(js|css|woff2|svg|png)$/;
const keyOf = (name: string) => `assets/${name.toLowerCase()}`;

/**
 * The browser's files. Names carry a hash of their content, so they never change; those of earlier builds stay in the
 * storage, for pages that were opened before an update.
 */
export class Assets {
  #current = new Map<string, Asset>();
  readonly #storage: Storage;

  constructor(storage: Storage) {
    this.#storage = storage;
  }

  /** Reads a finished build; compressed copies made by the build stand beside the files. */
  async load(clientDirectory: string): Promise<void> {
    const directory = join(clientDirectory, "assets");
    const names = await readdir(directory);
    const read = async (name: string) => (names.includes(name) ? readFile(join(directory, name)) : undefined);
    const loaded = await Promise.all(
      names
        .filter((name) => assetName.test(name))
        .map(async (name): Promise<[string, Asset]> => {
          const [identity, br, gzip] = await Promise.all([read(name), read(`${name}.br`), read(`${name}.gz`)]);
          return [name, { mediaType: mediaTypes[extname(name)]!, bytes: { identity: identity!, br, gzip } }];
        }),
    );
    this.#current = new Map(loaded);
  }

  /** Keeps the current files for those who still hold a page of this build after the next one. */
  async keep(): Promise<void> {
    for (const [name, { mediaType, bytes }] of this.#current) {
      if (await this.#storage.head(keyOf(name))) continue;
      await this.#storage.put(keyOf(name), once(bytes.identity), { size: bytes.identity.length, mediaType });
    }
  }

  /** A file of this build or an earlier one, or `null`. */
  async find(name: string): Promise<Asset | null> {
    const current = this.#current.get(name);
    if (current || !assetName.test(name)) return current ?? null;
    const kept = await this.#storage.get(keyOf(name));
    if (!kept) return null;
    const identity = Buffer.from(await new Response(kept.body).arrayBuffer());
    return { mediaType: mediaTypes[extname(name)]!, bytes: { identity } };
  }

  /** Bytes of a file as a browser that takes `br` receives it. */
  sizeOf(name: string): number {
    const asset = this.#current.get(name);
    return (asset?.bytes.br ?? asset?.bytes.identity)?.length ?? 0;
  }
}

async function* once(bytes: Buffer) {
  yield bytes;
}
