import type { Locale } from "../locale.shared.ts";

/** All that stands around the rendered fragment. Texts are plain; this file escapes them. */
export interface DocumentParts {
  locale: Locale;
  title: string;
  description?: string;
  siteName: string;
  /** Absolute address of this page; `null` for the page that stands for all addresses that lead nowhere. */
  canonical: string | null;
  /** Absolute addresses of the page in each of the site's languages. */
  alternates: Partial<Record<Locale, string>>;
  indexed: boolean;
  image: string;
  themeCss: string;
  themeColour: string;
  structuredData: object[];
  feeds: { title: string; href: string }[];
  assets: PageAssets;
  siteKind: "council" | "apex";
  /** A sentence above everything, in an element of the class `notice-above`. */
  noticeAbove?: string;
  fragment: string;
  /** Solid's own script; carries its closing and opening tags. */
  hydration: string;
}

/** Files of the browser's build, as addresses. */
export interface PageAssets {
  /** `null` on a page that stays as it was sent. */
  script: string | null;
  preload: string[];
  styles: string[];
  fonts: string[];
}

const escapes: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
export const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (character) => escapes[character]!);

/** JSON inside a script element: no text can close it. */
export const inlineJson = (data: object) => JSON.stringify(data).replace(/</g, "\\u003c");

export const tag = (name: string, attributes: Record<string, string>) =>
  `<${name} ${Object.entries(attributes)
    .map(([key, value]) => `${key}="${escapeHtml(value)}"`)
    .join(" ")}>`;

/** The whole HTML document. */
export function htmlDocument(parts: DocumentParts): string {
  const { locale, title, description, siteName, canonical, alternates, image, assets } = parts;
  const alternateLinks = Object.entries(alternates).map(([hreflang, href]) =>
    tag("link", { rel: "alternate", hreflang, href }),
  );
  if (alternates.sq && alternates.en)
    alternateLinks.push(tag("link", { rel: "alternate", hreflang: "x-default", href: alternates.sq }));
  const head = [
    `<meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">`,
    `<title>${escapeHtml(title === siteName ? title : `${title} – ${siteName}`)}</title>`,
    ...(description ? [tag("meta", { name: "description", content: description })] : []),
    ...(parts.indexed ? [] : [tag("meta", { name: "robots", content: "noindex" })]),
    ...(canonical ? [tag("link", { rel: "canonical", href: canonical })] : []),
    ...alternateLinks,
    ...assets.fonts.map((href) =>
      tag("link", { rel: "preload", as: "font", type: "font/woff2", crossorigin: "", href }),
    ),
    ...assets.styles.map((href) => tag("link", { rel: "stylesheet", href })),
    `<style>${parts.themeCss}</style>`,
    tag("meta", { name: "theme-color", content: parts.themeColour }),
    tag("meta", { name: "color-scheme", content: "light dark" }),
    tag("link", { rel: "icon", href: "/icon.svg", type: "image/svg+xml" }),
    tag("link", { rel: "apple-touch-icon", href: "/icon-192.png" }),
    tag("link", { rel: "manifest", href: locale === "sq" ? "/manifest.webmanifest" : "/en/manifest.webmanifest" }),
    tag("meta", { property: "og:type", content: "website" }),
    tag("meta", { property: "og:title", content: title }),
    ...(description ? [tag("meta", { property: "og:description", content: description })] : []),
    ...(canonical ? [tag("meta", { property: "og:url", content: canonical })] : []),
    tag("meta", { property: "og:site_name", content: siteName }),
    tag("meta", { property: "og:image", content: image }),
    tag("meta", { property: "og:locale", content: locale === "sq" ? "sq_AL" : "en_GB" }),
    ...parts.feeds.map(({ title, href }) =>
      tag("link", { rel: "alternate", type: "application/atom+xml", title, href }),
    ),
    ...parts.structuredData.map((data) => `<script type="application/ld+json">${inlineJson(data)}</script>`),
    parts.hydration,
    ...assets.preload.map((href) => tag("link", { rel: "modulepreload", href })),
    ...(assets.script ? [`<script type="module" src="${escapeHtml(assets.script)}"></script>`] : []),
  ];
  return `<!doctype html><html lang="${locale}"><head>${head.join("")}</head><body>${parts.noticeAbove ? `<p class="notice-above" role="status">${escapeHtml(parts.noticeAbove)}</p>` : ""}<div id="app" data-site="${parts.siteKind}">${parts.fragment}</div></body></html>`;
}
