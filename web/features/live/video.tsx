import { createSignal, Match, onCleanup, Show, Switch } from "solid-js";
import type { Stream } from "../../../server/features/following/following.schema.ts";
import { embedAddress } from "../../../server/features/following/stream-address.shared.ts";
import { useT } from "../../lib/i18n.ts";

const providers = { youtube: "YouTube", facebook: "Facebook" } as const;

/**
 * The picture of a meeting. Nothing is loaded of it before somebody asks: of a stream of the council's own not its player,
 * of another provider nothing at all.
 */
export function Video(props: { stream: Stream }) {
  const t = useT("following");
  const [isOpen, setOpen] = createSignal(false);
  const provider = () => providers[props.stream.kind as keyof typeof providers];
  return (
    <section class="live-video" aria-label={t("video")}>
      <Switch>
        <Match when={props.stream.kind === "link"}>
          <p>
            <a class="button" href={props.stream.url} rel="external noopener">
              {t("video_link", { host: new URL(props.stream.url).hostname })}
            </a>
          </p>
        </Match>
        <Match when={props.stream.kind === "hls"}>
          <Show
            when={isOpen()}
            fallback={
              <button type="button" class="live-screen" onClick={() => setOpen(true)}>
                <span>{t("video_play")}</span>
              </button>
            }
          >
            <Player address={props.stream.url} />
          </Show>
          <noscript>
            <p>
              <a href={props.stream.url}>{t("video_play")}</a>
            </p>
          </noscript>
        </Match>
        <Match when={provider()}>
          {(name) => (
            <Show
              when={isOpen()}
              fallback={
                <div class="live-screen">
                  <p>{t("video_outside", { provider: name() })}</p>
                  <p class="actions">
                    <button type="button" class="button" onClick={() => setOpen(true)}>
                      {t("video_open", { provider: name() })}
                    </button>
                    <a href={props.stream.url} rel="external noopener">
                      {t("video_at", { provider: name() })}
                    </a>
                  </p>
                </div>
              }
            >
              <iframe
                class="live-screen"
                src={embedAddress(props.stream.kind, props.stream.url)!}
                title={t("video")}
                allow="autoplay; fullscreen; encrypted-media; picture-in-picture"
                referrerpolicy="strict-origin-when-cross-origin"
                sandbox="allow-scripts allow-same-origin allow-presentation allow-popups"
              />
            </Show>
          )}
        </Match>
      </Switch>
    </section>
  );
}

/** A stream that the browser plays by itself, or with the library that is fetched for it. */
function Player(props: { address: string }) {
  const t = useT("following");
  const [hasFailed, setFailed] = createSignal(false);
  let end: (() => void) | null = null;
  let isGone = false;
  // Who leaves the page fetches nothing more of it.
  onCleanup(() => {
    isGone = true;
    end?.();
  });
  const play = async (video: HTMLVideoElement) => {
    if (video.canPlayType("application/vnd.apple.mpegurl")) {
      video.src = props.address;
      return;
    }
    // Left out of the server's own build, where nothing is played.
    if (import.meta.env.SSR) return;
    const { playStream } = await import("./play-stream.ts");
    if (isGone) return;
    end = playStream(video, props.address, () => setFailed(true));
    if (!end) setFailed(true);
  };
  return (
    <>
      {/* biome-ignore lint/a11y/useMediaCaption: what is said now has no captions yet */}
      <video
        class="live-screen"
        controls
        autoplay
        playsinline
        ref={(video) => void play(video)}
        onError={() => setFailed(true)}
      />
      <Show when={hasFailed()}>
        <p class="note" role="status">
          {t("video_failed")} <a href={props.address}>{t("video_play")}</a>
        </p>
      </Show>
    </>
  );
}
