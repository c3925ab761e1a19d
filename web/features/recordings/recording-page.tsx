import { createAsync, useLocation } from "@solidjs/router";
import { createSignal, For, Show } from "solid-js";
import { elementByCode } from "../../../server/features/elements/catalogue.shared.ts";
import { clockOf, longestRecording, momentOf } from "../../../server/features/recordings/chapters.shared.ts";
import type { Chapter, Recording } from "../../../server/features/recordings/recordings.schema.ts";
import type { PageMatch } from "../../../server/pages/page-routes.shared.ts";
import { useStructuredData } from "../../lib/head.ts";
import { useT } from "../../lib/i18n.ts";
import { useLocalized } from "../../lib/localized.ts";
import { usePage } from "../../lib/page-context.tsx";
import { formatDay, formatSize, formatTime } from "../../ui/format.ts";
import { OnlyAlbanian } from "../../ui/only-albanian.tsx";
import { Page } from "../../ui/page.tsx";
import { crumbsTo } from "../elements/element-crumbs.ts";
import NotFoundPage from "../errors/not-found-page.tsx";
import { ResultTag } from "../meetings/stage-tag.tsx";
import { Film } from "./film.tsx";
import { getRecording } from "./recordings-query.ts";

/**
 * The recording of a meeting, and the moment of each item in it. Links lead here, as to live meetings, without the router:
 * what a document may load of films is said when it is loaded itself.
 */
export default function RecordingPage(props: { match: PageMatch }) {
  const location = useLocation();
  const moment = () => {
    const text = new URLSearchParams(location.search).get("t") ?? "";
    return /^\d{1,6}$/.test(text) && Number(text) <= longestRecording ? String(Number(text)) : "";
  };
  const answer = createAsync(() => getRecording(props.match.slug!, moment()));
  return (
    <>
      <Show when={answer()} keyed>
        {(recording) => <Watched recording={recording} from={Number(moment())} />}
      </Show>
      <Show when={answer() === null}>
        <NotFoundPage />
      </Show>
    </>
  );
}

/** `PT1H2M34S`, as schema.org has lengths and moments. */
const isoDuration = (seconds: number) =>
  `PT${Math.floor(seconds / 3_600)}H${Math.floor((seconds % 3_600) / 60)}M${seconds % 60}S`;

function Watched(props: { recording: Recording; from: number }) {
  const t = useT("recordings");
  const { locale } = usePage();
  const { say, lang } = useLocalized();
  const { recording } = props;
  const [from, setFrom] = createSignal(props.from);
  const [at, setAt] = createSignal(props.from);
  let video: HTMLVideoElement | undefined;
  const name = t("title_dated", { name: say(recording.name), date: formatDay(recording.day) });
  // The second of a body on one day is told by its hour.
  const tab = /-\d+$/.test(recording.slug) ? t("title_dated", { name, date: formatTime(recording.startsAt) }) : name;
  const address = (seconds: number) => momentOf(recording.url[locale], seconds);
  const current = () => recording.chapters.findLast(({ starts }) => starts <= at());
  if (import.meta.env.SSR)
    useStructuredData((whole) => ({
      "@type": "VideoObject",
      name,
      description: t("description", { name }),
      uploadDate: recording.startsAt,
      duration: recording.duration === null ? undefined : isoDuration(recording.duration),
      contentUrl: recording.file ? whole(recording.file.url) : undefined,
      thumbnailUrl: recording.poster ? whole(recording.poster.renditions.at(-1)!.url) : undefined,
      hasPart: recording.chapters.map(({ title, starts }) => ({
        "@type": "Clip",
        name: say(title),
        startOffset: starts,
        url: whole(address(starts)),
      })),
      url: whole(recording.url[locale]),
    }));
  /** Goes to a second without leaving the page; where nothing plays yet, the link is followed. */
  const go = (event: MouseEvent, seconds: number) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    setAt(seconds);
    setFrom(seconds);
    if (!video) return;
    event.preventDefault();
    history.replaceState(history.state, "", address(seconds));
    video.currentTime = seconds;
    void video.play().catch(() => {});
    video.scrollIntoView({ block: "nearest" });
  };
  return (
    <Page
      title={name}
      tab={tab}
      titleLang={lang(recording.name)}
      description={t("description", { name })}
      crumbs={crumbsTo(elementByCode("V.1.3"), locale)}
      kicker={
        <>
          {t("kicker")} · <span lang={lang(recording.body.name)}>{say(recording.body.name)}</span>
        </>
      }
      lead={recording.duration !== null && <p>{t("length", { clock: clockOf(recording.duration) })}</p>}
      class="recording"
    >
      <OnlyAlbanian texts={recording.chapters.map(({ title }) => title)} />
      <div class="recording-parts">
        <div class="stack">
          <Film recording={recording} from={from()} ref={(element) => (video = element)} onMoment={setAt} />
          <ul class="recording-more">
            <li>
              <a link href={recording.meetingUrl[locale]}>
                {t("whole_meeting")}
              </a>
            </li>
            <Show when={recording.file}>
              {(file) => (
                <li>
                  <a href={file().url} download={file().fileName}>
                    {t("download_size", { size: formatSize(file().size, locale) })}
                  </a>
                </li>
              )}
            </Show>
            <Show when={recording.chapters.length > 0}>
              <li>
                <a href={recording.chaptersUrl[locale]}>{t("as_vtt")}</a>
              </li>
            </Show>
          </ul>
        </div>
        <section aria-labelledby="chapters">
          <div class="bar">
            <h2 id="chapters">{t("chapters")}</h2>
          </div>
          <Show when={recording.chapters.length > 0} fallback={<p class="soft">{t("chapters_none")}</p>}>
            <p class="soft small">{t("chapters_text")}</p>
            <ol class="chapters">
              <For each={recording.chapters}>
                {(chapter) => (
                  <Line
                    chapter={chapter}
                    href={`${address(chapter.starts)}#film`}
                    isCurrent={at() > 0 && current() === chapter}
                    onGo={(event) => go(event, chapter.starts)}
                  />
                )}
              </For>
            </ol>
          </Show>
        </section>
      </div>
    </Page>
  );
}

function Line(props: { chapter: Chapter; href: string; isCurrent: boolean; onGo: (event: MouseEvent) => void }) {
  const t = useT("recordings");
  const { locale } = usePage();
  const { say, lang } = useLocalized();
  const { chapter } = props;
  return (
    <li classList={{ "is-break": chapter.kind === "break" }} aria-current={props.isCurrent ? "true" : undefined}>
      <a href={props.href} onClick={props.onGo}>
        <span class="chapter-clock">{clockOf(chapter.starts)}</span>{" "}
        <span>
          <Show when={chapter.number}>
            {(number) => (
              <>
                <span class="hidden-visually">{t("item", { number: number() })}: </span>
                <b aria-hidden="true">{number()}.</b>{" "}
              </>
            )}
          </Show>
          <span lang={lang(chapter.title)}>{say(chapter.title)}</span>
          <Show when={chapter.isAgain}> ({t("again")})</Show>
        </span>
      </a>
      <Show when={chapter.itemUrl && !chapter.isAgain ? chapter.itemUrl : undefined}>
        {(url) => (
          <p class="stamp">
            <Show when={chapter.result}>{(result) => <ResultTag result={result()} />}</Show>
            <a link href={url()[locale]} aria-label={t("on_agenda_label", { number: chapter.number })}>
              {t("on_agenda")}
            </a>
          </p>
        )}
      </Show>
    </li>
  );
}
