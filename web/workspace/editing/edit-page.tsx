import { For, Match, onMount, Show, Switch } from "solid-js";
import { binPath } from "../../../server/features/editing/editing.paths.shared.ts";
import type { AskedStep, EditPageData, ReadField, SeenStep } from "../../../server/features/editing/editing.view.ts";
import type { TypedValues } from "../../../server/workspace/typed-values.ts";
import { useT } from "../../lib/i18n.ts";
import { formatInstantDay, formatTime } from "../../ui/format.ts";
import { createAutosave } from "../forms/autosave.ts";
import { Fields } from "../forms/fields.tsx";
import { KeepingLine } from "../forms/keeping-line.tsx";
import { LeftUnsaved } from "../forms/left-unsaved.tsx";
import { Buttons, Form, FormPart, Hidden, SubmitButton } from "../ui/form.tsx";
import { AskedFirst } from "../ui/form-errors.tsx";
import { Field, TextArea } from "../ui/form-fields.tsx";
import { Page } from "../ui/page.tsx";
import { TypedWords } from "../ui/typed-words.tsx";
import { useWorkspace } from "../workspace.tsx";
import { useDone } from "./done.ts";
import { Proposed } from "./proposal.tsx";

const when = (instant: string) => `${formatInstantDay(instant)}, ${formatTime(instant)}`;

/** One thing: its form, or what it says for whoever reads alone; and beside it what can be done with the whole. */
export default function EditPage(props: { data: EditPageData }) {
  return (
    <Show when={props.data.read} fallback={<Edited data={props.data} />}>
      {(read) => <Read data={props.data} read={read()} />}
    </Show>
  );
}

function Read(props: { data: EditPageData; read: readonly ReadField[] }) {
  const t = useT("editing");
  const { data } = props;
  return (
    <Page title={data.title} wide>
      <Around data={data} />
      <Proposed data={data} />
      <div class="edit">
        <div>
          <p class="note">
            {t("reads_only")}{" "}
            <Show when={data.binnedSince}>{(since) => t("binned_since", { time: when(since()) })}</Show>
          </p>
          <dl class="facts-desk">
            <For each={props.read}>
              {({ label, text, lang }) => (
                <>
                  <dt>{label}</dt>
                  <dd class="written" lang={lang ?? undefined}>
                    {text}
                  </dd>
                </>
              )}
            </For>
          </dl>
        </div>
        <Steps data={data} />
      </div>
    </Page>
  );
}

/** Where it belongs, how it stands, and what else there is of it. */
function Around(props: { data: EditPageData }) {
  const t = useT("editing");
  const { data } = props;
  return (
    <p class="crumb">
      <a href={data.list.href}>{data.list.label}</a>
      <Show when={data.tag}>{(tag) => <span class={`tag ${tag().tone}`}>{tag().word}</span>}</Show>
      <Show when={data.links.public}>{(href) => <a href={href()}>{t("see_public")}</a>}</Show>
      <Show when={data.links.preview}>
        {(href) => (
          <a href={href()} target="_blank" rel="noopener">
            {t("preview_saved")}
          </a>
        )}
      </Show>
      <Show when={data.links.photos}>{(href) => <a href={href()}>{t("photos")}</a>}</Show>
      <Show when={data.links.versions}>{(href) => <a href={href()}>{t("versions")}</a>}</Show>
      <For each={data.links.besides}>{({ href, label }) => <a href={href}>{label}</a>}</For>
    </p>
  );
}

function Edited(props: { data: EditPageData }) {
  const t = useT("editing");
  const { page } = useWorkspace();
  const { data } = props;
  const values = page.form?.name === "thing" ? page.form.values : data.values;
  const does = () => t(data.propose ? "propose" : data.id ? "save" : "create");
  const { keeping, copies, useCopy, dropCopy } = createAutosave({
    form: () => document.getElementById("thing") as HTMLFormElement,
    account: data.edit.account,
    entity: data.entity,
    id: data.id,
    editId: data.edit.id,
    seen: data.edit.seen,
    version: data.version,
    answers: data.taken ? "saved" : data.clashes.length > 0 ? "asking" : null,
  });
  return (
    <Page title={data.title} wide done={useDone()}>
      <Around data={data} />
      <LeftUnsaved forms={data.unsaved} copies={copies} useCopy={useCopy} dropCopy={dropCopy} />
      <Show when={data.refusedFiles.length > 0}>
        <section class="problem" role="alert" aria-labelledby="refused-files">
          <h2 id="refused-files">{t("files_refused")}</h2>
          <ul>
            <For each={data.refusedFiles}>
              {({ name, problem }) => (
                <li>
                  <b>{name}</b>: {problem}
                </li>
              )}
            </For>
          </ul>
        </section>
      </Show>
      <Show when={data.binnedSince}>
        {(since) => (
          <section class="note warn" aria-label={t("binned")}>
            <p>
              {t("binned_since", { time: when(since()) })} <a href={binPath[page.locale]}>{t("binned")}</a>
            </p>
            <Show when={data.steps.unbin}>
              {(action) => (
                <Form name="step-unbin" action={action()} label={t("unbin_long")}>
                  <Buttons>
                    <SubmitButton plain>{t("unbin_long")}</SubmitButton>
                  </Buttons>
                </Form>
              )}
            </Show>
          </section>
        )}
      </Show>
      <Show when={data.isUnsaved && data.clashes.length === 0 && !page.form}>
        <p class="note">{t("unsaved_shown")}</p>
      </Show>
      <Proposed data={data} />
      <div class="edit">
        <Form name="thing" action={data.action} values={data.values} class="sheet-form whole" keptByPage>
          <Hidden name="version" value={data.version ?? ""} />
          <Hidden name="edit" value={data.edit.id} />
          <Hidden name="kept" value={data.edit.seen ?? ""} />
          <Hidden name="tab" value="" />
          <Show when={data.id}>{(id) => <Hidden name="id" value={id()} />}</Show>
          <Show when={data.filledFrom}>{(version) => <Hidden name="proposal" value={version()} />}</Show>
          <Asked data={data} step="save" />
          <Clashes data={data} />
          {/* The first button is what the Enter key does. */}
          <button class="first-button" type="submit" tabindex="-1" formaction={data.propose ?? undefined}>
            {does()}
          </button>
          <Fields fields={data.description.fields} description={data.description} values={values} />
          <Show when={data.waitsForPublisher}>
            <p class="note">{t(data.propose ? "proposes" : "changed_by_publishers")}</p>
          </Show>
          <Show when={data.propose}>
            <TextArea name="note" label={t("propose_note")} rows={2} maxlength={1_000} />
          </Show>
          <Buttons>
            <Show when={data.mayChange || data.propose}>
              <SubmitButton action={data.propose ?? undefined}>{does()}</SubmitButton>
            </Show>
            <button class="button plain" type="submit" formaction={data.links.formPreview} formtarget="_blank">
              {t("preview_form")}
            </button>
            <KeepingLine keeping={keeping()} />
          </Buttons>
        </Form>
        <Show when={data.id}>
          <Steps data={data} />
        </Show>
      </div>
    </Page>
  );
}

/** What somebody is asked before it becomes public, at the step at which it was refused. */
function Asked(props: { data: EditPageData; step: AskedStep }) {
  const t = useT("editing");
  const { asked } = props.data;
  const carried = () => ({
    persons: asked?.confirmed.persons,
    withoutReading: asked?.confirmed.withoutReading ? "yes" : null,
  });
  const form = () => (props.step === "withdraw" ? "step-withdraw" : "thing");
  let section: HTMLElement | undefined;
  onMount(() => section?.focus());
  return (
    <Show when={asked?.step === props.step}>
      <For each={Object.entries(carried())}>
        {([name, value]) => <Show when={value}>{(sent) => <Hidden name={name} value={sent()} of="thing" />}</Show>}
      </For>
      <Show when={asked!.persons}>
        {(persons) => (
          <AskedFirst {...persons()} of="thing" idOf={(field) => `${form()}-${field.replaceAll(".", "-")}`} />
        )}
      </Show>
      <Show when={asked!.withoutReading}>
        <section class="problem persons" role="alert" tabindex="-1" autofocus ref={section}>
          <h2>{t("without_reading")}</h2>
          <p>{t("without_reading_lead")}</p>
          <label class="choice">
            <input type="checkbox" form="thing" name="withoutReading" value="yes" />
            <span>{t("without_reading_confirm")}</span>
          </label>
        </section>
      </Show>
    </Show>
  );
}

/** What both changed, place by place: mine stands unless the other's is chosen. */
function Clashes(props: { data: EditPageData }) {
  const t = useT("editing");
  const { clashes, isBaseKnown, proposal } = props.data;
  /** Of what is proposed the other side is what is public. */
  const sides = () =>
    proposal?.opened ? (["clash_proposed", "clash_stands"] as const) : (["clash_mine", "clash_theirs"] as const);
  const text = (value: string) => value || t("empty_value");
  return (
    <Show when={clashes.length > 0}>
      <section class="problem" role="alert">
        <h2>{t("clash")}</h2>
        <p>{t("clash_lead")}</p>
        <Show when={!isBaseKnown}>
          <p>{t("clash_unknown")}</p>
        </Show>
        <For each={clashes}>
          {(clash) => (
            <fieldset class="choices clash">
              <legend>{clash.label}</legend>
              <Show when={clash.was !== null}>
                <p class="hint">{t("clash_was", { text: text(clash.was!) })}</p>
              </Show>
              <label class="choice">
                <input type="radio" name={`choose.${clash.name}`} value="mine" checked />
                <span>{t(sides()[0], { text: text(clash.mine) })}</span>
              </label>
              <label class="choice">
                <input type="radio" name={`choose.${clash.name}`} value="theirs" />
                <span>{t(sides()[1], { text: text(clash.theirs) })}</span>
              </label>
            </fieldset>
          )}
        </For>
      </section>
    </Show>
  );
}

/** What another has written since the form was opened: it is seen before the step that was asked for. */
function Taken(props: { data: EditPageData; step: SeenStep }) {
  const t = useT("editing");
  const taken = props.data.taken?.step === props.step ? props.data.taken.fields : [];
  let section: HTMLElement | undefined;
  onMount(() => section?.focus());
  return (
    <Show when={taken.length > 0}>
      <section class="problem" role="alert" tabindex="-1" autofocus ref={section}>
        <h2>{t(`taken.${props.step}`)}</h2>
        <p>{t(`taken_lead.${props.step}`)}</p>
        <ul>
          <For each={taken}>
            {({ name, label, text }) => (
              <li>
                <a href={`#thing-${name.replaceAll(".", "-")}`}>{label}</a>: {text || t("empty_value")}
              </li>
            )}
          </For>
        </ul>
      </section>
    </Show>
  );
}

/** Whether the public sees it, and what changes that. */
function Steps(props: { data: EditPageData }) {
  const t = useT("editing");
  const { page } = useWorkspace();
  const { data } = props;
  const { steps, submission } = data;
  const giveBack = () => t(submission?.isOwn ? "take_back" : "give_back");
  const isPublic = data.links.public !== null;
  /** What was typed beside the form that was left. */
  const left = () => (data.isUnsaved ? data.values : {});
  /** What was typed for a step that is not offered any more. */
  const stepless = (): TypedValues => {
    const { note } = left();
    const isTold = page.form !== null && page.form.name !== "thing";
    return note && !steps.submit && !isTold ? { note } : {};
  };
  return (
    <aside class="edit-steps" aria-labelledby="publishing">
      <h2 id="publishing">{t("publishing")}</h2>
      <p>
        <Switch fallback={t("not_public")}>
          <Match when={data.isWithdrawn}>{t("public_no_more")}</Match>
          <Match when={isPublic && data.publicFrom}>{(at) => t("public_since", { time: when(at()) })}</Match>
          <Match when={data.publicFrom}>{(at) => t("public_from", { time: when(at()) })}</Match>
        </Switch>
      </p>
      <Show when={data.mayChange && (steps.publish ?? steps.submit)}>
        <p class="hint">{t("saved_first")}</p>
      </Show>
      <Show when={data.needsApproval}>
        <p class="hint">{t("approval")}</p>
      </Show>
      <Show when={submission}>
        {(one) => (
          <Show
            when={one().returned}
            fallback={
              <p class="note" classList={{ warn: one().isChanged }}>
                {t(one().isChanged ? "submitted_changed" : "submitted", { name: one().by, time: when(one().at) })}{" "}
                <Show when={one().note}>“{one().note}”</Show>
              </p>
            }
          >
            {(returned) => <p class="note warn">{t("returned", { name: returned().by, note: returned().note })}</p>}
          </Show>
        )}
      </Show>
      <TypedWords values={stepless()} />
      <Show when={steps.publish}>
        {(action) => (
          <FormPart name="step-publish" of="thing" label={t("publish")} values={left()}>
            <Taken data={data} step="publish" />
            <Asked data={data} step="publish" />
            <Field name="at" type="datetime-local" label={t("publish_at")} hint={t("publish_at_hint")} />
            <Buttons>
              <SubmitButton action={action()}>{t("publish")}</SubmitButton>
            </Buttons>
          </FormPart>
        )}
      </Show>
      <Show when={steps.submit}>
        {(action) => (
          <FormPart name="step-submit" of="thing" label={t("submit")} values={left()}>
            <Taken data={data} step="submit" />
            <TextArea name="note" label={t("submit_note")} rows={2} maxlength={1_000} />
            <Buttons>
              <SubmitButton action={action()}>{t("submit")}</SubmitButton>
            </Buttons>
          </FormPart>
        )}
      </Show>
      <Show when={steps.giveBack}>
        {(action) => (
          <Form name="step-return" action={action()} label={giveBack()}>
            <Show when={!submission?.isOwn}>
              <TextArea name="note" label={t("give_back_note")} rows={2} maxlength={1_000} required />
            </Show>
            <Buttons>
              <SubmitButton plain>{giveBack()}</SubmitButton>
            </Buttons>
          </Form>
        )}
      </Show>
      <Show when={steps.withdraw}>
        {(action) => (
          <FormPart name="step-withdraw" of="thing" label={t("withdraw")}>
            <Show when={data.mayChange}>
              <p class="hint">{t("withdraw_keeps")}</p>
            </Show>
            <Asked data={data} step="withdraw" />
            <Show when={data.asksReason}>
              <TextArea
                name="reason.sq"
                label={`${t("withdraw_reason")} (${t("in_albanian")})`}
                hint={t("withdraw_hint")}
                rows={2}
                required
              />
              <TextArea name="reason.en" label={`${t("withdraw_reason")} (${t("in_english")})`} rows={2} />
            </Show>
            <Buttons>
              <SubmitButton action={action()} danger>
                {t("withdraw")}
              </SubmitButton>
            </Buttons>
          </FormPart>
        )}
      </Show>
      <Show when={steps.bin}>
        {(action) => (
          <Form name="step-bin" action={action()} label={t("to_bin")}>
            <Buttons>
              <SubmitButton danger>{t("to_bin")}</SubmitButton>
            </Buttons>
          </Form>
        )}
      </Show>
    </aside>
  );
}
