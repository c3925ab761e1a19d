import { build } from "vite";

const configFile = `${import.meta.dirname}/vite.config.ts`;

/** Builds the browser's files into `web/dist/client` and the fragment renderer into `web/dist/server`. */
export async function buildWeb() {
  await build({ configFile });
  await build({ configFile, build: { ssr: "entry-server.tsx" } });
}

if (import.meta.main) await buildWeb();
