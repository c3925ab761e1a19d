import { defineConfig } from "vite";
import solid from "vite-plugin-solid";

/** Two builds of one source: the browser's with a manifest, and the server's fragment renderer. */
export default defineConfig(({ isSsrBuild }) => ({
  root: import.meta.dirname,
  base: "/",
  appType: "custom",
  publicDir: false,
  plugins: [solid({ ssr: true })],
  resolve: { dedupe: ["solid-js", "@solidjs/router"] },
  build: isSsrBuild
    ? { outDir: "dist/server", emptyOutDir: true, target: "node24", rollupOptions: { input: "entry-server.tsx" } }
    : {
        outDir: "dist/client",
        emptyOutDir: true,
        manifest: true,
        target: "es2022",
        assetsInlineLimit: 0,
        modulePreload: { polyfill: false },
        rollupOptions: { input: "entry-client.tsx" },
      },
  logLevel: "warn",
}));
