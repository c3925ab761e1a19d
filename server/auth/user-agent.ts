import Bowser from "bowser";

/** What a browser says it is, as people know it: `Firefox 128`, `Android`; `null` where it says nothing known. */
export interface Device {
  browser: string | null;
  system: string | null;
}

/** Reads what a browser calls itself. It may call itself anything: what is not known is left out. */
export function deviceOf(userAgent: string): Device {
  if (userAgent.trim() === "") return { browser: null, system: null };
  const { browser, os } = Bowser.parse(userAgent);
  const [version] = browser.version?.split(".") ?? [];
  return {
    browser: browser.name ? [browser.name, version].filter(Boolean).join(" ") : null,
    system: os.name || null,
  };
}
