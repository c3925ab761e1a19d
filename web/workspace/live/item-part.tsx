import { createSignal, For, Show } from "solid-js";
import type { ConsoleSheet } from "../../../server/features/live/console-view.ts";
import type { HeldVote } from "../../../server/features/live/live-state.shared.ts";
import type { Ending } from "../../../server/features/live/steps.shared.ts";
import { useT } from "../../lib/i18n.ts";
import { useLocalized } from "../../lib/localized.ts";
import { useConsole } from "./console.ts";
import { elapsed, spentOn } from "./elapsed.ts";
import { AskText, StepButton } from "./small.tsx";
import { Speakers } from "./speakers.tsx";
import { VoteOpening } from "./vote-opening.tsx";

/** The item under discussion: its papers at hand, who speaks, the vote, and what becomes of it. */
export function ItemPart(props: { item: ConsoleSheet["items"][number] }) {
  const t = useT("sitting");
  const { say, lang } = useLocalized();
  const { state, now, take, isRunner } = useConsole();
  const own = () => state().items.get(props.item.id);
  const last = () => state().votes.findLast(({ itemId }) => itemId === props.item.id);
  const end = (ending: Ending | null) => take({ kind: "item_ended", itemId: props.item.id, ending });
  return (
    <section class="now-part" aria-labelledby="now-title">
      <p class="now-kicker">
        <span class="tag wait">{t("under_discussion")}</span> <span>{props.item.kind}</span>
        <span class="timer" role="timer">
          {elapsed(spentOn(own()?.spans ?? [], now()))}
        </span>
      </p>
      <h2 id="now-title" tabindex="-1" lang={lang(props.item.title)}>
        <span class="number">{props.item.number}</span> {say(props.item.title)}
      </h2>
      <Show when={props.item.papers.length > 0} fallback={<p class="soft">{t("no_papers")}</p>}>
        <ul class="console-papers" aria-label={t("papers")}>
          <For each={props.item.papers}>
            {({ title, url, role }) => (
              <li>
                <a href={url} target="_blank" lang={lang(title)} rel="noopener">
                  {say(title)}
                </a>{" "}
                <small class="soft">{role}</small>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <Speakers />
      <Show when={last()} fallback={<Show when={isRunner}>{<VoteOpening item={props.item} />}</Show>}>
        {(vote) => <Result vote={vote()} />}
      </Show>
      <Show when={isRunner}>
        <div class="now-buttons">
          <Show when={!last()}>
            <span class="soft">{t("without_vote")}</span>
          </Show>
          <Show
            when={last()?.outcome === "adopted"}
            fallback={
              <>
                <Show
                  when={last()}
                  fallback={
                    <StepButton look="plain" onPress={() => end("noted")}>
                      {t("end.noted")}
                    </StepButton>
                  }
                >
                  <StepButton look="main" onPress={() => end(null)}>
                    {t("end.rejected")}
                  </StepButton>
                </Show>
                <StepButton look="plain" onPress={() => end("postponed")}>
                  {t("end.postponed")}
                </StepButton>
                <StepButton look="plain" onPress={() => end("withdrawn")}>
                  {t("end.withdrawn")}
                </StepButton>
                <Show when={!last()}>
                  <StepButton look="quiet" onPress={() => end(null)}>
                    {t("end.nothing")}
                  </StepButton>
                </Show>
              </>
            }
          >
            <StepButton look="main" onPress={() => end(null)}>
              {t("end.adopted")}
            </StepButton>
            <StepButton look="plain" onPress={() => end("adopted_changed")}>
              {t("end.adopted_changed")}
            </StepButton>
          </Show>
          <StepButton look="quiet" onPress={() => take({ kind: "item_paused", itemId: props.item.id })}>
            {t("pause")}
          </StepButton>
        </div>
        <Show when={last()}>
          <details class="rule-source">
            <summary>{t("vote_again")}</summary>
            <VoteOpening item={props.item} />
          </details>
        </Show>
      </Show>
    </section>
  );
}

function Result(props: { vote: HeldVote }) {
  const t = useT("sitting");
  const { take } = useConsole();
  const [isWrong, wrong] = createSignal(false);
  const { votesFor, votesAgainst, abstentions, outcome, closedBy } = props.vote;
  return (
    <div class="vote-result" classList={{ rejected: outcome === "rejected" }} role="status">
      <p>
        <span class={`tag ${outcome === "adopted" ? "good" : "bad"}`}>{t(`outcome.${outcome}`)}</span>
      </p>
      <p class="vote-figures">{t("tally", { for: votesFor, against: votesAgainst, abstained: abstentions })}</p>
      <Show
        when={isWrong()}
        fallback={
          <StepButton look="quiet" onPress={() => wrong(true)}>
            {t("vote_wrong")}
          </StepButton>
        }
      >
        <AskText
          label={t("vote_wrong_why")}
          send={t("vote_wrong_send")}
          onLeave={() => wrong(false)}
          inBoth
          onSend={(sq, en) => take({ kind: "struck", number: closedBy, reason: { sq, en } })}
        />
      </Show>
    </div>
  );
}
