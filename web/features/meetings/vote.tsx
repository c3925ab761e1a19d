import { For, Show } from "solid-js";
import { choices } from "../../../server/features/meetings/meetings.shared.ts";
import { useT } from "../../lib/i18n.ts";
import { useLocalized } from "../../lib/localized.ts";
import { usePage } from "../../lib/page-context.tsx";
import { VoteHemicycle } from "../../ui/vote-hemicycle.tsx";
import type { Names, Rules, ShownVote } from "./meetings-query.ts";
import { NameList } from "./name-list.tsx";
import { ResultTag } from "./stage-tag.tsx";
import { VoteBar } from "./vote-bar.tsx";

interface VoteProps {
  number: string;
  vote: ShownVote;
  /** There are other rounds beside it. */
  isOneOfMany: boolean;
  names: Names;
  rules: Rules;
}

/** One vote: how it went out, what was needed, who voted how, and by which rule. */
export function Vote(props: VoteProps) {
  const t = useT("meetings");
  const vote = () => props.vote;
  return (
    <section class="vote">
      <p class="vote-head">
        <b>
          <Show when={props.isOneOfMany}>{t("votes_again", { round: vote().round })} · </Show>
          {t(`method.${vote().method}`)}
        </b>
        <ResultTag result={vote().outcome} />
      </p>
      <VoteBar vote={vote()} />
      <p>
        {t("tally", { for: vote().votesFor, against: vote().votesAgainst, abstained: vote().abstentions })}{" "}
        <span class="soft">({t("needed", { count: vote().needed })})</span>
      </p>
      <Show when={vote().method === "secret"}>
        <p class="soft small">{t("secret_text")}</p>
      </Show>
      <details>
        <summary>{t(vote().method === "by_name" ? "roll" : "picture")}</summary>
        <VoteHemicycle
          caption={t("picture_of", { number: props.number })}
          counts={{
            for: vote().votesFor,
            against: vote().votesAgainst,
            abstained: vote().abstentions,
            not_voting: vote().notVoting,
            absent: vote().absent,
          }}
        />
        <Show when={vote().method === "by_name"}>
          <RollCall vote={vote()} names={props.names} />
        </Show>
      </details>
      <MajorityRule vote={vote()} rule={props.rules[vote().majority]!} />
    </section>
  );
}

function RollCall(props: { vote: ShownVote; names: Names }) {
  const common = useT();
  return (
    <dl class="roll">
      <For each={choices}>
        {(choice) => (
          <Show when={props.vote.roll[choice]}>
            {(places) => (
              <div>
                <dt>
                  {common(`vote.${choice}`)} <span class="soft">({places().length})</span>
                </dt>
                <dd>
                  <NameList names={props.names} places={places()} />
                </dd>
              </div>
            )}
          </Show>
        )}
      </For>
    </dl>
  );
}

function MajorityRule(props: { vote: ShownVote; rule: NonNullable<Rules[ShownVote["majority"]]> }) {
  const t = useT("meetings");
  const { locale } = usePage();
  const { say } = useLocalized();
  return (
    <details>
      <summary>{t("majority")}</summary>
      <p>
        <b>{props.rule.title[locale]}.</b>{" "}
        {t("majority_law", { law: say(props.rule.lawTitle), article: props.rule.article })}
      </p>
      <Show when={props.rule.note}>{(note) => <p class="soft">{note()[locale]}</p>}</Show>
      <Show when={props.vote.majorityReason}>
        {(reason) => <p>{t("majority_other", { reason: say(reason()) })}</p>}
      </Show>
    </details>
  );
}
