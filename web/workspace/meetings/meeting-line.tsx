import { Show } from "solid-js";
import { binPath } from "../../../server/features/editing/editing.paths.shared.ts";
import type { MeetingHead } from "../../../server/features/meetings/desk/desk-meeting.ts";
import { deskPaths } from "../../../server/features/meetings/desk/desk-paths.shared.ts";
import { fillPath } from "../../../server/workspace/home.shared.ts";
import { useT } from "../../lib/i18n.ts";
import { useLocalized } from "../../lib/localized.ts";
import { usePage } from "../../lib/page-context.tsx";
import { formatInstantDay, formatTime, formatWeekday, localDay } from "../../ui/format.ts";

/** Where one of the desk's pages of a meeting stands. */
export function useDeskPath() {
  const { locale } = usePage();
  return (page: keyof typeof deskPaths, parts: Record<string, string>) => fillPath(deskPaths[page], parts)[locale];
}

/** e enjte, 12.03.2026, ora 18:00 */
export function useWhen() {
  const t = useT("desk");
  const { locale } = usePage();
  return ({ startsAt, endsAt }: Pick<MeetingHead, "startsAt" | "endsAt">) => {
    const day = { weekday: formatWeekday(localDay(startsAt), locale), date: formatInstantDay(startsAt) };
    return endsAt
      ? t("when_until", { ...day, from: formatTime(startsAt), to: formatTime(endsAt) })
      : t("when", { ...day, from: formatTime(startsAt) });
  };
}

export const StageTag = (props: { meeting: Pick<MeetingHead, "stageTag" | "stageLabel"> }) => (
  <span class={`tag ${props.meeting.stageTag}`}>{props.meeting.stageLabel}</span>
);

/**
 * Which meeting a page is about: its name leads to the meeting, then when and where, and how it stands. On its own page the
 * form that shows it to readers leads here.
 */
export function MeetingLine(props: { meeting: MeetingHead; isOwnPage?: boolean }) {
  const t = useT("desk");
  const { locale } = usePage();
  const path = useDeskPath();
  const when = useWhen();
  const { say, lang } = useLocalized();
  const place = (part: string) => (props.isOwnPage ? ({ id: `publication-${part}`, tabindex: "-1" } as const) : {});
  return (
    <>
      <p class="meeting-line" {...place("name")}>
        <Show when={!props.isOwnPage}>
          <a href={path("meeting", { id: props.meeting.id })} lang={lang(props.meeting.name)}>
            {say(props.meeting.name)}
          </a>
        </Show>
        <time datetime={props.meeting.startsAt} {...place("when")}>
          {when(props.meeting)}
        </time>
        <Show when={props.meeting.place}>{(place) => <span lang={lang(place())}>{say(place())}</span>}</Show>
        <StageTag meeting={props.meeting} />
      </p>
      <Show when={props.meeting.isBinned}>
        <p class="note warn">
          {t("in_bin")} <a href={binPath[locale]}>{t("to_bin")}</a>
        </p>
      </Show>
    </>
  );
}
