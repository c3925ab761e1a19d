import { For, Show } from "solid-js";
import type { MeetingList } from "../../../server/features/meetings/meeting-view.schema.ts";
import { useT } from "../../lib/i18n.ts";
import { useLocalized } from "../../lib/localized.ts";
import { usePage } from "../../lib/page-context.tsx";
import { DateBlock } from "../../ui/date-block.tsx";
import { StageTag } from "./stage-tag.tsx";
import { useWhen } from "./when.ts";

type Next = NonNullable<MeetingList["next"]>;

/** The next meeting at a glance: when, where, what is on it, and its papers. */
export function NextMeeting(props: { meeting: MeetingList["next"] }) {
  const t = useT("meetings");
  return (
    <Show when={props.meeting} fallback={<p class="aside">{t("next_none")}</p>}>
      {(meeting) => (
        <section class="next-meeting card" aria-labelledby="next">
          <DateBlock date={meeting().day} />
          <div>
            <p class="kicker" id="next">
              {t(meeting().stage === "open" ? "next_open" : "next")}
            </p>
            <Glance meeting={meeting()} />
          </div>
        </section>
      )}
    </Show>
  );
}

function Glance(props: { meeting: Next }) {
  const t = useT("meetings");
  const { locale } = usePage();
  const { say, lang } = useLocalized();
  const when = useWhen();
  const more = () => props.meeting.items - props.meeting.agenda.length;
  return (
    <>
      <h2>
        <a link href={props.meeting.url[locale]} lang={lang(props.meeting.name)}>
          {say(props.meeting.name)}
        </a>
      </h2>
      <p>
        {when(props.meeting)}
        <Show when={props.meeting.place}>
          {(place) => (
            <>
              {" "}
              · <span lang={lang(place())}>{say(place())}</span>
            </>
          )}
        </Show>
      </p>
      <p class="stamp">
        <StageTag stage={props.meeting.stage} />
        <span>{t(`access.${props.meeting.access}`)}</span>
        <Show when={props.meeting.documents > 0}>
          <a href={`${props.meeting.url[locale]}.zip`}>
            {t("package")} · {t("next_papers", { count: props.meeting.documents })}
          </a>
        </Show>
      </p>
      <Show when={props.meeting.agenda.length > 0}>
        <ol class="glance">
          <For each={props.meeting.agenda}>
            {({ number, title }) => (
              <li>
                <span class="soft">{number}.</span> <span lang={lang(title)}>{say(title)}</span>
              </li>
            )}
          </For>
        </ol>
        <Show when={more() > 0}>
          <p class="soft small">{t("next_more", { count: more() })}</p>
        </Show>
      </Show>
    </>
  );
}
