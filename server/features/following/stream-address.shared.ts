export type StreamKind = "hls" | "youtube" | "facebook" | "link";

const hosts: readonly { kind: StreamKind; host: RegExp }[] = [
  { kind: "youtube", host: /^(www\.|m\.)?youtube\.com$|^youtu\.be$|^www\.youtube-nocookie\.com$/ },
  { kind: "facebook", host: /^(www\.|m\.|web\.)?facebook\.com$|^fb\.watch$/ },
];

/** The video of an address of YouTube's, in any of the ways in which they are written. */
const youtubeId = ({ hostname, pathname, searchParams }: URL): string | null => {
  const [, first = "", second = ""] = pathname.split("/");
  const id =
    hostname === "youtu.be" ? first : ["live", "embed", "shorts"].includes(first) ? second : searchParams.get("v");
  return id && /^[\w-]{11}$/.test(id) ? id : null;
};

/** What an address of a stream is: only what is known is ever shown inside of a page, everything else is a link. */
export function streamKind(address: string): StreamKind {
  const url = new URL(address);
  const known = hosts.find(({ host }) => host.test(url.hostname))?.kind;
  if (known === "youtube") return youtubeId(url) ? "youtube" : "link";
  if (known) return known;
  return url.pathname.endsWith(".m3u8") ? "hls" : "link";
}

/** The address of the frame in which a provider shows it, from a second on; `null` for what has none. */
export function embedAddress(kind: StreamKind, address: string, from = 0): string | null {
  if (kind === "youtube")
    return `https://www.youtube-nocookie.com/embed/${youtubeId(new URL(address))}?autoplay=1&rel=0${from > 0 ? `&start=${from}` : ""}`;
  if (kind === "facebook")
    return `https://www.facebook.com/plugins/video.php?${new URLSearchParams({ href: address, autoplay: "true", show_text: "false", ...(from > 0 && { t: String(from) }) })}`;
  return null;
}

/** From where a page with this stream may load: what its policy allows beside the site's own. */
export function streamSources(kind: StreamKind, address: string): { frames: string[]; media: string[] } {
  if (kind === "hls") return { frames: [], media: [new URL(address).origin] };
  const embed = embedAddress(kind, address);
  return { frames: embed ? [new URL(embed).origin] : [], media: [] };
}
