import { For, Show } from "solid-js";
import type { ApprovalsData } from "../../../server/features/editing/approvals.workspace.ts";
import { useT } from "../../lib/i18n.ts";
import { useLocalized } from "../../lib/localized.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { formatInstantDay, formatTime } from "../../ui/format.ts";
import { Buttons, Form, SubmitButton } from "../ui/form.tsx";
import { TextArea } from "../ui/form-fields.tsx";
import { Page } from "../ui/page.tsx";
import { useWorkspace } from "../workspace.tsx";

const when = (instant: string) => `${formatInstantDay(instant)}, ${formatTime(instant)}`;

/** What was handed over: whoever publishes looks at it and publishes it, or gives it back with a word; one's own is taken back. */
export default function ApprovalsPage(props: { data: ApprovalsData }) {
  const t = useT("editing");
  const { data } = props;
  return (
    <Page
      title={t("approvals")}
      lead={t("approvals_lead")}
      done={{ returned: t("done_given_back"), taken_back: t("done_taken_back") }}
    >
      <Show when={!data.isWanted}>
        <p class="hint">{t("approvals_not_wanted")}</p>
      </Show>
      <Show when={data.waiting.length > 0} fallback={<EmptyState title={t("approvals_none")} />}>
        <ul class="handed-over">
          <For each={data.waiting}>{(one) => <Waiting one={one} />}</For>
        </ul>
      </Show>
      <Show when={data.returned.length > 0}>
        <section aria-labelledby="given-back">
          <h2 id="given-back">{t("given_back")}</h2>
          <ul class="handed-over">
            <For each={data.returned}>
              {(one) => (
                <li>
                  <Head one={one} />
                  <p class="note warn">{t("returned", { name: one.returned!.by, note: one.returned!.note })}</p>
                </li>
              )}
            </For>
          </ul>
        </section>
      </Show>
    </Page>
  );
}

type One = ApprovalsData["waiting"][number];

function Head(props: { one: One }) {
  const t = useT("editing");
  const { say, lang } = useLocalized();
  const { one } = props;
  return (
    <>
      <Show when={one.href} fallback={<b lang={lang(one.title)}>{say(one.title)}</b>}>
        {(href) => (
          <a href={href()} lang={lang(one.title)}>
            {say(one.title)}
          </a>
        )}
      </Show>
      <p class="stamp">
        <span>{one.kind}</span>
        <Show when={one.isProposal}>
          <span class="tag wait">{t("proposal")}</span>
        </Show>
        <span>{t("handed_over_by", { name: one.by, time: when(one.at) })}</span>
        <Show when={one.isOwn}>
          <span class="tag none">{t("handed_over_own")}</span>
        </Show>
      </p>
      <Show when={one.note}>{(note) => <p>“{note()}”</p>}</Show>
    </>
  );
}

function Waiting(props: { one: One }) {
  const t = useT("editing");
  const { page } = useWorkspace();
  const { one } = props;
  /** Only the form that was sent stands open, with what is wrong. */
  const wasSent = () => page.form?.name === "return" && page.form.values.for === one.id;
  return (
    <li>
      <Head one={one} />
      <Show when={one.mayPublish && !one.isOwn}>
        <p class="buttons">
          <Show when={one.href}>
            {(href) => (
              <a class="button" href={href()}>
                {t(one.isProposal ? "look_at_proposal" : "look_and_publish")}
                <span class="hidden-visually">: {one.title[page.locale] ?? one.title.sq}</span>
              </a>
            )}
          </Show>
        </p>
      </Show>
      <Show when={!one.isOwn && one.giveBack}>
        {(action) => (
          <details class="more" open={wasSent()}>
            <summary>{t("give_back")}</summary>
            <Form name={wasSent() ? "return" : `return-${one.id}`} action={action()} label={t("give_back")}>
              <input type="hidden" name="for" value={one.id} />
              <TextArea name="note" label={t("give_back_note")} rows={2} maxlength={1_000} required />
              <Buttons>
                <SubmitButton plain>{t("give_back")}</SubmitButton>
              </Buttons>
            </Form>
          </details>
        )}
      </Show>
      <Show when={one.isOwn && one.giveBack}>
        {(action) => (
          <Form name={`take-back-${one.id}`} action={action()} label={t("take_back")}>
            <Buttons>
              <SubmitButton plain>{t("take_back")}</SubmitButton>
            </Buttons>
          </Form>
        )}
      </Show>
    </li>
  );
}
