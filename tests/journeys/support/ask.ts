import { Agent, type IncomingHttpHeaders, request } from "node:http";
import { inject } from "vitest";

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

const agent = new Agent({ keepAlive: true, maxSockets: 4 });

/**
 * Asks the portal without a browser, as a crawler does. `*.localhost` resolves in browsers only, hence the host.
 * @param host without its port
 */
export function ask(host: string, path: string, options: { method?: string; headers?: object } = {}): Promise<Answer> {
  const port = inject("port");
  const headers = { host: `${host}:${port}`, ...options.headers };
  return new Promise((resolve, reject) => {
    request({ agent, host: "127.0.0.1", port, path, method: options.method ?? "GET", headers }, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part));
      response.on("error", reject);
      response.on("end", () =>
        resolve({ status: response.statusCode!, headers: response.headers, body: Buffer.concat(parts) }),
      );
    })
      .on("error", reject)
      .end();
  });
}

/** What the API of a council answers. */
export async function api<T>(council: string, path: string): Promise<T> {
  const { status, body } = await ask(`${council}.localhost`, `/api/v1/${path}`);
  if (status !== 200) throw new Error(`${path} answered ${status}`);
  return JSON.parse(String(body)) as T;
}
