/**
 * The worker behind the installed site: pages always come from the network; where there is none, the page that says so
 * is shown. It keeps nothing else, so that nobody reads old papers without knowing.
 */
export const serviceWorker = (build: string, assets: readonly string[]) => `const kept = "offline-${build}";
const pages = { sq: "/pa-lidhje", en: "/en/offline" };
const files = ${JSON.stringify(assets)};
addEventListener("install", (event) => {
  event.waitUntil(caches.open(kept).then((cache) => cache.addAll([...Object.values(pages), ...files])).then(() => skipWaiting()));
});
addEventListener("activate", (event) => {
  event.waitUntil(
    caches.keys().then((names) => Promise.all(names.filter((name) => name !== kept).map((name) => caches.delete(name)))).then(() => clients.claim()),
  );
});
addEventListener("fetch", (event) => {
  const { request } = event;
  const { pathname } = new URL(request.url);
  if (request.mode === "navigate" && !pathname.startsWith("/admin"))
    event.respondWith(fetch(request).catch(() => caches.match(pathname.startsWith("/en/") ? pages.en : pages.sq)));
  else if (files.includes(pathname)) event.respondWith(fetch(request).catch(() => caches.match(pathname)));
});
`;
