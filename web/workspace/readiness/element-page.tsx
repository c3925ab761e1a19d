import { For, type ParentProps, Show } from "solid-js";
import { elementValues } from "../../../server/features/readiness/element-form.shared.ts";
import { boardPaths } from "../../../server/features/readiness/readiness.paths.shared.ts";
import type { BoardElement } from "../../../server/features/readiness/readiness.schema.ts";
import { type Horizon, horizons } from "../../../server/features/readiness/readiness.shared.ts";
import type { ShownRow } from "../../../server/features/readiness/readiness.workspace.ts";
import { fillPath } from "../../../server/workspace/home.shared.ts";
import { useT } from "../../lib/i18n.ts";
import { useLocalized } from "../../lib/localized.ts";
import { formatInstantDay, formatTime } from "../../ui/format.ts";
import { ReadinessTag } from "../../ui/readiness-tag.tsx";
import { RegisterTable } from "../../ui/register-table.tsx";
import { Buttons, Form, Hidden, Stood, SubmitButton } from "../ui/form.tsx";
import { useField } from "../ui/form-context.ts";
import { Choices, describedBy, Field, FieldFrame, TextArea } from "../ui/form-fields.tsx";
import { Page } from "../ui/page.tsx";
import { useWorkspace } from "../workspace.tsx";
import { StepDay } from "./step-list.tsx";

interface ElementData extends Omit<BoardElement, "row"> {
  row: ShownRow;
  years: Record<Horizon, string>;
  /** Comments, which the workspace alone reads. */
  mayEdit: boolean;
  /** What is judged and planned. */
  mayPlan: boolean;
}

/** One element: computed, judged, planned, commented; and the way to where it is fulfilled. */
export default function ElementPage(props: { data: ElementData }) {
  const t = useT("board");
  const { page } = useWorkspace();
  const row = () => props.data.row;
  return (
    <Page title={row().title} done={{ saved: t("done_saved"), unchanged: t("done_unchanged") }}>
      <p class="stamp">
        <a href={boardPaths.board[page.locale]}>{t("all_elements")}</a>
        <span>{row().code}</span>
      </p>
      <section aria-labelledby="computed">
        <h2 id="computed">{t("computed")}</h2>
        <p>
          <ReadinessTag readiness={row().computed.level} /> {row().computed.reason}
        </p>
        <p>
          <a class="button plain" href={row().place.path}>
            {t(`place_${row().place.kind}_long`)}
          </a>
        </p>
      </section>
      <Show when={props.data.mayEdit} fallback={<Said data={props.data} />}>
        <Form
          name="element"
          action={fillPath(boardPaths.one, { code: row().code })[page.locale]}
          class="sheet-form of-element"
          values={elementValues(row())}
        >
          <Stood />
          <Show when={!props.data.mayPlan}>
            <p class="note">{t("planned_by_publishers")}</p>
            <For each={Object.entries(elementValues(row()))}>
              {([name, value]) => <Hidden name={name} value={value} />}
            </For>
          </Show>
          <Said data={props.data} />
          <Buttons>
            <SubmitButton>{t(props.data.mayPlan ? "save" : "send_comment")}</SubmitButton>
          </Buttons>
        </Form>
      </Show>
    </Page>
  );
}

/** All that the council says of the element, with the fields to change it for those who may. */
function Said(props: { data: ElementData }) {
  const t = useT("board");
  return (
    <>
      <section aria-labelledby="own">
        <h2 id="own">{t("own")}</h2>
        <p>{t("own_lead")}</p>
        <Own data={props.data} />
      </section>
      <For each={horizons}>{(horizon) => <StepSection horizon={horizon} data={props.data} />}</For>
      <section aria-labelledby="comments">
        <h2 id="comments">{t("comments")}</h2>
        <p>{t("comments_lead")}</p>
        <Show when={props.data.comments.length > 0} fallback={<p class="soft">{t("comments_none")}</p>}>
          <ul class="said">
            <For each={props.data.comments}>
              {(comment) => (
                <li>
                  <Who by={comment.by} at={comment.at} />
                  <p class="written">{comment.text}</p>
                </li>
              )}
            </For>
          </ul>
        </Show>
        <Show when={props.data.mayEdit}>
          <TextArea name="comment" label={t("comment")} maxlength={2000} />
        </Show>
      </section>
    </>
  );
}

function Who(props: { by: string; at: string }) {
  const t = useT("board");
  return (
    <p class="stamp">
      {t("judged_by", { name: props.by, day: formatInstantDay(props.at), time: formatTime(props.at) })}
    </p>
  );
}

function Own(props: { data: ElementData }) {
  const t = useT("board");
  const { say, lang } = useLocalized();
  const own = () => props.data.row.own;
  return (
    <>
      <Show when={own()} fallback={<p class="soft">{t("own_none")}</p>}>
        {(judged) => (
          <div class="judged">
            <p>
              <ReadinessTag readiness={judged().level} />
              <Show when={props.data.row.disagrees}>
                <span class="differs">{t("disagrees")}</span>
              </Show>
            </p>
            <Show when={judged().note}>{(note) => <p lang={lang(note())}>{say(note())}</p>}</Show>
            <Who by={judged().by} at={judged().at} />
          </div>
        )}
      </Show>
      <Show when={props.data.mayPlan}>
        <Choices
          kind="radio"
          name="own.level"
          label={t("judge_level")}
          required
          inline
          choices={(["none", "partial", "full", "unsaid"] as const).map((level) => ({
            value: level === "unsaid" ? "" : level,
            label: t(`level_${level}`),
          }))}
        />
        <div class="both">
          <TextArea name="own.note.sq" label={t("note_sq")} rows={2} maxlength={1000} />
          <TextArea name="own.note.en" label={t("note_en")} rows={2} maxlength={1000} />
        </div>
      </Show>
      <Show when={props.data.judgements.length > 1}>
        <details>
          <summary>{t("history")}</summary>
          <RegisterTable
            caption={t("history")}
            rows={props.data.judgements}
            columns={[
              {
                label: t("history_when"),
                cell: (one: BoardElement["judgements"][number]) => `${formatInstantDay(one.at)}, ${formatTime(one.at)}`,
              },
              { label: t("history_who"), cell: (one) => one.by },
              {
                label: t("own"),
                cell: (one) => (
                  <Show when={one.level} fallback={t("taken_back")}>
                    {(level) => <ReadinessTag readiness={level()} />}
                  </Show>
                ),
              },
              { label: t("form_note"), cell: (one) => <span lang={lang(one.note)}>{say(one.note)}</span> },
            ]}
          />
        </details>
      </Show>
    </>
  );
}

function StepSection(props: { horizon: Horizon; data: ElementData }) {
  const t = useT("board");
  const { say, lang } = useLocalized();
  const step = () => props.data.row.steps[props.horizon];
  const title = () =>
    t(props.horizon === "short" ? "plan_short" : "plan_mid", { years: props.data.years[props.horizon] });
  return (
    <section aria-labelledby={`step-${props.horizon}`}>
      <h2 id={`step-${props.horizon}`}>{title()}</h2>
      <Show when={step()} fallback={<p class="soft">{t("steps_none")}</p>}>
        {(planned) => (
          <div class="judged">
            <p lang={lang(planned().text)}>{say(planned().text)}</p>
            <p>
              <StepDay step={planned()} />
            </p>
          </div>
        )}
      </Show>
      <Show when={props.data.mayPlan}>
        <p class="hint">{t("step_hint")}</p>
        <div class="both">
          <TextArea name={`${props.horizon}.text.sq`} label={t("text_sq")} rows={3} maxlength={1000} />
          <TextArea name={`${props.horizon}.text.en`} label={t("text_en")} rows={3} maxlength={1000} />
        </div>
        <div class="both">
          <Field name={`${props.horizon}.dueOn`} label={t("due")} type="date" />
          <NameField name={`${props.horizon}.responsible`} names={props.data.responsible} />
        </div>
        <Field name={`${props.horizon}.doneOn`} label={t("finished_on")} hint={t("finished_hint")} type="date" />
      </Show>
    </section>
  );
}

/** A name, with those that the plan knows already. */
function NameField(props: ParentProps<{ name: string; names: readonly string[] }>) {
  const t = useT("board");
  const field = useField(props.name);
  return (
    <FieldFrame name={props.name} label={t("responsible")} hint={t("responsible_hint")}>
      <input
        id={field.id}
        name={props.name}
        type="text"
        value={field.value}
        maxlength={120}
        autocomplete="off"
        list={`${field.id}-names`}
        aria-invalid={field.error ? "true" : undefined}
        aria-describedby={describedBy(field, true)}
      />
      <datalist id={`${field.id}-names`}>
        <For each={props.names}>{(name) => <option value={name} />}</For>
      </datalist>
    </FieldFrame>
  );
}
