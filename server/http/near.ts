import type { Context } from "hono";
import { type RequestScope, remoteAddressOf } from "./scope.ts";

const loopback = /^(127\.|::1$|::ffff:127\.)/;
const byProxies = ["x-forwarded-for", "x-real-ip", "forwarded", "via"];

type Asked = Pick<Context<RequestScope>, "env" | "req">;

/** Whether a request came through a proxy: by the presence of what proxies add, empty or not. */
export const isForwarded = ({ req }: Asked): boolean => byProxies.some((name) => req.header(name) !== undefined);

/** Whether whoever is connected is on this machine; calls inside the process are. */
export const isFromHere = ({ env }: Asked): boolean => loopback.test(remoteAddressOf(env) ?? "127.0.0.1");
