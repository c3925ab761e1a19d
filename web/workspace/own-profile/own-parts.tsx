import { For, Show } from "solid-js";
import type { OwnDay } from "../../../server/features/own-profile/own-day.ts";
import { useT } from "../../lib/i18n.ts";
import { useLocalized } from "../../lib/localized.ts";
import { formatInstantDay, formatTime } from "../../ui/format.ts";
import { useWorkspace } from "../workspace.tsx";

/** The page that is somebody's own: how it stands, and what it lacks. */
export function OwnProfile(props: { profile: NonNullable<OwnDay["profile"]> }) {
  const t = useT("profile");
  const { profile } = props;
  return (
    <section aria-labelledby="own-profile">
      <div class="bar">
        <h2 id="own-profile">{t("title")}</h2>
        <span class={`tag ${profile.tag.tone}`}>{profile.tag.word}</span>
      </div>
      <div class="own-profile">
        <Show when={profile.face}>
          {(face) => <img src={face().src} alt={face().alternative} width="160" height="200" />}
        </Show>
        <div>
          <p class="own-name">{profile.name}</p>
          <p class="hint">{t("changed_on", { day: formatInstantDay(profile.updatedAt) })}</p>
          <Show when={profile.isWaiting}>
            <p class="note">{t("waiting")}</p>
          </Show>
          <Show when={profile.returned}>
            {(returned) => <p class="note warn">{t("returned", { name: returned().by, note: returned().note })}</p>}
          </Show>
          <p class="buttons">
            <a class="button" href={profile.edit}>
              {t("edit")}
            </a>
            <a class="button plain" href={profile.photo}>
              {t("photo")}
            </a>
            <Show when={profile.public}>{(href) => <a href={href()}>{t("see_public")}</a>}</Show>
          </p>
        </div>
      </div>
      <Show when={profile.lacking.length > 0} fallback={<p>{t("all_told")}</p>}>
        <h3>{t("lacking")}</h3>
        <ul class="told">
          <For each={profile.lacking}>{(one) => <li>{t(`lack.${one}`)}</li>}</For>
        </ul>
      </Show>
      <p class="hint">{t("register_keeps")}</p>
    </section>
  );
}

/** The next meetings of somebody's bodies, with their papers. */
export function OwnMeetings(props: { meetings: OwnDay["meetings"] }) {
  const t = useT("profile");
  const { page } = useWorkspace();
  const { say, lang } = useLocalized();
  return (
    <section aria-labelledby="own-meetings">
      <div class="bar">
        <h2 id="own-meetings">{t("meetings")}</h2>
      </div>
      <Show when={props.meetings.length > 0} fallback={<p class="hint">{t("no_meetings")}</p>}>
        <ul class="due-list narrow">
          <For each={props.meetings}>
            {(meeting) => (
              <li>
                <time datetime={meeting.startsAt}>
                  {t("when", { day: formatInstantDay(meeting.startsAt), time: formatTime(meeting.startsAt) })}
                </time>
                <div>
                  <a href={meeting.url[page.locale]} lang={lang(meeting.title)}>
                    {say(meeting.title)}
                  </a>
                  <Show when={meeting.place}>
                    {(place) => (
                      <small>
                        <span class="hidden-visually">{t("place")}: </span>
                        <span lang={lang(place())}>{say(place())}</span>
                      </small>
                    )}
                  </Show>
                </div>
                <Show when={!meeting.isAnnounced}>
                  <span class="tag warn">{t("no_notice")}</span>
                </Show>
                <Show when={meeting.papers > 0} fallback={<small>{t("no_papers")}</small>}>
                  <span class="small">
                    {t("papers", { count: meeting.papers })} ·{" "}
                    <a
                      href={`${meeting.url[page.locale]}.zip`}
                      aria-label={t("package_of", { title: say(meeting.title) })}
                    >
                      {t("package")}
                    </a>
                  </span>
                </Show>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </section>
  );
}
