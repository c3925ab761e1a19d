import { For, Match, Show, Switch } from "solid-js";
import type { LiveItem, LiveMeeting } from "../../../server/features/following/following.schema.ts";
import { useT } from "../../lib/i18n.ts";
import { useLocalized } from "../../lib/localized.ts";
import { usePage } from "../../lib/page-context.tsx";
import { formatSize, formatTime } from "../../ui/format.ts";

/** What is discussed at this moment, large, with its papers and who has the floor. */
export function CurrentItem(props: { live: LiveMeeting }) {
  const t = useT("following");
  const { say, lang } = useLocalized();
  const now = () => props.live.now;
  const current = () => props.live.meeting.items.find(({ id }) => id === now().current);
  return (
    <Switch>
      <Match when={now().phase === "waiting"}>
        <section class="live-card quiet">
          <p>{t("before_text")}</p>
        </section>
      </Match>
      <Match when={now().phase === "open" || now().phase === "break"}>
        <section class="live-card" classList={{ quiet: !current() }} aria-labelledby="live-now">
          <Show when={now().breakSince}>
            {(since) => <p class="live-pause">{t("break_since", { time: formatTime(since()) })}</p>}
          </Show>
          <Show
            when={current()}
            fallback={
              <>
                <h2 id="live-now">{t("between")}</h2>
                <p class="soft">{t("between_text")}</p>
              </>
            }
          >
            {(item) => (
              <>
                <p class="live-label">{t("now")}</p>
                <h2 id="live-now">
                  <b class="live-number">{item().number}</b> <span lang={lang(item().title)}>{say(item().title)}</span>
                </h2>
              </>
            )}
          </Show>
          <Floor live={props.live} />
          <Show when={current()}>{(item) => <Papers item={item()} />}</Show>
        </section>
      </Match>
    </Switch>
  );
}

/** Who has the floor, and who comes next. */
function Floor(props: { live: LiveMeeting }) {
  const t = useT("following");
  const nameOf = ({ member, guest }: LiveMeeting["now"]["speakers"][number]) =>
    member === null ? guest : props.live.meeting.members[member]?.name;
  return (
    <>
      <Show when={props.live.now.speaker}>
        {(speaker) => (
          <p class="live-floor">
            <span class="soft">{t("speaks")}</span> <b>{nameOf(speaker())}</b>{" "}
            <span class="soft">{t("speaks_since", { time: formatTime(speaker().since) })}</span>
          </p>
        )}
      </Show>
      <Show when={props.live.now.speakers.length > 0}>
        <p class="small">
          <span class="soft">{t("speak_next")}:</span> {props.live.now.speakers.map(nameOf).join(", ")}
        </p>
      </Show>
    </>
  );
}

export function Papers(props: { item: LiveItem }) {
  const t = useT("following");
  const { locale } = usePage();
  const { say, lang } = useLocalized();
  const kind = (fileName: string) => fileName.slice(fileName.lastIndexOf(".") + 1).toUpperCase();
  return (
    <div class="live-papers">
      <h3>{t("papers")}</h3>
      <ul>
        <For each={props.item.papers} fallback={<li class="soft">{t("no_papers")}</li>}>
          {(paper) => (
            <li>
              <a href={paper.url} lang={lang(paper.title)}>
                {say(paper.title)}
              </a>{" "}
              <span class="soft small">
                {kind(paper.fileName)}, {formatSize(paper.size, locale)}
              </span>
            </li>
          )}
        </For>
        <Show when={props.item.draftUrl}>
          {(url) => (
            <li>
              <a link href={url()[locale]}>
                {t("draft")}
              </a>
            </li>
          )}
        </Show>
      </ul>
    </div>
  );
}
