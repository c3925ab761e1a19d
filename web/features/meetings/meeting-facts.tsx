import { type JSX, type ParentProps, Show } from "solid-js";
import { elementByCode } from "../../../server/features/elements/catalogue.shared.ts";
import { useT } from "../../lib/i18n.ts";
import { useLocalized } from "../../lib/localized.ts";
import { usePage } from "../../lib/page-context.tsx";
import { formatInstantDay, formatTime } from "../../ui/format.ts";
import { BodyNames } from "./body-names.tsx";
import type { ShownMeeting } from "./meetings-query.ts";
import { NoticeFact } from "./notice-fact.tsx";

export const Fact = (props: ParentProps<{ name: JSX.Element }>) => (
  <div>
    <dt>{props.name}</dt>
    <dd>{props.children}</dd>
  </div>
);

/** Who meets, whether the public may come, whether the notice was early enough, and the package. On a telephone it comes first. */
export function MeetingFacts(props: { meeting: ShownMeeting }) {
  const t = useT("meetings");
  const { locale } = usePage();
  const { say, lang } = useLocalized();
  const meeting = () => props.meeting;
  const file = (ending: string) => `${meeting().url[locale]}.${ending}`;
  /** Where it is seen, while it sits or afterwards. */
  const watch = () => {
    const { recordingUrl, stage, access, slug } = meeting();
    if (recordingUrl) return { path: recordingUrl[locale], text: "recording" } as const;
    if (stage !== "open" || access !== "open") return;
    return { path: `${elementByCode("I.3.5").path[locale]}/${slug}`, text: "follow" } as const;
  };
  const takesPlace = () => !["cancelled", "postponed"].includes(meeting().stage);
  return (
    <aside class="details" aria-label={t("facts")}>
      <dl class="defs">
        <Show when={meeting().onlineUrl}>
          {(url) => (
            <Fact name={t("online")}>
              <a href={url()} rel="external noopener">
                {t("online_link")}
              </a>
            </Fact>
          )}
        </Show>
        <Fact name={t("body")}>
          <BodyNames bodies={[meeting().body]} />
        </Fact>
        <Show when={meeting().jointBodies.length > 0}>
          <Fact name={t("joint")}>
            <BodyNames bodies={meeting().jointBodies} />
          </Fact>
        </Show>
        <Fact name={t("attend")}>
          {t(`access.${meeting().access}`)}
          <Show when={meeting().closedReason}>
            {(reason) => (
              <p class="small">
                <span class="soft">{t("closed_reason")}:</span> <span lang={lang(reason())}>{say(reason())}</span>
              </p>
            )}
          </Show>
        </Fact>
        <NoticeFact meeting={meeting()} />
        <Show when={meeting().present !== null}>
          <Presence meeting={meeting()} />
        </Show>
        <Show when={meeting().people !== null}>
          <Fact name={t("people")}>{meeting().people}</Fact>
        </Show>
        <Show when={meeting().openedAt && meeting().closedAt}>
          <Fact name={t("sat")}>
            {t("sat_from", { from: formatTime(meeting().openedAt!), to: formatTime(meeting().closedAt!) })}
          </Fact>
        </Show>
      </dl>
      <div class="meeting-files">
        <Show when={watch()}>
          {(shown) => (
            <a class="button" href={shown().path}>
              {t(shown().text)}
            </a>
          )}
        </Show>
        <Show when={meeting().documents > 0}>
          <a class="button" href={file("zip")}>
            {t("package")}
          </a>
          <p class="soft small">{t("package_text", { count: meeting().documents })}</p>
        </Show>
        <Show when={takesPlace()}>
          <a href={file("ics")}>{t("calendar")}</a>
        </Show>
        <Show when={meeting().minutesPublishedAt}>
          {(at) => (
            <p class="soft small">
              {t("stage.minutes_published")}: {formatInstantDay(at())}
            </p>
          )}
        </Show>
      </div>
    </aside>
  );
}

function Presence(props: { meeting: ShownMeeting }) {
  const t = useT("meetings");
  const counts = () => ({ present: props.meeting.present!, members: props.meeting.members! });
  return (
    <Show when={props.meeting.quorum} fallback={<Fact name={t("present")}>{t("present_of", counts())}</Fact>}>
      {(quorum) => (
        <Fact name={t("quorum")}>
          {t(quorum().isHeld ? "quorum_held" : "quorum_missing", { ...counts(), needed: quorum().needed })}
        </Fact>
      )}
    </Show>
  );
}
