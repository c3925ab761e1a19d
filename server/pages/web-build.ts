import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Fragment, FragmentRequest, WorkspaceFragment } from "../../web/entry-server.tsx";
import type { WorkspacePageData } from "../workspace/page-data.ts";
import type { PageAssets } from "./document.ts";

/** The built front end, as the page renderer needs it. */
export interface WebBuild {
  /** Changes with every byte of the build; kept pages are filed under it. */
  id: string;
  /** Set in development, where styles are written into the page as they change. */
  isLive?: true;
  renderFragment(request: FragmentRequest): Promise<Fragment>;
  /** The files of the browser that a page begins with. `modules` are the page's own sources that are split off. */
  assetsFor(modules: readonly string[], locale: "sq" | "en"): PageAssets;
  workspace: WorkspaceBuild;
}

/** The workspace is a build of its own, so that nothing of it can be in what a reader of the public site loads. */
export interface WorkspaceBuild {
  render(page: WorkspacePageData, nonce: string): WorkspaceFragment;
  assetsFor(view: string, locale: "sq" | "en"): PageAssets;
}

interface ManifestChunk {
  file: string;
  css?: string[];
  imports?: string[];
  assets?: string[];
}
type Manifest = Record<string, ManifestChunk>;

const dist = join(import.meta.dirname, "../../web/dist");
export const clientDirectory = join(dist, "client");

function withImports(manifest: Manifest, module: string, seen = new Set<string>()): Set<string> {
  const chunk = manifest[module];
  if (!chunk || seen.has(module)) return seen;
  seen.add(module);
  for (const imported of chunk.imports ?? []) withImports(manifest, imported, seen);
  return seen;
}

const address = (file: string) => `/${file}`;
const fontsOf = (entry: ManifestChunk) =>
  (entry.assets ?? []).filter((file) => /(newsreader|public-sans)-latin-wght-normal/.test(file)).map(address);

/** The files with which a page begins: those of the entry and of the sources that it will ask for. */
function assetsFrom(manifest: Manifest, entry: string, modules: readonly string[]): PageAssets {
  const chunks = withImports(manifest, entry);
  for (const name of modules) withImports(manifest, name, chunks);
  chunks.delete(entry);
  const styles = [entry, ...chunks].flatMap((name) => manifest[name]?.css ?? []);
  return {
    script: address(manifest[entry]!.file),
    preload: [...chunks].map((name) => address(manifest[name]!.file)),
    styles: [...new Set(styles)].map(address),
    fonts: fontsOf(manifest[entry]!),
  };
}

/** Reads the finished build. Throws when there is none. */
export async function loadWebBuild(): Promise<WebBuild> {
  const manifestText = await readFile(join(clientDirectory, ".vite/manifest.json"), "utf8");
  const serverEntry = join(dist, "server/entry-server.js");
  const id = createHash("sha256")
    .update(manifestText)
    .update(await readFile(serverEntry))
    .digest("hex")
    .slice(0, 16);
  const manifest: Manifest = JSON.parse(manifestText);
  const { renderFragment, renderWorkspace } = await import(pathToFileURL(serverEntry).href);
  const workspaceManifest: Manifest = JSON.parse(await readFile(join(clientDirectory, ".vite/workspace.json"), "utf8"));
  return {
    id,
    renderFragment,
    assetsFor: (modules, locale) => assetsFrom(manifest, "entry-client.tsx", [`i18n/${locale}/browser.ts`, ...modules]),
    workspace: {
      render: renderWorkspace,
      assetsFor: (view, locale) =>
        assetsFrom(workspaceManifest, "entry-workspace.tsx", [
          `workspace/phrases/${locale}.ts`,
          `workspace/${view}.tsx`,
        ]),
    },
  };
}
