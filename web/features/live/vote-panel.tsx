import { createMemo, For, Show } from "solid-js";
import type { LiveMeeting, VoteHeld, VoteNow } from "../../../server/features/following/following.schema.ts";
import { useT } from "../../lib/i18n.ts";
import { Hemicycle, type SeatTone, seatsByCount } from "../../ui/hemicycle.tsx";
import { ResultTag } from "../meetings/stage-tag.tsx";
import { ballotsOf, lastVoteOn, toneOrder } from "./choices.ts";

/** The vote that is being taken, or the last one on the item under discussion: each seat as it falls, and who voted how. */
export function VotePanel(props: { live: LiveMeeting }) {
  const t = useT("following");
  const now = () => props.live.now;
  const held = () => (now().vote ? undefined : lastVoteOn(now(), now().current));
  const vote = (): VoteNow | VoteHeld | undefined => now().vote ?? held();
  const number = () => props.live.meeting.items.find(({ id }) => id === vote()?.item)?.number ?? "";
  const counts = () => held() ?? now().vote?.counts;
  const needed = () => vote()?.needed;
  return (
    <Show when={vote()}>
      {(shown) => (
        <section class="live-card live-vote" classList={{ "is-open": Boolean(now().vote) }} aria-labelledby="live-vote">
          <div class="live-vote-head">
            <h2 id="live-vote">{t(now().vote ? "vote_open" : "vote_over")}</h2>
            <Show when={held()}>{(over) => <ResultTag result={over().outcome} />}</Show>
          </div>
          <Show when={now().vote}>
            <p class="soft">{t(`method.${shown().method}`)}</p>
          </Show>
          <Show when={counts()}>
            {(sums) => (
              <p class="live-tally">
                {t("tally", { for: sums().for, against: sums().against, abstained: sums().abstained })}
                <Show when={needed()}>
                  {(count) => <span class="soft small"> · {t("needed", { count: count() })}</span>}
                </Show>
              </p>
            )}
          </Show>
          <Show when={counts() || shown().ballots}>
            <Seats live={props.live} vote={shown()} number={number()} isOpen={Boolean(now().vote)} />
          </Show>
        </section>
      )}
    </Show>
  );
}

function Seats(props: { live: LiveMeeting; vote: VoteNow | VoteHeld; number: string; isOpen: boolean }) {
  const t = useT("following");
  const label = (tone: SeatTone) => t(`choice.${tone === "not_voting" && props.isOpen ? "not_yet" : tone}`);
  const ballots = createMemo(() => ballotsOf(props.live.meeting, props.vote));
  const counts = (): Record<string, number> => {
    const sums = "outcome" in props.vote ? props.vote : props.vote.counts;
    const cast = sums ? sums.for + sums.against + sums.abstained : 0;
    const present = "outcome" in props.vote ? props.vote.present : (props.live.now.present ?? cast);
    const absent = Math.max(props.live.meeting.members.length - present, 0);
    return { ...sums, not_voting: Math.max(present - cast, 0), absent };
  };
  const seats = () =>
    ballots()?.map(({ name, tone }, at) => ({ key: String(at), label: `${name}: ${label(tone)}`, group: tone })) ??
    seatsByCount(toneOrder.map((tone) => ({ key: tone, label: label(tone), count: counts()[tone] ?? 0 })));
  const has = (tone: SeatTone) => seats().some(({ group }) => group === tone);
  const groups = () =>
    toneOrder
      .filter((tone) => (tone !== "absent" && tone !== "not_voting") || has(tone))
      .map((tone) => ({ key: tone, label: label(tone), tone }));
  return (
    <>
      <Hemicycle
        caption={t("picture_of", { number: props.number })}
        groups={groups()}
        seats={seats()}
        centre={`${counts().for} : ${counts().against}`}
      />
      <Show when={ballots()}>
        {(cast) => (
          <details class="live-names" open>
            <summary>{t("by_name")}</summary>
            <dl class="roll">
              <For each={toneOrder.filter(has)}>
                {(tone) => (
                  <div>
                    <dt>{label(tone)}</dt>
                    <dd>
                      <ul class="names">
                        <For each={cast().filter((ballot) => ballot.tone === tone)}>
                          {({ name }) => <li>{name}</li>}
                        </For>
                      </ul>
                    </dd>
                  </div>
                )}
              </For>
            </dl>
          </details>
        )}
      </Show>
    </>
  );
}
