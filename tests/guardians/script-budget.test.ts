import { globSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { pageModules } from "../../server/pages/page-modules.ts";
import type { PageMatch } from "../../server/pages/page-routes.shared.ts";
import { directoryView, type View } from "../../server/pages/views.shared.ts";
import { clientDirectory, loadWebBuild } from "../../server/pages/web-build.ts";

/** Bytes of script in a page, as brotli sends them. */
const most = 60_000;

const views = [
  ...new Set(
    globSync("web/features/{*/*-page,texts/*.sq}.tsx", {
      exclude: ["web/features/site/**", "web/features/**/{not-found,broken,apex,text}-page.tsx"],
    }).map((file) => file.slice("web/features/".length).replace(/(\.sq)?\.tsx$/, "") as View),
  ),
];
const build = await loadWebBuild();

function bytesOfScript(view: View, locale: "sq" | "en"): number {
  const match: PageMatch = { page: "item", locale, paths: { sq: "/", en: "/en/" }, view, query: [] };
  const modules = pageModules(view === directoryView ? "apex" : "council", match, locale);
  const { script, preload } = build.assetsFor(modules, locale);
  const files = [...new Set([script, ...preload])];
  return files.reduce((sum, file) => sum + statSync(join(clientDirectory, `${file}.br`)).size, 0);
}

describe("Every page is light enough for a slow telephone", () => {
  it("and the pages are found", () => expect(views.length).toBeGreaterThan(30));

  it.each(views)("%s", (view) => {
    // More than the core alone: the page's own file was found in the build.
    expect(bytesOfScript(view, "sq")).toBeGreaterThan(bytesOfScript("errors/nothing-like-it", "sq"));
    expect(bytesOfScript(view, "sq")).toBeLessThanOrEqual(most);
    expect(bytesOfScript(view, "en")).toBeLessThanOrEqual(most);
  });
});
