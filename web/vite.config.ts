import { defineConfig } from "vite";
import solid from "vite-plugin-solid";

/**
 * What every page needs comes in one file; a request for each part of it would cost a slow line more than its bytes. Of the
 * server's data it has what an address needs to be understood, and nothing that a single page shows.
 */
const inEveryPage = new RegExp(
  [
    // The player of streams is fetched by those who play one.
    "/node_modules/(?!hls\\.js/)",
    "/server/pages/",
    "\\.pages\\.shared",
    "/web/lib/",
    "/web/features/site/",
    "/elements/element-crumbs",
    "/errors/not-found-page",
    "/web/ui/(format|only-albanian|prose|empty-state)",
  ].join("|"),
);
/** What the pages of elements have in common, registers above all. */
const ofElements = /\/elements\/element-frame|\/web\/ui\/(exports|filters)/;
/** What pages of documents have in common with the home page. */
const ofDocuments = /\/web\/features\/publications\/(dating|field-value|first-file|headlines)/;

/** An older browser shows black on white where `light-dark()` is unknown; a translation would not know the theme. */
const cssTarget = ["chrome123", "firefox120", "safari17.5"];
const chunkFileNames = ({ name }: { name: string }) => `assets/${name.replace(/[^\w-]+/g, "-")}-[hash].js`;

/**
 * Three builds of one source: the public site's for the browser, the workspace's likewise (mode `workspace`), each with a
 * manifest and sharing no file of script, and the server's renderer of both.
 */
export default defineConfig(({ isSsrBuild, mode }) => ({
  root: import.meta.dirname,
  base: "/",
  appType: "custom",
  publicDir: false,
  plugins: [solid({ ssr: true })],
  resolve: { dedupe: ["solid-js", "@solidjs/router"] },
  build: isSsrBuild
    ? {
        outDir: "dist/server",
        emptyOutDir: true,
        target: "node24",
        // One file, read whole at the start: a build that takes the place of this one breaks no process that runs.
        rollupOptions: { input: "entry-server.tsx", output: { codeSplitting: false } },
      }
    : {
        outDir: "dist/client",
        emptyOutDir: mode !== "workspace",
        manifest: mode === "workspace" ? ".vite/workspace.json" : true,
        target: "es2022",
        cssTarget,
        assetsInlineLimit: 0,
        modulePreload: { polyfill: false },
        rollupOptions:
          mode === "workspace"
            ? { input: "entry-workspace.tsx", output: { chunkFileNames } }
            : {
                input: "entry-client.tsx",
                output: {
                  chunkFileNames,
                  codeSplitting: {
                    groups: [
                      { name: "core", test: inEveryPage },
                      { name: "elements", test: ofElements },
                      { name: "photo", test: /\/web\/ui\/photo/ },
                      { name: "documents", test: ofDocuments, minShareCount: 2 },
                    ],
                  },
                },
              },
      },
  // In development: what the browser needs is modules already, and the search for what is not stumbles over JSX.
  optimizeDeps: { noDiscovery: true },
  logLevel: "warn",
}));
