import { createMemo, createSignal, createUniqueId, For, Show } from "solid-js";
import type { OpenVote } from "../../../server/features/live/live-state.shared.ts";
import { type CastChoice, castChoices } from "../../../server/features/live/steps.shared.ts";
import { outcomeOf, votesNeeded } from "../../../server/features/meetings/counting.shared.ts";
import { useT } from "../../lib/i18n.ts";
import { useLocalized } from "../../lib/localized.ts";
import { VoteHemicycle } from "../../ui/vote-hemicycle.tsx";
import { useConsole } from "./console.ts";
import { useNames } from "./names.ts";
import { AskText, StepButton } from "./small.tsx";

/** The open vote: by name in a list, or the counts of hands or of ballots. */
export function VotePart(props: { vote: OpenVote }) {
  const t = useT("sitting");
  const { say, lang } = useLocalized();
  const { take, sheet, isRunner } = useConsole();
  const { itemOf } = useNames();
  const [isLeaving, leave] = createSignal(false);
  const item = () => itemOf(props.vote.itemId);
  const rule = () => sheet().rules.find(({ majority }) => majority === props.vote.majority)!;
  return (
    <section class="now-part voting" aria-labelledby="now-title">
      <p class="now-kicker">
        <span class="tag wait">{t("vote_is_open")}</span> {t(`method.${props.vote.method}`)} · {rule().title}
      </p>
      <h2 id="now-title" tabindex="-1" lang={lang(item()?.title)}>
        <span class="number">{item()?.number}</span> {say(item()?.title)}
      </h2>
      <Show
        when={props.vote.method === "by_name"}
        fallback={
          <Show when={isRunner} fallback={<p class="hint">{t(`method_hint.${props.vote.method}`)}</p>}>
            <Counted vote={props.vote} />
          </Show>
        }
      >
        <ByName vote={props.vote} />
      </Show>
      <Show
        when={isLeaving()}
        fallback={
          <StepButton look="quiet" onPress={() => leave(true)}>
            {t("vote_abandon")}
          </StepButton>
        }
      >
        <AskText
          label={t("vote_abandon_why")}
          send={t("vote_abandon")}
          onLeave={() => leave(false)}
          inBoth
          onSend={(sq, en) => take({ kind: "vote_abandoned", vote: props.vote.id, reason: { sq, en } })}
        />
      </Show>
    </section>
  );
}

function Tally(props: { counts: Record<CastChoice, number>; missing: number; vote: OpenVote }) {
  const t = useT("sitting");
  const common = useT();
  const { sheet } = useConsole();
  const counted = () => ({
    members: sheet().people.length,
    ...{ votesFor: props.counts.for, votesAgainst: props.counts.against, abstentions: props.counts.abstained },
  });
  const cast = () => props.counts.for + props.counts.against + props.counts.abstained;
  return (
    <>
      <dl class="tally">
        <For each={castChoices}>
          {(choice) => (
            <div class={choice}>
              <dt>{common(`vote.${choice}`)}</dt>
              <dd>{props.counts[choice]}</dd>
            </div>
          )}
        </For>
        <div>
          <dt>{t("not_yet_voted")}</dt>
          <dd>{props.missing}</dd>
        </div>
      </dl>
      <p class="soft">
        {t("needed", { needed: votesNeeded(props.vote.majority, counted()) })}
        <Show when={cast() > 0}>
          {" "}
          <b>{t(outcomeOf(props.vote.majority, counted()) === "adopted" ? "would_adopt" : "would_reject")}</b>
        </Show>
      </p>
    </>
  );
}

function ByName(props: { vote: OpenVote }) {
  const t = useT("sitting");
  const common = useT();
  const id = createUniqueId();
  const { sheet, state, take, mayRun, isRunner } = useConsole();
  let list: HTMLDivElement | undefined;
  const isThere = (person: string) => state().roll?.get(person)?.isPresent ?? false;
  const present = createMemo(() => sheet().people.filter(({ id }) => isThere(id)));
  const away = createMemo(() => sheet().people.filter(({ id }) => !isThere(id)));
  const left = () => present().filter(({ id }) => !props.vote.ballots.has(id));
  const counts = () => {
    const all = [...props.vote.ballots.values()];
    const of = (choice: CastChoice) => all.filter((one) => one === choice).length;
    return { for: of("for"), against: of("against"), abstained: of("abstained") };
  };
  const cast = (personId: string, choice: CastChoice | null) => {
    if (props.vote.ballots.get(personId) === (choice ?? undefined)) return;
    take({ kind: "ballots_cast", vote: props.vote.id, ballots: [{ personId, choice }] });
  };
  const rows = () => [...(list?.querySelectorAll<HTMLElement>("[data-person]") ?? [])];
  const focusRow = (row: HTMLElement | undefined) =>
    (row?.querySelector<HTMLElement>("input:checked") ?? row?.querySelector<HTMLElement>("input"))?.focus();
  const letters = () => new Map(castChoices.map((choice) => [t(`letter.${choice}`).toLowerCase(), choice]));

  /** Within a row a letter votes and goes on to the next who has not; the arrows go from member to member. */
  function onKeyDown(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey || !mayRun()) return;
    const row = (event.target as Element).closest<HTMLElement>("[data-person]");
    const person = row?.dataset.person;
    if (!row || !person) return;
    const all = rows();
    const at = all.indexOf(row);
    const choice = letters().get(event.key.toLowerCase());
    if (choice) {
      cast(person, choice);
      focusRow([...all.slice(at + 1), ...all.slice(0, at)].find((one) => !props.vote.ballots.has(one.dataset.person!)));
    } else if (event.key === "ArrowDown") focusRow(all[at + 1]);
    else if (event.key === "ArrowUp") focusRow(all[at - 1]);
    else if (event.key === "Backspace" || event.key === "Delete") cast(person, null);
    else return;
    event.preventDefault();
  }
  const ballots = () => [
    ...present().map(({ id, name }) => ({
      key: id,
      name,
      choice: props.vote.ballots.get(id) ?? ("not_voting" as const),
    })),
    ...away().map(({ id, name }) => ({ key: id, name, choice: "absent" as const })),
  ];
  return (
    <>
      <Tally counts={counts()} missing={left().length} vote={props.vote} />
      <Show when={isRunner}>
        <p class="hint" id={`${id}-letters`}>
          {t("letters", { for: t("letter.for"), against: t("letter.against"), abstained: t("letter.abstained") })}
        </p>
      </Show>
      <Show when={left().length > 0}>
        <p>
          <StepButton
            look="plain"
            onPress={() =>
              take({
                ...{ kind: "ballots_cast", vote: props.vote.id },
                ballots: left().map(({ id }) => ({ personId: id, choice: "for" })),
              })
            }
          >
            {t("rest_for", { count: left().length })}
          </StepButton>
        </p>
      </Show>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the fields inside */}
      <div class="ballot-list" ref={list} onKeyDown={onKeyDown}>
        <For each={present()}>
          {(person) => (
            <fieldset class="ballot-row" data-person={person.id} aria-describedby={`${id}-letters`}>
              <legend>{person.name}</legend>
              <div class="segments">
                <For each={castChoices}>
                  {(choice) => (
                    <label class={choice}>
                      <input
                        type="radio"
                        name={`${id}-${person.id}`}
                        checked={props.vote.ballots.get(person.id) === choice}
                        disabled={!mayRun()}
                        onChange={() => cast(person.id, choice)}
                      />
                      <span>{common(`vote.${choice}`)}</span>
                    </label>
                  )}
                </For>
              </div>
              <button
                class="take-off"
                type="button"
                aria-label={t("take_off_of", { name: person.name })}
                disabled={!mayRun() || !props.vote.ballots.has(person.id)}
                onClick={() => cast(person.id, null)}
              >
                ×
              </button>
            </fieldset>
          )}
        </For>
      </div>
      <Show when={away().length > 0}>
        <p class="soft">
          {t("away", {
            names: away()
              .map(({ name }) => name)
              .join(", "),
          })}
        </p>
      </Show>
      <div class="now-buttons in-sight" hidden={!isRunner}>
        <StepButton
          look="main"
          disabled={props.vote.ballots.size === 0}
          onPress={() => take({ kind: "vote_closed", vote: props.vote.id, counts: null })}
        >
          {left().length > 0 ? t("vote_close_missing", { count: left().length }) : t("vote_close")}
        </StepButton>
      </div>
      <VoteHemicycle caption={t("vote_title")} ballots={ballots()} />
    </>
  );
}

const fields = ["for", "against", "abstained"] as const;

function Counted(props: { vote: OpenVote }) {
  const t = useT("sitting");
  const common = useT();
  const id = createUniqueId();
  const { state, take, mayRun } = useConsole();
  const [typed, setTyped] = createSignal<Partial<Record<CastChoice, string>>>({});
  const [problem, setProblem] = createSignal<string | null>(null);
  const whole = (choice: CastChoice) => {
    const text = (typed()[choice] ?? "").trim();
    return /^\d{1,3}$/.test(text) ? Number(text) : text === "" ? 0 : Number.NaN;
  };
  const counts = () => ({ for: whole("for"), against: whole("against"), abstained: whole("abstained") });
  const sum = () => counts().for + counts().against + counts().abstained;
  function close() {
    const { for: votesFor, against: votesAgainst, abstained: abstentions } = counts();
    if (Number.isNaN(sum())) return setProblem(t("count_whole"));
    if (sum() > state().present) return setProblem(t("count_more", { cast: sum(), present: state().present }));
    if (sum() === 0) return setProblem(t("count_none"));
    setProblem(null);
    take({ kind: "vote_closed", vote: props.vote.id, counts: { votesFor, votesAgainst, abstentions } });
  }
  return (
    <form
      class="count-form"
      onSubmit={(event) => {
        event.preventDefault();
        close();
      }}
    >
      <p class="hint">{t(`method_hint.${props.vote.method}`)}</p>
      <div class="count-fields">
        <For each={fields}>
          {(choice) => (
            <div class="field">
              <label for={`${id}-${choice}`}>{common(`vote.${choice}`)}</label>
              <input
                id={`${id}-${choice}`}
                type="text"
                inputmode="numeric"
                autocomplete="off"
                maxlength="3"
                value={typed()[choice] ?? ""}
                disabled={!mayRun()}
                onInput={(event) => setTyped({ ...typed(), [choice]: event.currentTarget.value })}
              />
            </div>
          )}
        </For>
      </div>
      <Show when={problem()}>
        {(why) => (
          <p class="error" role="alert">
            {why()}
          </p>
        )}
      </Show>
      <Show when={!Number.isNaN(sum())}>
        <Tally counts={counts()} missing={Math.max(0, state().present - sum())} vote={props.vote} />
      </Show>
      <div class="now-buttons">
        <button class="button big" type="submit" disabled={!mayRun()}>
          {t("vote_close")}
        </button>
      </div>
    </form>
  );
}
