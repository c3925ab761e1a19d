import { For, Show } from "solid-js";
import type { LiveMeeting } from "../../../server/features/following/following.schema.ts";
import { useT } from "../../lib/i18n.ts";
import { useLocalized } from "../../lib/localized.ts";
import { usePage } from "../../lib/page-context.tsx";
import { formatTime } from "../../ui/format.ts";
import { VoteBar } from "../../ui/vote-bar.tsx";
import { ResultTag } from "../meetings/stage-tag.tsx";
import { decidedSoFar } from "./choices.ts";

/** What was decided so far, the last first; who voted how stands on the meeting's page. */
export function DecidedList(props: { live: LiveMeeting }) {
  const t = useT("following");
  const { locale } = usePage();
  const { say, lang } = useLocalized();
  const decided = () => decidedSoFar(props.live);
  return (
    <Show when={props.live.now.phase !== "waiting" && props.live.now.phase !== "called_off"}>
      <section class="live-decided" aria-labelledby="live-decided">
        <div class="bar">
          <h2 id="live-decided">{t(props.live.now.phase === "closed" ? "decided_over" : "decided")}</h2>
        </div>
        <ol>
          <For each={decided()}>
            {({ item, result, vote }) => (
              <li>
                <span class="live-at" aria-hidden="true">
                  {item.number}
                </span>
                <div>
                  <h3>
                    <span class="hidden-visually">{item.number}. </span>
                    <span lang={lang(item.title)}>{say(item.title)}</span>
                  </h3>
                  <p class="stamp">
                    <ResultTag result={result} />
                    <Show when={vote}>
                      {(held) => (
                        <>
                          <span>
                            {t("tally", { for: held().for, against: held().against, abstained: held().abstained })}
                          </span>
                          <span>{t("decided_at", { time: formatTime(held().at) })}</span>
                          <Show when={held().ballots}>
                            <a link href={`${props.live.meeting.meetingUrl[locale]}#${item.anchor}`}>
                              {t("decided_more")}
                            </a>
                          </Show>
                        </>
                      )}
                    </Show>
                  </p>
                  <Show when={vote}>{(held) => <VoteBar votes={held()} />}</Show>
                </div>
              </li>
            )}
          </For>
        </ol>
        <Show when={decided().length === 0}>
          <p class="soft">{t("decided_none")}</p>
        </Show>
      </section>
    </Show>
  );
}
