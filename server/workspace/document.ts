import type { Locale } from "../locale.shared.ts";
import { escapeHtml, inlineJson, type PageAssets, tag } from "../pages/document.ts";
import type { WorkspacePageData } from "./page-data.ts";

interface WorkspaceDocumentParts {
  locale: Locale;
  title: string;
  themeCss: string;
  themeColour: string;
  assets: PageAssets;
  page: WorkspacePageData;
  fragment: string;
  /** Solid's own script; carries its closing and opening tags. */
  hydration: string;
}

/** The whole HTML document of a page of the workspace. What it shows stands in it as data, for the script to go on from. */
export function workspaceDocument(parts: WorkspaceDocumentParts): string {
  const { assets, locale } = parts;
  const head = [
    `<meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">`,
    `<title>${escapeHtml(parts.title)}</title>`,
    tag("meta", { name: "robots", content: "noindex" }),
    ...assets.fonts.map((href) =>
      tag("link", { rel: "preload", as: "font", type: "font/woff2", crossorigin: "", href }),
    ),
    ...assets.styles.map((href) => tag("link", { rel: "stylesheet", href })),
    `<style>${parts.themeCss}</style>`,
    tag("meta", { name: "theme-color", content: parts.themeColour }),
    tag("meta", { name: "color-scheme", content: "light dark" }),
    tag("link", { rel: "icon", href: "/icon.svg", type: "image/svg+xml" }),
    parts.hydration,
    ...assets.preload.map((href) => tag("link", { rel: "modulepreload", href })),
    ...(assets.script ? [`<script type="module" src="${escapeHtml(assets.script)}"></script>`] : []),
  ];
  return `<!doctype html><html lang="${locale}"><head>${head.join("")}</head><body><div id="workspace">${parts.fragment}</div><script id="page" type="application/json">${inlineJson(parts.page)}</script></body></html>`;
}
