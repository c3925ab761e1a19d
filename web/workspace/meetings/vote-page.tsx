import { For, Show } from "solid-js";
import type { VoteData } from "../../../server/features/meetings/desk/votes-desk.ts";
import { useT } from "../../lib/i18n.ts";
import { useLocalized } from "../../lib/localized.ts";
import { BothFields } from "../ui/both-fields.tsx";
import { Buttons, Field, Form, Hidden, Select, SubmitButton } from "../ui/form.tsx";
import { Page } from "../ui/page.tsx";
import { MeetingLine, useDeskPath } from "./meeting-line.tsx";
import { PersonRow } from "./people-grid.tsx";

/** A vote on an item: by name, counted, or secret. */
export default function VotePage(props: { data: VoteData }) {
  const t = useT("desk");
  const path = useDeskPath();
  const { say } = useLocalized();
  const { meeting, item, method, methods, majorities, rounds, furtherRound, values } = props.data;
  const parts = { id: meeting.id, item: item.id };
  const which = [
    ...rounds.map(({ value, round }) => ({ value, label: t("vote_correct", { round }) })),
    { value: furtherRound, label: t("vote_next") },
  ];
  return (
    <Page title={t("vote_of", { number: item.number })} lead={say(item.title)} wide>
      <MeetingLine meeting={meeting} />
      <nav aria-label={t("vote_method")}>
        <ul class="method-tabs">
          <For each={methods}>
            {({ value, label }) => (
              <li>
                <a href={`${path("vote", parts)}?method=${value}`} aria-current={value === method ? "page" : undefined}>
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
        <Hidden name="method" value={method} />
        <Show when={method === "by_name"} fallback={<Counts asksPresent={props.data.asksPresent} method={method} />}>
          <Names data={props.data} />
        </Show>
        <div class="grid-fields">
          <Select name="majority" label={t("majority")} choices={majorities} required />
          <BothFields name="majorityReason" label={t("majority_reason")} hint={t("majority_reason_hint")} rows={2} />
          <Show when={rounds.length > 0}>
            <Select name="vote" label={t("vote_which")} hint={t("vote_again")} choices={which} required />
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

function Removal(props: { data: VoteData }) {
  const t = useT("desk");
  const path = useDeskPath();
  const { meeting, item, rounds, isPublishedWithMinutes } = props.data;
  const choices = rounds.map(({ value, round }) => ({ value, label: t("vote_round", { round }) }));
  const last = rounds.at(-1)!.value;
  return (
    <section aria-labelledby="removal">
      <h2 id="removal">{t("vote_removal")}</h2>
      <p class="hint">{t("vote_removal_text")}</p>
      <Form
        name="vote-removal"
        action={path("voteRemoval", { id: meeting.id, item: item.id })}
        values={{ vote: last }}
        label={t("vote_removal")}
      >
        <Show when={rounds.length > 1} fallback={<Hidden name="vote" value={last} />}>
          <Select name="vote" label={t("vote_removal_which")} choices={choices} required />
        </Show>
        <Show when={isPublishedWithMinutes}>
          <BothFields
            name="reason"
            label={t("vote_removal_reason")}
            hint={t("vote_removal_reason_hint")}
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
