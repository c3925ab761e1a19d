import { For, Show } from "solid-js";
import type { ResultData } from "../../../server/features/meetings/desk/votes-desk.ts";
import { useT } from "../../lib/i18n.ts";
import { useLocalized } from "../../lib/localized.ts";
import { BothFields } from "../ui/both-fields.tsx";
import { Buttons, Choices, Form, Stood, SubmitButton } from "../ui/form.tsx";
import { Page } from "../ui/page.tsx";
import { MeetingLine, useDeskPath } from "./meeting-line.tsx";

/** What became of an item. A vote says it by itself; here is what no vote says. */
export default function ResultPage(props: { data: ResultData }) {
  const t = useT("desk");
  const path = useDeskPath();
  const { say } = useLocalized();
  const { meeting, item, results, votes, values } = props.data;
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
      <p>
        <a href={path("vote", parts)}>{t("vote_of", { number: item.number })}</a>
      </p>
      <Form name="result" action={path("result", parts)} values={values}>
        <Stood />
        <Choices name="result" kind="radio" label={t("result")} choices={results} required />
        <BothFields name="note" label={t("result_note")} hint={t("result_note_hint")} rows={2} maxlength={2000} />
        <Buttons>
          <SubmitButton>{t("save")}</SubmitButton>
        </Buttons>
      </Form>
    </Page>
  );
}
