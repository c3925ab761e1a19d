import type { Context } from "hono";
import { type RequestScope, remoteAddressOf } from "./scope.ts";

/**
 * Where a request comes from, as limits count it: who is connected or, behind so many proxies of ours, whom the first of
 * them saw. What stands further left in the header anybody can write there.
 */
export function clientAddress(
  { req, env }: Pick<Context<RequestScope>, "req" | "env">,
  trustedProxies: number,
): string {
  const connected = remoteAddressOf(env) ?? "in process";
  if (trustedProxies === 0) return connected;
  const seen = (req.header("x-forwarded-for") ?? "").split(",").map((address) => address.trim());
  return seen.filter(Boolean).at(-trustedProxies) || connected;
}
