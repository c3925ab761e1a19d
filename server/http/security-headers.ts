/** Told to browsers only behind TLS: on plain HTTP it means nothing. */
const strictTransport = "max-age=31536000; includeSubDomains";

/** On every answer, also on kept pages and errors. */
export const siteHeaders = (scheme: "http" | "https"): Readonly<Record<string, string>> => ({
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "strict-origin-when-cross-origin",
  "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  ...(scheme === "https" && { "Strict-Transport-Security": strictTransport }),
});
