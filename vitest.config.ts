import solid from "vite-plugin-solid";
import { defineConfig } from "vitest/config";

/** What is waited for has so long, in milliseconds, on a machine that has other work. */
const patient = { poll: { timeout: 15_000 } };

/** `server` is everything on Node; `ssr` renders components as the server does; `journeys` drives a real browser. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "server",
          environment: "node",
          include: ["{server,tenants,migrations,web,tests,loadtests}/**/*.test.ts"],
          exclude: ["**/node_modules/**", "tests/journeys/**", "**/*.ssr.test.tsx"],
          globalSetup: "tests/support/global-setup.ts",
          // The built renderer runs as it stands, as in production.
          server: { deps: { external: [/\/web\/dist\//] } },
          testTimeout: 60_000,
          hookTimeout: 60_000,
          expect: patient,
        },
      },
      {
        plugins: [solid({ ssr: true, solid: { generate: "ssr", hydratable: true } })],
        resolve: { conditions: ["node"] },
        ssr: { noExternal: ["solid-js", "@solidjs/router"] },
        test: {
          name: "ssr",
          environment: "node",
          include: ["web/**/*.ssr.test.tsx"],
          server: { deps: { inline: [/solid-js/, /@solidjs\/router/] } },
        },
      },
      {
        test: {
          name: "journeys",
          environment: "node",
          include: ["tests/journeys/**/*.test.ts"],
          globalSetup: "tests/journeys/global-setup.ts",
          testTimeout: 120_000,
          hookTimeout: 120_000,
          expect: patient,
          fileParallelism: false,
          // After the others: a browser beside them would only wait, and be measured waiting.
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
