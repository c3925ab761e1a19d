import { Show } from "solid-js";
import type { EditPageData } from "../../../server/features/editing/editing.view.ts";
import { useT } from "../../lib/i18n.ts";
import { formatInstantDay, formatTime } from "../../ui/format.ts";
import { Buttons, Form, Hidden, SubmitButton } from "../ui/form.tsx";
import { TextArea } from "../ui/form-fields.tsx";
import { Differences } from "./differences.tsx";

/** A change of what is public that somebody has proposed: what it would change, and what is done with it. */
export function Proposed(props: { data: EditPageData }) {
  const t = useT("editing");
  const { data } = props;
  return (
    <Show when={data.proposal}>
      {(one) => {
        const { by, at, note, isOwn, returned, differences, version, opened, open, giveBack } = one();
        const time = `${formatInstantDay(at)}, ${formatTime(at)}`;
        return (
          <section class="proposal" aria-labelledby="proposal">
            <h2 id="proposal">{t("proposal")}</h2>
            <p>
              {isOwn ? t("proposal_own", { time }) : t("proposal_by", { name: by, time })}{" "}
              <Show when={note}>“{note}”</Show>
            </p>
            <Show when={returned}>
              {(word) => <p class="note warn">{t("returned", { name: word().by, note: word().note })}</p>}
            </Show>
            <Show when={differences.length > 0} fallback={<p class="hint">{t("proposal_same")}</p>}>
              <Differences differences={differences} />
            </Show>
            <Show when={opened || data.propose}>
              <p class="note">{opened ? t("proposal_opened") : t("proposal_goes_on")}</p>
            </Show>
            <Show when={open}>
              {(href) => (
                <p class="buttons">
                  <a class="button" href={href()}>
                    {t("proposal_open")}
                  </a>
                </p>
              )}
            </Show>
            <Show when={giveBack}>
              {(action) => (
                <Form
                  name="step-proposal-return"
                  action={action()}
                  label={t(isOwn ? "take_back_proposal" : "give_back_proposal")}
                >
                  <Hidden name="proposal" value={version} />
                  <Show when={!isOwn}>
                    <TextArea name="note" label={t("give_back_note")} rows={2} maxlength={1_000} required />
                  </Show>
                  <Buttons>
                    <SubmitButton plain>{t(isOwn ? "take_back_proposal" : "give_back_proposal")}</SubmitButton>
                  </Buttons>
                </Form>
              )}
            </Show>
          </section>
        );
      }}
    </Show>
  );
}
