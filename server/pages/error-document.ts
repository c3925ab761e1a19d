import type { Tenant } from "../features/tenants/tenant.ts";
import { phrases } from "../http/phrases.ts";
import type { Locale } from "../locale.shared.ts";
import { escapeHtml } from "./document.ts";

/** Where no page can be rendered: an unknown host, a suspended council, a database that is away. */
export type PlainError = "unknown_host" | "suspended" | "unavailable" | "broken" | "not_found" | "refused";

const style = `:root{color-scheme:light dark}body{margin:0;min-height:100vh;display:grid;place-items:center;font:1.0625rem/1.55 system-ui,sans-serif;background:light-dark(#fbfaf6,#14171a);color:light-dark(#1a1d21,#eceae4)}main{max-width:34rem;min-width:0;overflow-wrap:anywhere;padding:2rem;border-block-start:3px solid;margin:1rem}h1{font:560 1.8rem/1.15 Georgia,serif;margin:0 0 .8rem;text-wrap:balance}p{margin:0 0 .6rem}a{color:inherit}`;

export const plainErrorStyle = style;

/** A page in one file, without script, fonts or anything that could be missing. Names no council that is not given. */
export function errorDocument(kind: PlainError, locale: Locale, reason?: string, tenant?: Tenant): string {
  const t = phrases(locale, "plain");
  const title = t(`${kind}_title`);
  const council = tenant && (tenant.names.council[locale] ?? tenant.names.council.sq);
  const text = reason ?? t(`${kind}_text`);
  const home =
    kind === "unknown_host"
      ? ""
      : `<p><a href="${locale === "en" ? "/en/" : "/"}">${escapeHtml(t("back_home"))}</a></p>`;
  return `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex"><title>${escapeHtml(title)}</title><style>${style}</style></head><body><main>${council ? `<p>${escapeHtml(council)}</p>` : ""}<h1>${escapeHtml(title)}</h1><p>${escapeHtml(text)}</p>${kind === "suspended" || kind === "unavailable" ? "" : home}</main></body></html>`;
}
