import { createHash } from "node:crypto";
import { municipalities } from "../../server/features/tenants/municipalities.ts";
import type { RenderedPage } from "../../server/http/page-cache/page.ts";

const script = "self._$HY={events:[],completed:new WeakSet,r:{},fe(){}}";
const hashOf = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/** A register as the site shows them, about 30 kB of HTML, of which no two rows are alike. */
export function samplePage({ title, version }: { title: string; version: number }): RenderedPage {
  const rows = municipalities.map(({ names, slug, population, population2011, instatCode, lauCode }, at) => {
    const digest = createHash("sha256").update(`${slug} ${version}`).digest("hex");
    return `<tr data-hk="0000${at}"><th scope="row"><a href="/aktet/2026/${at}-${slug}">Vendim nr. ${at + 1}, datë ${String((at % 28) + 1).padStart(2, "0")}.03.2026 për ${names.municipality.sq}</a><p class="summary">Miratimi i propozimit për ${names.place.sq}, me ${population.value} banorë (${population2011} në vitin 2011), kodi ${instatCode}, ${lauCode}.</p></th><td><time datetime="2026-03-05">05.03.2026</time></td><td><span class="tag tag--${at % 3 ? "in-force" : "repealed"}">${at % 3 ? "Në fuqi" : "I shfuqizuar"}</span></td><td><a class="file" href="/dokumente/${digest}/${slug}.pdf">PDF, ${(population.value % 900) + 40} kB</a></td></tr>`;
  });
  const html = `<!doctype html><html lang="sq"><head><meta charset="utf-8"><title>${title}</title><script>${script}</script></head><body><div id="app"><main><h1>${title}</h1><p>Versioni ${version}</p><table><tbody>${rows.join("")}</tbody></table></main></div></body></html>`;
  return {
    status: 200,
    html,
    language: "sq",
    contentSecurityPolicy: `default-src 'none'; script-src 'self' ${hashOf(script)}; style-src 'self' ${hashOf(title)}; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'`,
    areas: { publications: version },
    validUntil: null,
  };
}
