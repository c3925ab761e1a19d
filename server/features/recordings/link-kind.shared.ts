import { streamKind } from "../following/stream-address.shared.ts";

export const linkKinds = ["youtube", "facebook", "video", "page"] as const;
export type LinkKind = (typeof linkKinds)[number];

/** What lies at the address of a recording elsewhere: a film of YouTube's or Facebook's, a video file, or some page. */
export function linkKind(address: string): LinkKind {
  const kind = streamKind(address);
  if (kind === "youtube" || kind === "facebook") return kind;
  return /\.(mp4|webm)$/i.test(new URL(address).pathname) ? "video" : "page";
}

/** The same film from a second on, as its own site understands it. */
export function linkFrom(address: string, seconds: number): string {
  if (seconds <= 0) return address;
  const url = new URL(address);
  const kind = linkKind(address);
  if (kind === "page") return address;
  if (kind === "youtube") url.searchParams.set("t", `${seconds}s`);
  else if (kind === "facebook") url.searchParams.set("t", String(seconds));
  else url.hash = `t=${seconds}`;
  return url.href;
}
