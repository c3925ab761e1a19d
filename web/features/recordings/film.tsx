import { createSignal, For, Match, Show, Switch } from "solid-js";
import { embedAddress } from "../../../server/features/following/stream-address.shared.ts";
import { linkFrom, linkKind } from "../../../server/features/recordings/link-kind.shared.ts";
import type { Recording } from "../../../server/features/recordings/recordings.schema.ts";
import { useT } from "../../lib/i18n.ts";
import { usePage } from "../../lib/page-context.tsx";

const providers = { youtube: "YouTube", facebook: "Facebook" } as const;

interface FilmProps {
  recording: Recording;
  /** The second from which it is asked for. */
  from: number;
  /** The element that plays, once there is one. */
  ref: (video: HTMLVideoElement) => void;
  onMoment: (seconds: number) => void;
}

/**
 * The film itself. A file of the council's stands there at once and loads no more than its head; what lies elsewhere is
 * loaded only when somebody asks for it.
 */
export function Film(props: FilmProps) {
  const t = useT("recordings");
  const { locale } = usePage();
  const [isOpen, setOpen] = createSignal(false);
  const [hasFailed, setFailed] = createSignal(false);
  const kind = () => (props.recording.link ? linkKind(props.recording.link) : null);
  const host = () => new URL(props.recording.link!).hostname;
  const provider = () => providers[kind() as keyof typeof providers] ?? host();
  const from = props.from;
  const link = () => linkFrom(props.recording.link!, props.from);
  const poster = () => props.recording.poster?.renditions.at(-1)?.url;
  const moment = from > 0 ? `#t=${from}` : "";
  return (
    <section class="film" id="film" aria-label={t("film")}>
      <Switch>
        <Match when={props.recording.file}>
          {(file) => (
            // biome-ignore lint/a11y/useMediaCaption: captions stand here where the council has them
            <video
              class="live-screen"
              controls
              playsinline
              preload="metadata"
              poster={poster()}
              src={file().url + moment}
              ref={props.ref}
              onTimeUpdate={(event) => props.onMoment(event.currentTarget.currentTime)}
              onError={() => setFailed(true)}
            >
              <Show when={props.recording.chapters.length > 0}>
                <track
                  kind="chapters"
                  src={props.recording.chaptersUrl[locale]}
                  srclang={locale}
                  label={t("chapters")}
                  default
                />
              </Show>
              <For each={props.recording.captions}>
                {({ language, url }) => (
                  <track kind="captions" src={url} srclang={language} label={t(`language.${language}`)} />
                )}
              </For>
            </video>
          )}
        </Match>
        <Match when={kind() === "page"}>
          <p>
            <a class="button" href={link()} rel="external noopener">
              {t("elsewhere", { host: host() })}
            </a>
          </p>
        </Match>
        <Match when={isOpen() && kind() === "video"}>
          {/* biome-ignore lint/a11y/useMediaCaption: what lies elsewhere has what captions it has */}
          <video
            class="live-screen"
            controls
            autoplay
            playsinline
            src={link()}
            ref={props.ref}
            onTimeUpdate={(event) => props.onMoment(event.currentTarget.currentTime)}
            onError={() => setFailed(true)}
          />
        </Match>
        <Match when={isOpen() && kind()}>
          <iframe
            class="live-screen"
            src={embedAddress(kind() as "youtube", props.recording.link!, props.from)!}
            title={t("film")}
            allow="autoplay; fullscreen; encrypted-media; picture-in-picture"
            referrerpolicy="strict-origin-when-cross-origin"
            sandbox="allow-scripts allow-same-origin allow-presentation allow-popups"
          />
        </Match>
        <Match when={kind()}>
          <div class="live-screen">
            <p>{t("outside", { provider: provider() })}</p>
            <p class="actions">
              <button type="button" class="button" onClick={() => setOpen(true)}>
                {t("open", { provider: provider() })}
              </button>
              <a href={link()} rel="external noopener">
                {t("at", { provider: provider() })}
              </a>
            </p>
          </div>
        </Match>
      </Switch>
      <Show when={hasFailed()}>
        <p class="note" role="status">
          {t("failed")} <a href={props.recording.file?.url ?? link()}>{t("download")}</a>
        </p>
      </Show>
    </section>
  );
}
