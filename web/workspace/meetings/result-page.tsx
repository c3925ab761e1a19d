import { For, Show } from "solid-js";
import type { ResultData } from "../../../server/features/meetings/desk/result-desk.ts";
import { useT } from "../../lib/i18n.ts";
import { useLocalized } from "../../lib/localized.ts";
import { BothFields } from "../ui/both-fields.tsx";
import { Buttons, Form, Stood, SubmitButton } from "../ui/form.tsx";
import { Choices } from "../ui/form-fields.tsx";
import { Page } from "../ui/page.tsx";
import { MeetingLine, useDeskPath } from "./meeting-line.tsx";

/** What became of an item. A vote says it by itself; here is what no vote says. */
export default function ResultPage(props: { data: ResultData }) {
  const t = useT("desk");
  const path = useDeskPath();
  const { say } = useLocalized();
  const { meeting, item, results, votes, values, hasBegun, asksReason, stood } = props.data;
  const parts = { id: meeting.id, item: item.id };
  return (
    <Page title={t("result_of", { number: item.number })} lead={say(item.title)}>
      <MeetingLine meeting={meeting} />
      <Show when={votes.length > 0}>
        <ul>
          <For each={votes}>
            {(vote) => (
              <li>
                {vote.method}: {vote.tally} <span class={`tag ${vote.tag}`}>{vote.outcome}</span>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <Show when={!hasBegun}>
        <p class="note">{t("result_not_yet")}</p>
      </Show>
      <p>
        <a href={path("vote", parts)}>{t("vote_of", { number: item.number })}</a>
      </p>
      <Form name="result" action={path("result", parts)} values={values}>
        <Stood />
        <Choices name="result" kind="radio" label={t("result")} choices={results} required />
        <BothFields name="note" label={t("result_note")} hint={t("result_note_hint")} rows={2} maxlength={2000} />
        <Reason asked={asksReason} />
        <Buttons>
          <SubmitButton>{t("save")}</SubmitButton>
        </Buttons>
      </Form>
      <Show when={stood}>{(shown) => <Removal data={props.data} stood={shown()} />}</Show>
    </Page>
  );
}

/** Once the minutes are public. */
function Reason(props: { asked: boolean }) {
  const t = useT("desk");
  return (
    <Show when={props.asked}>
      <BothFields
        name="reason"
        label={t("result_reason")}
        hint={t("correction_reason_hint")}
        rows={2}
        maxlength={1000}
        required
      />
    </Show>
  );
}

function Removal(props: { data: ResultData; stood: NonNullable<ResultData["stood"]> }) {
  const t = useT("desk");
  const path = useDeskPath();
  const { meeting, item, asksReason } = props.data;
  return (
    <section aria-labelledby="removal">
      <h2 id="removal">{t("result_removal")}</h2>
      <p class="hint">{t("result_removal_text")}</p>
      <p id="result-removal-result" tabindex="-1">
        {t("result")}: {props.stood.result}
      </p>
      <Show when={props.stood.note}>
        <p id="result-removal-note" tabindex="-1">
          {t("result_note")}: {props.stood.note}
        </p>
      </Show>
      <Form
        name="result-removal"
        action={path("resultRemoval", { id: meeting.id, item: item.id })}
        label={t("result_removal")}
      >
        <Stood shown={props.stood} />
        <Reason asked={asksReason} />
        <Buttons>
          <SubmitButton danger>{t("result_remove")}</SubmitButton>
        </Buttons>
      </Form>
    </section>
  );
}
