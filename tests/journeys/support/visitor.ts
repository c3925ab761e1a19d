import type { Browser, BrowserContext, BrowserContextOptions, Page, Response } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, inject } from "vitest";
import { openBrowser } from "../../support/browser.ts";

/** The origin of a council's site, or of the directory of all. */
export const siteOf = (council: string | null) => `http://${council ? `${council}.` : ""}localhost:${inject("port")}`;

export interface VisitorOptions extends BrowserContextOptions {
  /** The council whose site is visited; `null` is the directory. The complete example unless something else is said. */
  council?: string | null;
  /** What the browser may say because the journey provokes it, such as that a document was answered with 404. */
  mayHear?: RegExp;
}

export interface Visitor {
  page: Page;
  context: BrowserContext;
  /** Goes to an address of the site and waits until script has taken over. */
  open(path: string): Promise<Response>;
  /** What the browser has complained about so far. */
  heard: string[];
}

const telephone = {
  viewport: { width: 360, height: 740 },
  deviceScaleFactor: 2,
  isMobile: true,
  hasTouch: true,
} satisfies BrowserContextOptions;

export { telephone };

/** Waits until the browser has taken over the page; without that a click would be the server's to answer. */
export const hydrated = (page: Page) => page.waitForSelector("html[data-hydrated]", { state: "attached" });

/**
 * People who visit the portal, each with a browser of their own, in one Chromium for a test file. A test in which the
 * browser complained about anything (an error, a warning, a violated policy, a file that is not there) fails.
 *
 * @example
 * const visitor = visitors();
 * it("…", async () => { const { page, open } = await visitor(telephone); … });
 */
export function visitors(): (options?: VisitorOptions) => Promise<Visitor> {
  let browser: Browser;
  const present: { context: BrowserContext; heard: string[] }[] = [];
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());
  afterEach(async () => {
    const gone = present.splice(0);
    await Promise.all(gone.map(({ context }) => context.close()));
    expect(gone.flatMap(({ heard }) => heard)).toEqual([]);
  });

  return async ({ council = "valbardhe", mayHear, ...options }: VisitorOptions = {}) => {
    const context = await browser.newContext({ baseURL: siteOf(council), ...options });
    const hasScript = options.javaScriptEnabled !== false;
    const heard: string[] = [];
    const hear = (said: string) => {
      if (!mayHear?.test(said)) heard.push(said);
    };
    context.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) hear(`${message.text()} (${message.location().url})`);
    });
    context.on("weberror", (error) => hear(String(error.error())));
    context.on("requestfailed", (request) => {
      const why = request.failure()?.errorText;
      // A page that is left no longer waits for what it asked for; a browser without script refuses all scripts.
      const isExpected = why === "net::ERR_ABORTED" || (!hasScript && request.resourceType() === "script");
      if (!isExpected) hear(`${request.url()}: ${why}`);
    });
    await context.addInitScript(() => {
      addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) =>
        // biome-ignore lint/suspicious/noConsole: this is how the page tells the test.
        console.error(`Violated ${effectiveDirective}: ${blockedURI}`),
      );
    });
    present.push({ context, heard });
    const page = await context.newPage();
    const open = async (path: string) => {
      const answer = await page.goto(path);
      if (hasScript) await hydrated(page);
      return answer!;
    };
    return { page, context, open, heard };
  };
}
