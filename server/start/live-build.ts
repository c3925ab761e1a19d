import { createHash } from "node:crypto";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { join } from "node:path";
import type { WebBuild } from "../pages/web-build.ts";

type Handle = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

/** The web straight from its sources, on the server's own port, for development. Reloads in the browser on change. */
export async function createLiveBuild(
  server: Server,
): Promise<{ build: () => Promise<WebBuild>; handle: Handle; close(): Promise<void> }> {
  const { createServer } = await import("vite");
  const vite = await createServer({
    configFile: join(import.meta.dirname, "../../web/vite.config.ts"),
    server: { middlewareMode: true, hmr: { server } },
    appType: "custom",
  });
  const id = createHash("sha256").update(String(process.pid)).digest("hex").slice(0, 16);
  const build = async (): Promise<WebBuild> => {
    const { renderFragment, renderWorkspace } = await vite.ssrLoadModule("/entry-server.tsx");
    return {
      id,
      isLive: true,
      renderFragment: renderFragment as WebBuild["renderFragment"],
      assetsFor: () => ({
        script: "/entry-client.tsx",
        preload: ["/@vite/client"],
        styles: ["/styles/index.css"],
        fonts: [],
      }),
      workspace: {
        render: renderWorkspace as WebBuild["workspace"]["render"],
        assetsFor: () => ({
          script: "/entry-workspace.tsx",
          preload: ["/@vite/client"],
          styles: ["/styles/workspace.css"],
          fonts: [],
        }),
      },
    };
  };
  return { build, handle: vite.middlewares as unknown as Handle, close: () => vite.close() };
}
