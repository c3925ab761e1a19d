import { createSignal, onMount, Show } from "solid-js";
import type { ItemData } from "../../../server/features/meetings/desk/agenda-desk.ts";
import { useT } from "../../lib/i18n.ts";
import { BothFields } from "../ui/both-fields.tsx";
import { Buttons, Form, Once, PreviewButton, Stood, SubmitButton } from "../ui/form.tsx";
import { useField } from "../ui/form-context.ts";
import { Choices, Field, Select } from "../ui/form-fields.tsx";
import { Page } from "../ui/page.tsx";
import { useWorkspace } from "../workspace.tsx";
import { fillsFromDraft } from "./from-draft.ts";
import { MeetingLine, useDeskPath } from "./meeting-line.tsx";
import { PaperForms } from "./paper-forms.tsx";
import { ReasonFields } from "./reason-fields.tsx";

/** An item of the agenda: what is said of it, its papers, and the way to take it away. */
export default function ItemPage(props: { data: ItemData }) {
  const t = useT("desk");
  const path = useDeskPath();
  const { meeting, item, choices, drafts, values } = props.data;
  const parts = { id: meeting.id, item: item?.id ?? "" };
  const { form } = useWorkspace().page;
  const shown: Readonly<Record<string, unknown>> = form?.name === "item" ? form.values : values;
  const hasMore = ["proposerKind", "protocolNumber", "summary.sq"].some((name) => Boolean(shown[name]));
  return (
    <Page title={item ? t("item_number", { number: item.number }) : t("item_new")} done={{ papers: t("done_papers") }}>
      <MeetingLine meeting={meeting} />
      <Form name="item" action={item ? path("item", parts) : path("newItem", parts)} values={values}>
        <Stood />
        <Show when={item === null}>
          <Once />
        </Show>
        {/* Enter in a field saves; without this one it would look for draft acts. */}
        <button class="hidden-visually" type="submit" tabindex="-1">
          {t("save")}
        </button>
        <BothFields name="title" label={t("item_title")} rows={2} maxlength={500} required />
        <Select name="kind" label={t("item_kind")} choices={choices.kinds} required />
        <DraftField drafts={drafts} />
        <details class="more" open={hasMore}>
          <summary>{t("item_more")}</summary>
          <Select name="proposerKind" label={t("proposer_kind")} choices={choices.proposers} empty={t("not_said")} />
          <BothFields name="proposer" label={t("proposer")} hint={t("proposer_hint")} maxlength={300} />
          <Select name="proposerPersonId" label={t("proposer_person")} choices={choices.people} empty={t("not_said")} />
          <Select name="proposerBodyId" label={t("proposer_body")} choices={choices.bodies} empty={t("not_said")} />
          <Field name="protocolNumber" label={t("protocol_number")} maxlength={40} />
          <BothFields name="summary" label={t("summary")} rows={4} maxlength={5000} />
        </details>
        <ReasonFields meeting={meeting} />
        <Buttons>
          <SubmitButton>{t(item ? "save" : "item_add")}</SubmitButton>
          <PreviewButton>{t("preview")}</PreviewButton>
        </Buttons>
      </Form>
      <Show when={item} fallback={<p class="hint">{t("papers_later")}</p>}>
        <PaperForms {...props.data} action={path("itemPapers", parts)} uploadAction={path("itemUpload", parts)} />
        <section aria-labelledby="removing">
          <h2 id="removing">{t("item_remove")}</h2>
          <p>{t("item_remove_text")}</p>
          <Form name="removal" action={path("itemRemoval", parts)}>
            <ReasonFields meeting={meeting} />
            <Buttons>
              <SubmitButton danger>{t("item_remove_send")}</SubmitButton>
              <PreviewButton>{t("preview")}</PreviewButton>
            </Buttons>
          </Form>
        </section>
      </Show>
    </Page>
  );
}

/**
 * One of the draft acts, looked for by words. The button that looks sends the whole form, so that nothing is lost. What is
 * empty of the item is filled from the one that is chosen: here at once, without script when it is saved.
 */
function DraftField(props: { drafts: ItemData["drafts"] }) {
  const t = useT("desk");
  const words = useField("words");
  const field = useField("draftActId");
  const [filled, setFilled] = createSignal(false);
  let place: HTMLDivElement | undefined;
  onMount(() => fillsFromDraft(place!.closest("form")!, props.drafts, setFilled));
  return (
    <div class="search-field" ref={place}>
      <div class="field">
        <label for={words.id}>{t("draft_words")}</label>
        <p class="hint" id={words.hintId}>
          {t("draft_words_hint")}
        </p>
        <input
          id={words.id}
          name="words"
          type="search"
          maxlength="200"
          value={words.value}
          aria-describedby={words.hintId}
        />
      </div>
      <button class="button plain" type="submit" name="step" value="look">
        {t("look")}
      </button>
      <Choices
        name="draftActId"
        kind="radio"
        label={t("draft")}
        hint={t("draft_fills")}
        choices={[{ value: "", label: t("draft_none") }, ...props.drafts]}
      />
      <p role="status" class="filled">
        <Show when={filled()}>{t("draft_filled")}</Show>
      </p>
      <Show when={words.value && !props.drafts.some(({ value }) => value !== field.value)}>
        <p role="status">{t("drafts_none")}</p>
      </Show>
    </div>
  );
}
