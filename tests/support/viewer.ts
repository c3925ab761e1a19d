import { request } from "node:http";

export interface Told {
  event: string;
  id: string | null;
  data: unknown;
}
export interface Viewer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  /** Everything that was told so far. */
  told: Told[];
  /** All that came, as text. */
  text(): string;
  leave(): void;
  ended: Promise<void>;
}

/** Follows a stream as a browser does. */
export function follow(
  port: number,
  host: string,
  path: string,
  headers: Record<string, string> = {},
): Promise<Viewer> {
  return new Promise((resolve, reject) => {
    const asked = request(
      { port, host: "127.0.0.1", path, headers: { host, ...headers }, agent: false },
      (response) => {
        let text = "";
        const told: Told[] = [];
        let rest = "";
        const ended = Promise.withResolvers<void>();
        response.setEncoding("utf8");
        response.on("data", (part: string) => {
          text += part;
          rest += part;
          const messages = rest.split("\n\n");
          rest = messages.pop()!;
          for (const message of messages) {
            const fields = new Map(message.split("\n").map((line) => line.split(/: (.*)/s) as [string, string]));
            const event = fields.get("event");
            if (event) told.push({ event, id: fields.get("id") ?? null, data: JSON.parse(fields.get("data")!) });
          }
        });
        response.on("close", () => ended.resolve());
        response.on("error", () => ended.resolve());
        resolve({
          status: response.statusCode!,
          headers: response.headers,
          ...{ told, text: () => text, leave: () => asked.destroy(), ended: ended.promise },
        });
      },
    );
    asked.on("error", reject);
    asked.end();
  });
}
