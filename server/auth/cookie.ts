import type { CookieOptions } from "hono/utils/cookie";

type Scheme = "http" | "https";

/** Behind TLS the name itself binds the cookie to this one host, its whole site and TLS. */
export const sessionCookieName = (scheme: Scheme): string => (scheme === "https" ? "__Host-session" : "session");

/** Ends with the browser; how long it means anything is for the server to say. */
export const sessionCookieOptions = (scheme: Scheme): CookieOptions => ({
  httpOnly: true,
  secure: scheme === "https",
  sameSite: "Lax",
  path: "/",
});
