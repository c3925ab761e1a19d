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

/** So long, in milliseconds, a browser is known after the last sign-in there: longer than anybody is on leave. */
export const deviceLasts = 180 * 24 * 60 * 60 * 1000;

/** By which a browser is known at the next sign-in: it opens nothing by itself. */
export const deviceCookieName = (scheme: Scheme): string => (scheme === "https" ? "__Host-device" : "device");

/** It is needed by the workspace's own forms alone. */
export const deviceCookieOptions = (scheme: Scheme): CookieOptions => ({
  ...sessionCookieOptions(scheme),
  sameSite: "Strict",
  maxAge: deviceLasts / 1000,
});
