/** On every answer, also on kept pages and errors. */
export const securityHeaders: Readonly<Record<string, string>> = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "strict-origin-when-cross-origin",
  "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
};

/** Told to browsers only behind TLS: on plain HTTP it means nothing. */
export const strictTransport = "max-age=31536000; includeSubDomains";
