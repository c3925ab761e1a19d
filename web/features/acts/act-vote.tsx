import { For, Show } from "solid-js";
import type { Act, Vote } from "../../../server/features/acts/acts.schema.ts";
import { choices } from "../../../server/features/meetings/meetings.shared.ts";
import { useT } from "../../lib/i18n.ts";
import { usePage } from "../../lib/page-context.tsx";
import { formatDay } from "../../ui/format.ts";
import { VoteHemicycle } from "../../ui/vote-hemicycle.tsx";
import { meetingName } from "./meeting-name.ts";

/** The vote by which the act was adopted: as the council sat, and, where it was open, who voted how. */
export function ActVote(props: { vote: Vote; meeting: Act["meeting"] }) {
  const t = useT("acts");
  const common = useT();
  const { locale } = usePage();
  const atMeeting = meetingName();
  const ballots = () => props.vote.ballots.map((ballot, at) => ({ ...ballot, key: String(at) }));
  const counts = () => ({
    for: props.vote.for,
    against: props.vote.against,
    abstained: props.vote.abstentions,
    absent: props.vote.members - props.vote.present,
  });
  const facts = () =>
    [
      t(`method.${props.vote.method}`),
      t("present_of", { present: props.vote.present, members: props.vote.members }),
      t(`majority.${props.vote.majority}`),
      props.vote.round > 1 && t("round", { round: String(props.vote.round) }),
    ].filter(Boolean);
  const named = () =>
    choices
      .map((choice) => ({ choice, people: props.vote.ballots.filter((ballot) => ballot.choice === choice) }))
      .filter(({ people }) => people.length > 0);
  return (
    <section aria-labelledby="vote">
      <div class="bar">
        <h2 id="vote">{t("vote")}</h2>
        <Show when={props.meeting}>
          {(meeting) => (
            <a link href={meeting().url[locale]}>
              {atMeeting(meeting())}, {formatDay(meeting().day)}
            </a>
          )}
        </Show>
      </div>
      <p class="aside">{facts().join(" · ")}</p>
      <Show when={ballots().length > 0} fallback={<VoteHemicycle caption={t("vote_caption")} counts={counts()} />}>
        <VoteHemicycle caption={t("vote_caption")} ballots={ballots()} />
      </Show>
      <Show when={named().length > 0}>
        <h3>{t("by_name")}</h3>
        <div class="two voters">
          <For each={named()}>
            {({ choice, people }) => (
              <div>
                <h4>{t("voted", { choice: common(`vote.${choice}`), number: String(people.length) })}</h4>
                <ul>
                  <For each={people}>
                    {(person) => (
                      <li>
                        <Show when={person.url} fallback={person.name}>
                          {(url) => (
                            <a link class="quiet" href={url()[locale]}>
                              {person.name}
                            </a>
                          )}
                        </Show>
                      </li>
                    )}
                  </For>
                </ul>
              </div>
            )}
          </For>
        </div>
      </Show>
    </section>
  );
}
