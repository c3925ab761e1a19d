import { createHash } from "node:crypto";

const sha256 = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/**
 * Takes the render's secret nonce off the inline scripts that carry it and names their hashes instead: only scripts
 * that the renderer itself wrote are allowed, whatever stands in a council's texts.
 */
export function releaseScripts(html: string, nonce: string): { html: string; hashes: string[] } {
  const hashes = new Set<string>();
  const marked = new RegExp(`<script nonce="${nonce}">([\\s\\S]*?)</script>`, "g");
  const released = html.replace(marked, (_, script: string) => {
    hashes.add(sha256(script));
    return `<script>${script}</script>`;
  });
  return { html: released, hashes: [...hashes] };
}

/** A place as a policy may name it, whatever was taken for one: a name and perhaps a port, no pattern and no second word. */
const isSource = /^https?:\/\/[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::\d{1,5})?$/;

const nothingElse = { frames: new Set<string>(), media: new Set<string>() };

/** Films of the council's own, among the sources of a page's media. */
export const ownMedia = "'self'";

/**
 * The public site's policy: own files, and the inline scripts and style with exactly these bytes; on pages with a stream
 * also where its picture comes from.
 */
export function publicPolicy(scriptHashes: readonly string[], style: string, { frames, media } = nothingElse): string {
  const also = (sources: ReadonlySet<string>) => ["", ...[...sources].filter((one) => isSource.test(one))].join(" ");
  const others = media.difference(new Set([ownMedia]));
  return [
    "default-src 'none'",
    `script-src 'self' ${scriptHashes.join(" ")}`.trim(),
    `style-src 'self' ${sha256(style)}`,
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${also(others)}`,
    ...(media.size > 0 ? [`media-src 'self'${others.size > 0 ? ` blob:${also(others)}` : ""}`] : []),
    ...(frames.size > 0 ? [`frame-src${also(frames)}`] : []),
    "manifest-src 'self'",
    "worker-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'self'",
  ].join("; ");
}

/** The workspace's policy: beside its own files also what its scripts make themselves, such as the preview of a photo. */
export function workspacePolicy(scriptHashes: readonly string[], style: string): string {
  return [
    "default-src 'none'",
    `script-src 'self' ${scriptHashes.join(" ")}`.trim(),
    `style-src 'self' ${sha256(style)}`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self' blob:",
    "frame-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}

/** In development the browser gets its styles and changes from scripts. Never sent by a finished build. */
export const developmentPolicy = "default-src 'self' 'unsafe-inline'; connect-src 'self' ws:; img-src 'self' data:";
