import { createRenderEffect } from "solid-js";
import { isServer } from "solid-js/web";
import { pageEvent } from "./page-context.tsx";

/** Names the page: in the document on the server, in the browser's tab afterwards. */
export function useTitle(title: () => string | undefined, siteName?: () => string | undefined) {
  createRenderEffect(() => {
    const text = title();
    if (!text) return;
    const event = pageEvent();
    if (event) event.head.title = text;
    if (!isServer) document.title = siteName?.() && siteName() !== text ? `${text} – ${siteName()}` : text;
  });
}

/** The sentence that search engines and shared links show. */
export function useDescription(description: () => string | undefined | null) {
  const event = pageEvent();
  if (event)
    createRenderEffect(() => {
      event.head.description = description() ?? undefined;
    });
}

/** schema.org data about what the page shows. */
export function useStructuredData(data: () => object | undefined) {
  const event = pageEvent();
  if (event)
    createRenderEffect(() => {
      const value = data();
      if (value) event.head.structuredData.push({ "@context": "https://schema.org", ...value });
    });
}

export function useFeed(feed: () => { title: string; href: string } | undefined) {
  const event = pageEvent();
  if (event)
    createRenderEffect(() => {
      const value = feed();
      if (value) event.head.feeds.push(value);
    });
}

/** The status of the document; the browser's own navigations have none. */
export function useStatus(status: number) {
  const event = pageEvent();
  if (event) event.response.status = status;
}
