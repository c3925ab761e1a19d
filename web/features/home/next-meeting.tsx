import { For, Show } from "solid-js";
import type { CouncilWork } from "../../../server/features/home/home.schema.ts";
import { useT } from "../../lib/i18n.ts";
import { useLocalized } from "../../lib/localized.ts";
import { usePage } from "../../lib/page-context.tsx";
import { DateBlock } from "../../ui/date-block.tsx";
import { formatSize, formatTime, localDay } from "../../ui/format.ts";

/** When the council meets next, what is on its agenda, and the way to all of its papers. */
export function NextMeeting(props: { meeting: NonNullable<CouncilWork["next"]> }) {
  const t = useT("home");
  const { locale } = usePage();
  const { say, lang } = useLocalized();
  const name = () => t(`meeting.${props.meeting.kind}`);
  const more = () => props.meeting.itemCount - props.meeting.items.length;
  return (
    <article class="lead-story next-meeting">
      <DateBlock date={localDay(props.meeting.startsAt)} time={formatTime(props.meeting.startsAt)} />
      <div>
        <h3>
          <a link href={props.meeting.url[locale]}>
            {say(props.meeting.title) || name()}
          </a>
        </h3>
        <p class="stamp">
          <Show when={props.meeting.place}>{(place) => <span lang={lang(place())}>{say(place())}</span>}</Show>
          <Show when={props.meeting.onlineUrl}>
            <span>{t("next_online")}</span>
          </Show>
          <Show when={!props.meeting.isOpen}>
            <span>{t("next_closed")}</span>
          </Show>
        </p>
        <Show
          when={props.meeting.notice}
          fallback={
            <p>
              <span class="tag none">{t("next_planned")}</span>
            </p>
          }
        >
          {(notice) => (
            <p>
              <span class={`tag ${notice().inTime ? "good" : "warn"}`}>
                {t("next_notice", { count: notice().daysAhead, asked: notice().daysAsked })}
              </span>
            </p>
          )}
        </Show>
        <Show when={props.meeting.items.length > 0}>
          <ol class="agenda-lines">
            <For each={props.meeting.items}>
              {({ number, title }) => (
                <li value={number}>
                  <span lang={lang(title)}>{say(title)}</span>
                </li>
              )}
            </For>
          </ol>
          <Show when={more() > 0}>
            <p class="aside">{t("next_more", { count: more() })}</p>
          </Show>
        </Show>
        <p class="actions">
          <Show
            when={props.meeting.papers.count > 0}
            fallback={
              <a link class="button" href={props.meeting.url[locale]}>
                {t("next_open")}
              </a>
            }
          >
            <a class="button" href={`${props.meeting.url[locale]}.zip`}>
              {t("next_package", {
                count: props.meeting.papers.count,
                size: formatSize(props.meeting.papers.size, locale),
              })}
            </a>
            <a link class="button plain" href={props.meeting.url[locale]}>
              {t("next_open")}
            </a>
          </Show>
        </p>
      </div>
    </article>
  );
}
