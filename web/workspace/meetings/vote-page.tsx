import { For, Show } from "solid-js";
import type { VoteData } from "../../../server/features/meetings/desk/vote-view.ts";
import { useT } from "../../lib/i18n.ts";
import { useLocalized } from "../../lib/localized.ts";
import { BothFields } from "../ui/both-fields.tsx";
import { Buttons, Form, Hidden, Stood, SubmitButton } from "../ui/form.tsx";
import { Choices, Field, Select } from "../ui/form-fields.tsx";
import { Page } from "../ui/page.tsx";
import { MeetingLine, useDeskPath } from "./meeting-line.tsx";
import { PersonRow } from "./people-grid.tsx";

/** A vote on an item: by name, counted, or secret. */
export default function VotePage(props: { data: VoteData }) {
  const t = useT("desk");
  const path = useDeskPath();
  const { say } = useLocalized();
  const { meeting, item, method, methods, majorities, rounds, shownRound, asksWhich, furtherRound, values, stood } =
    props.data;
  const parts = { id: meeting.id, item: item.id };
  const address = (query: Readonly<Record<string, string>>) => `${path("vote", parts)}?${new URLSearchParams(query)}`;
  const round: Record<string, string> =
    rounds.length > 0 ? { round: shownRound === null ? furtherRound : String(shownRound) } : {};
  return (
    <Page title={t("vote_of", { number: item.number })} lead={say(item.title)} wide>
      <MeetingLine meeting={meeting} />
      <Show when={!props.data.hasBegun}>
        <p class="note">{t("vote_not_yet")}</p>
      </Show>
      <Show when={rounds.length > 0}>
        <Rounds data={props.data} address={address} />
      </Show>
      <nav id="vote-method" tabindex="-1" aria-label={t("vote_method")}>
        <ul class="method-tabs">
          <For each={methods}>
            {({ value, label }) => (
              <li>
                <a href={address({ ...round, method: value })} aria-current={value === method ? "page" : undefined}>
                  {label}
                </a>
              </li>
            )}
          </For>
        </ul>
      </nav>
      <Form name="vote" class="grid-form" action={path("vote", parts)} values={values} label={t("vote")}>
        {/* Enter in a field saves; without this one it would set every vote. */}
        <button class="hidden-visually" type="submit" tabindex="-1">
          {t("save")}
        </button>
        <Stood shown={stood} />
        <Hidden name="method" value={method} />
        <Show when={asksWhich} fallback={<Hidden name="vote" value={values.vote ?? ""} />}>
          <Which data={props.data} />
        </Show>
        <Show when={method === "by_name"} fallback={<Counts asksPresent={props.data.asksPresent} method={method} />}>
          <Names data={props.data} />
        </Show>
        <div class="grid-fields">
          <Select name="majority" label={t("majority")} choices={majorities} required />
          <BothFields name="majorityReason" label={t("majority_reason")} hint={t("majority_reason_hint")} rows={2} />
          <Show when={props.data.asksReason}>
            <BothFields
              name="reason"
              label={t("vote_reason")}
              hint={t("correction_reason_hint")}
              rows={2}
              maxlength={1000}
              required
            />
          </Show>
        </div>
        <Buttons>
          <SubmitButton>{t("save")}</SubmitButton>
        </Buttons>
      </Form>
      <Show when={rounds.length > 0}>
        <Removal data={props.data} />
      </Show>
    </Page>
  );
}

/** The votes on the item one beside the other, each with what came of it; the one that is put right is marked. */
function Rounds(props: { data: VoteData; address: (query: Readonly<Record<string, string>>) => string }) {
  const t = useT("desk");
  const { rounds, shownRound, furtherRound } = props.data;
  const last = rounds.at(-1)!.round;
  return (
    <section aria-labelledby="rounds">
      <nav aria-label={t("vote_rounds")}>
        <ul class="vote-rounds">
          <For each={rounds}>
            {({ round, tally, outcome, tag }) => (
              <li>
                <a
                  href={props.address({ round: String(round) })}
                  aria-current={round === shownRound ? "page" : undefined}
                >
                  {t("vote_round", { round })}
                </a>
                <span class="soft">{tally}</span> <span class={`tag ${tag}`}>{outcome}</span>
              </li>
            )}
          </For>
          <li>
            <a href={props.address({ round: furtherRound })} aria-current={shownRound === null ? "page" : undefined}>
              {t("vote_next")}
            </a>
          </li>
        </ul>
      </nav>
      <h2 id="rounds">{shownRound === null ? t("vote_next") : t("vote_correct", { round: shownRound })}</h2>
      <p class="hint">
        {shownRound === null ? t("vote_next_hint") : t(shownRound === last ? "vote_again" : "vote_earlier")}
      </p>
    </section>
  );
}

/** It is no longer clear which vote was meant: somebody else has entered or removed one meanwhile. */
function Which(props: { data: VoteData }) {
  const t = useT("desk");
  const { rounds, furtherRound } = props.data;
  const choices = [
    ...rounds.map(({ value, round, tally }) => ({ value, label: t("vote_correct", { round }), hint: tally })),
    { value: furtherRound, label: t("vote_next") },
  ];
  return <Choices name="vote" kind="radio" label={t("vote_which")} choices={choices} required />;
}

function Removal(props: { data: VoteData }) {
  const t = useT("desk");
  const path = useDeskPath();
  const { meeting, item, rounds, shownRound, isPublishedWithMinutes } = props.data;
  const choices = rounds.map(({ value, round }) => ({ value, label: t("vote_round", { round }) }));
  const chosen = (rounds.find(({ round }) => round === shownRound) ?? rounds.at(-1)!).value;
  return (
    <section aria-labelledby="removal">
      <h2 id="removal">{t("vote_removal")}</h2>
      <p class="hint">{t("vote_removal_text")}</p>
      <Form
        name="vote-removal"
        action={path("voteRemoval", { id: meeting.id, item: item.id })}
        values={{ vote: chosen }}
        label={t("vote_removal")}
      >
        <Show when={rounds.length > 1} fallback={<Hidden name="vote" value={chosen} />}>
          <Select name="vote" label={t("vote_removal_which")} choices={choices} required />
        </Show>
        <Show when={isPublishedWithMinutes}>
          <BothFields
            name="reason"
            label={t("vote_removal_reason")}
            hint={t("correction_reason_hint")}
            rows={2}
            maxlength={1000}
            required
          />
        </Show>
        <Buttons>
          <SubmitButton danger>{t("vote_remove")}</SubmitButton>
        </Buttons>
      </Form>
    </section>
  );
}

function Names(props: { data: VoteData }) {
  const t = useT("desk");
  return (
    <div id="vote-ballots" tabindex="-1">
      <p class="buttons">
        <button class="button plain" type="submit" name="step" value="all_for">
          {t("all_for")}
        </button>
        <span class="hint">{t("all_for_hint")}</span>
      </p>
      <For each={props.data.members}>
        {({ id, name, isAway }) => (
          <PersonRow
            name={`ballots.${id}`}
            person={name}
            choices={props.data.choices}
            hint={isAway ? t("away") : undefined}
          />
        )}
      </For>
    </div>
  );
}

function Counts(props: { asksPresent: boolean; method: string }) {
  const t = useT("desk");
  return (
    <>
      <Show when={props.method === "secret"}>
        <p class="hint">{t("secret_hint")}</p>
      </Show>
      <div class="field-row">
        <Field name="votesFor" label={t("votes_for")} inputmode="numeric" required />
        <Field name="votesAgainst" label={t("votes_against")} inputmode="numeric" required />
        <Field name="abstentions" label={t("abstentions")} inputmode="numeric" />
        <Show when={props.asksPresent}>
          <Field name="present" label={t("present")} inputmode="numeric" required />
        </Show>
      </div>
    </>
  );
}
