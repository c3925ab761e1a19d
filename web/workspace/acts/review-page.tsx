import { For, Show } from "solid-js";
import {
  type CorrectedDay,
  type DatedEvent,
  reconsiderations,
  rulings,
} from "../../../server/features/acts/acts.shared.ts";
import {
  type CorrectableDay,
  dayStood,
  type ReviewAction,
  reviewActions,
  reviewPaths,
} from "../../../server/features/acts/review-desk.shared.ts";
import type { ReviewData } from "../../../server/features/acts/review-desk.ts";
import { editingPaths } from "../../../server/features/editing/editing.paths.shared.ts";
import { fillPath } from "../../../server/workspace/home.shared.ts";
import { useT } from "../../lib/i18n.ts";
import { useLocalized } from "../../lib/localized.ts";
import { DueDate } from "../../ui/due-date.tsx";
import { formatDay } from "../../ui/format.ts";
import { BothFields } from "../ui/both-fields.tsx";
import { Buttons, Form, Hidden, Stood, SubmitButton } from "../ui/form.tsx";
import { Choices, Field, Select } from "../ui/form-fields.tsx";
import { Page } from "../ui/page.tsx";
import { useWorkspace } from "../workspace.tsx";

type Step = Exclude<ReviewAction, "taken_back" | `${DatedEvent}_corrected`>;

/** An act's way after its adoption: what happened, until when the law waits for what, and the steps that may follow. */
export default function ReviewPage(props: { data: ReviewData }) {
  const t = useT("review");
  const { page } = useWorkspace();
  const { say, lang } = useLocalized();
  const { act, actions, silenceAfter, takesBack, corrects, mayChange } = props.data;
  const hasForm = (name: string) =>
    actions.some((action) => action === name) ||
    (name === "taken_back" && takesBack !== null) ||
    corrects.some(({ event }) => name === `${event}_corrected`);
  /** A step that was sent and cannot be entered now has no form of its own to say so. */
  const refusedElsewhere = () => {
    const { form } = page;
    if (!form || hasForm(form.name)) return null;
    return form.fields.map(({ message }) => message).join(" ") || form.title;
  };
  return (
    <Page
      title={`${t("title")}: ${act.type} ${act.number}/${act.series}`}
      lead={t("lead")}
      done={Object.fromEntries(reviewActions.map((action) => [action, t(`done.${action}`)]))}
    >
      <p class="meeting-line">
        <a href={fillPath(editingPaths("act").one, { id: act.id })[page.locale]} lang={lang(act.title)}>
          {say(act.title)}
        </a>
        <Show when={act.publicUrl}>{(url) => <a href={url()[page.locale]}>{t("see_public")}</a>}</Show>
        <span class={`tag ${act.stateTag}`}>{act.state}</span>
      </p>
      <SoFar data={props.data} />
      <Clocks data={props.data} />
      <section aria-labelledby="next">
        <h2 id="next">{t("next")}</h2>
        <Show when={refusedElsewhere()}>
          {(sentence) => (
            <p class="note bad" role="alert">
              {sentence()}
            </p>
          )}
        </Show>
        <Show when={mayChange} fallback={<p class="note">{t("read_only")}</p>}>
          <Show
            when={actions.length > 0}
            fallback={<p class="note">{t(act.nature === "individual" ? "over_individual" : "over")}</p>}
          >
            <For each={actions as Step[]}>
              {(action, at) => (
                <details class="more" open={(at() === 0 && !page.form) || page.form?.name === action}>
                  <summary>{t(`step.${action}`)}</summary>
                  <Enter action={action} data={props.data} />
                </details>
              )}
            </For>
          </Show>
          <Show when={silenceAfter}>
            {(day) => <p class="hint">{t("silence_after", { date: formatDay(day()) })}</p>}
          </Show>
        </Show>
      </section>
      <Show when={takesBack}>
        {(last) => (
          <section aria-labelledby="back">
            <h2 id="back">{t("take_back")}</h2>
            <p>{t("take_back_text")}</p>
            <Form
              name="taken_back"
              action={fillPath(reviewPaths.step, { id: act.id, step: "taken_back" })[page.locale]}
            >
              <Hidden name="mark" value={last().mark} />
              <p>
                <time datetime={last().day}>{formatDay(last().day)}</time> <b>{t(`step.${last().step}`)}</b>
              </p>
              <Buttons>
                <SubmitButton danger>{t("send.taken_back")}</SubmitButton>
              </Buttons>
            </Form>
          </section>
        )}
      </Show>
      <Show when={corrects.length > 0}>
        <section aria-labelledby="correcting">
          <h2 id="correcting">{t("correct")}</h2>
          <p>{t("correct_text")}</p>
          <For each={corrects}>
            {(one) => (
              <details class="more" open={page.form?.name === `${one.event}_corrected`}>
                <summary>
                  {t(`correct_${one.event}`)} <time datetime={one.day}>{formatDay(one.day)}</time>
                </summary>
                <Correct actId={act.id} {...one} />
              </details>
            )}
          </For>
        </section>
      </Show>
    </Page>
  );
}

/** The right day in the place of a wrong one, with the reason that readers see. */
function Correct(props: CorrectableDay & { actId: string }) {
  const t = useT("review");
  const { page } = useWorkspace();
  const name = `${props.event}_corrected` as const;
  const stood = dayStood(props);
  return (
    <Form
      name={name}
      action={fillPath(reviewPaths.step, { id: props.actId, step: name })[page.locale]}
      values={stood}
      label={t(`correct_${props.event}`)}
    >
      <Stood shown={stood} />
      <Field name="day" label={t("correct_day")} type="date" required />
      <Show when={props.inForce}>
        <Field name="inForceOn" label={t("in_force")} hint={t("in_force_hint")} type="date" />
      </Show>
      <BothFields
        name="reason"
        label={t("correct_reason")}
        hint={t("correct_hint")}
        rows={2}
        maxlength={500}
        required
      />
      <Buttons>
        <SubmitButton>{t(`send.${name}`)}</SubmitButton>
      </Buttons>
    </Form>
  );
}

/** Which day stood before, and why another does. */
function Corrected(props: { corrections: ReviewData["corrections"] }) {
  const t = useT("review");
  const { say, lang } = useLocalized();
  return (
    <For each={props.corrections}>
      {({ was, on, reason }) => (
        <p class="small">
          {t("corrected", { on: formatDay(on), was: formatDay(was) })} <span lang={lang(reason)}>{say(reason)}</span>
        </p>
      )}
    </For>
  );
}

function SoFar(props: { data: ReviewData }) {
  const t = useT("review");
  const { say, lang } = useLocalized();
  const { act, steps, corrections } = props.data;
  const of = (event: CorrectedDay) => corrections.filter((one) => one.event === event);
  const dates = [
    ...[{ day: act.adoptedOn, words: t("adopted"), corrected: [] }],
    ...(act.announcedOn ? [{ day: act.announcedOn, words: t("announced"), corrected: of("announced") }] : []),
    ...(act.notifiedOn ? [{ day: act.notifiedOn, words: t("notified"), corrected: of("notified") }] : []),
  ];
  const inForce = act.inForceOn
    ? [{ day: act.inForceOn, words: t("comes_into_force"), corrected: of("in_force") }]
    : [];
  // In the order of their days; of one day it comes into force last.
  const all = [
    ...dates.map((dated) => ({ day: dated.day, dated, step: null })),
    ...steps.map((step) => ({ day: step.day, dated: null, step })),
    ...inForce.map((dated) => ({ day: dated.day, dated, step: null })),
  ].toSorted((one, other) => one.day.localeCompare(other.day));
  return (
    <section aria-labelledby="so-far">
      <h2 id="so-far">{t("so_far")}</h2>
      <ol class="change-list">
        <For each={all}>
          {({ day, dated, step }) => (
            <li>
              <time datetime={day}>{formatDay(day)}</time> {dated ? dated.words : t(`step.${step!.step}`)}
              <Show when={dated}>{(one) => <Corrected corrections={one().corrected} />}</Show>
              <Show when={step?.protocolNumber}>{(number) => <>, {t("protocol", { number: number() })}</>}</Show>
              <Show when={step?.outcome}>{(how) => <p class="small">{t(`outcome.${how()}`)}</p>}</Show>
              <Show when={step?.reasons}>
                {(why) => (
                  <p class="small" lang={lang(why())}>
                    {t("reasons")}: {say(why())}
                  </p>
                )}
              </Show>
            </li>
          )}
        </For>
      </ol>
      <Show when={all.length === 1}>
        <p class="soft">{t("nothing_yet")}</p>
      </Show>
    </section>
  );
}

function Clocks(props: { data: ReviewData }) {
  const t = useT("review");
  const clocks = (["announcing", "deposit", "answer"] as const).flatMap((name) => {
    const deadline = props.data.clocks[name];
    return deadline ? [{ name, deadline }] : [];
  });
  return (
    <Show when={clocks.length > 0}>
      <section aria-labelledby="clocks">
        <h2 id="clocks">{t("clocks")}</h2>
        <dl class="facts-desk">
          <For each={clocks}>
            {({ name, deadline }) => (
              <>
                <dt>{t(`clock_${name}`)}</dt>
                <dd>
                  <DueDate deadline={deadline} />
                </dd>
              </>
            )}
          </For>
        </dl>
      </section>
    </Show>
  );
}

/** One step with what it is told with. */
function Enter(props: { action: Step; data: ReviewData }) {
  const t = useT("review");
  const { page } = useWorkspace();
  const { action } = props;
  const { act, later } = props.data;
  const outcomes = action === "reconsidered" ? reconsiderations : action === "ruled" ? rulings : [];
  const asksReasons = ["returned", "reconsidered", "court", "ruled"].includes(action);
  const isAnswer = ["no_objection", "returned", "court", "ruled"].includes(action);
  return (
    <Form
      name={action}
      action={fillPath(reviewPaths.step, { id: act.id, step: action })[page.locale]}
      values={{ day: act.today }}
      label={t(`step.${action}`)}
    >
      <p class="hint">{t(`hint.${action}`)}</p>
      <Field name="day" label={t("day")} type="date" required />
      <Show when={action === "deposited"}>
        <Field name="protocolNumber" label={t("protocol_number")} maxlength={40} required />
      </Show>
      <Show when={isAnswer}>
        <Field name="protocolNumber" label={t("protocol_number_optional")} maxlength={40} />
      </Show>
      <Show when={action === "notified" || (action === "announced" && act.nature === "normative")}>
        <Field name="inForceOn" label={t("in_force")} hint={t("in_force_hint")} type="date" />
      </Show>
      <Show when={outcomes.length > 0}>
        <Choices
          name="outcome"
          kind="radio"
          label={t("outcome")}
          required
          choices={outcomes.map((value) => ({ value, label: t(`outcome.${value}`) }))}
        />
      </Show>
      <Show when={asksReasons}>
        <BothFields name="reasons" label={t("reasons")} rows={4} maxlength={10_000} required={action === "returned"} />
      </Show>
      <Show when={action === "reconsidered" && later.length > 0}>
        <Select name="resultActId" label={t("result_act")} choices={later} empty={t("none")} />
      </Show>
      <Buttons>
        <SubmitButton>{t(`send.${action}`)}</SubmitButton>
      </Buttons>
    </Form>
  );
}
