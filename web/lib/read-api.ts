import type { Hono } from "hono";
import type { hc } from "hono/client";

interface Asked {
  param?: Record<string, string>;
  query?: Record<string, string | readonly string[] | undefined>;
}

/** The address of a route under its names in the client: `[":kind{board|village}"][":slug"]`; `index` is the base itself. */
function addressOf(base: string, names: readonly string[], { param = {}, query = {} }: Asked): string {
  const path = names
    .filter((name) => name !== "index")
    .map((name) => {
      const [, parameter] = /^:(\w+)/.exec(name) ?? [];
      return `/${parameter ? encodeURIComponent(param[parameter]!) : name}`;
    });
  const asked = new URLSearchParams(
    Object.entries(query).flatMap(([name, value]) => [value ?? []].flat().map((one) => [name, one])),
  );
  return base + path.join("") + (asked.size > 0 ? `?${asked}` : "");
}

// biome-ignore lint/suspicious/noExplicitAny: the bound of the client itself
type Routes = Hono<any, any, any>;

/**
 * Hono's typed client for those who only read, which is all that a public page does: the client itself brings bodies,
 * headers, cookies and sockets along and would be two of every hundred bytes that a reader loads.
 */
export function readApi<Api extends Routes>(
  base: string,
  read: (address: string) => Promise<Response>,
): ReturnType<typeof hc<Api>> {
  const below = (names: readonly string[]): object =>
    new Proxy(
      {},
      {
        get: (_, name: string) =>
          name === "$get" ? (asked: Asked = {}) => read(addressOf(base, names, asked)) : below([...names, name]),
      },
    );
  return below([]) as ReturnType<typeof hc<Api>>;
}
