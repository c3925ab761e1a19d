import { For, Show } from "solid-js";
import type { OtherMeeting } from "../../../server/features/meetings/meeting-view.schema.ts";
import { useT } from "../../lib/i18n.ts";
import { useLocalized } from "../../lib/localized.ts";
import { usePage } from "../../lib/page-context.tsx";
import { formatInstantDay } from "../../ui/format.ts";
import type { ShownMeeting } from "./meetings-query.ts";

function OtherLink(props: { meeting: OtherMeeting }) {
  const { locale } = usePage();
  const { say, lang } = useLocalized();
  return (
    <a link href={props.meeting.url[locale]} lang={lang(props.meeting.name)}>
      {say(props.meeting.name)}, {formatInstantDay(props.meeting.startsAt)}
    </a>
  );
}

/** That a meeting does not take place, why, and what takes place instead. */
export function WhatBecameOfIt(props: { meeting: ShownMeeting }) {
  const t = useT("meetings");
  const { say, lang } = useLocalized();
  const stage = () => props.meeting.stage;
  return (
    <>
      <Show when={stage() === "cancelled" || stage() === "postponed"}>
        <div class={`note ${stage() === "cancelled" ? "bad" : "warn"}`}>
          <p>
            <strong>{t(stage() === "cancelled" ? "cancelled" : "postponed")}</strong>
          </p>
          <p lang={lang(props.meeting.stageReason)}>{say(props.meeting.stageReason)}</p>
          <Show when={stage() === "postponed"}>
            <p>
              <Show when={props.meeting.postponedTo} fallback={t("postponed_open")}>
                {(other) => (
                  <>
                    {t("postponed_to")} <OtherLink meeting={other()} />
                  </>
                )}
              </Show>
            </p>
          </Show>
        </div>
      </Show>
      <For each={props.meeting.postponedFrom}>
        {(other) => (
          <p class="note">
            {t("postponed_from")} <OtherLink meeting={other} />
          </p>
        )}
      </For>
    </>
  );
}

/** The meetings of the same body before and after. */
export function NearMeetings(props: { meeting: ShownMeeting }) {
  const t = useT("meetings");
  const { locale } = usePage();
  const { say, lang } = useLocalized();
  const both = () =>
    [
      { rel: "prev", label: t("earlier"), near: props.meeting.earlier },
      { rel: "next", label: t("later"), near: props.meeting.later },
    ].filter(({ near }) => near);
  return (
    <Show when={both().length > 0}>
      <nav class="neighbours" aria-label={t("neighbours")}>
        <For each={both()}>
          {({ rel, label, near }) => (
            <a link rel={rel} href={near!.url[locale]} class={rel}>
              <span>
                {label} · {formatInstantDay(near!.startsAt)}
              </span>
              <b lang={lang(near!.name)}>{say(near!.name)}</b>
            </a>
          )}
        </For>
      </nav>
    </Show>
  );
}
