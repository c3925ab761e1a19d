import { For, Show } from "solid-js";
import type { ConsultationData } from "../../../server/features/draft-acts/consultation-desk.queries.ts";
import {
  type ConsultationStep,
  consultationPaths,
  consultationSteps,
  type NoticeStep,
  noticeSteps,
} from "../../../server/features/draft-acts/consultation-desk.shared.ts";
import { editingPaths } from "../../../server/features/editing/editing.paths.shared.ts";
import { fillPath } from "../../../server/workspace/home.shared.ts";
import { useT } from "../../lib/i18n.ts";
import { useLocalized } from "../../lib/localized.ts";
import { CommentPeriod } from "../../ui/comment-period.tsx";
import { DueDate } from "../../ui/due-date.tsx";
import { formatDay } from "../../ui/format.ts";
import { BothFields } from "../ui/both-fields.tsx";
import { Buttons, Form, Hidden, Once, SubmitButton } from "../ui/form.tsx";
import { Field } from "../ui/form-fields.tsx";
import { Page } from "../ui/page.tsx";
import { useWorkspace } from "../workspace.tsx";
import { HearingsSection } from "./hearings.tsx";
import { HeldHearings } from "./held-hearings.tsx";

/** What ends the way of a draft act is never the first thing at hand. */
const isFinal = (step: ConsultationStep) => step === "withdrawn" || step === "rejected";

const isMove = (step: ConsultationStep) => step === "review" || step === "drafting" || step === "agenda";

/** A draft act's way from its first notice to the vote: the periods for comments, and the steps that may follow. */
export default function ConsultationPage(props: { data: ConsultationData }) {
  const t = useT("consultation");
  const { page } = useWorkspace();
  const { say, lang } = useLocalized();
  const { draft, steps, periods, notice, mayChange } = props.data;
  const form = fillPath(editingPaths("draft_act").one, { id: draft.id })[page.locale];
  const running = periods.find(({ isOpen }) => isOpen);
  return (
    <Page
      title={t("title")}
      lead={t("lead")}
      done={Object.fromEntries(consultationSteps.map((step) => [step, t(`done.${step}`)]))}
    >
      <p class="meeting-line">
        <b lang={lang(draft.title)}>{say(draft.title)}</b>
        <Show when={draft.publicUrl}>{(url) => <a href={url()[page.locale]}>{t("see_public")}</a>}</Show>
        <span class={`tag ${draft.stageTag}`}>{draft.stageName}</span>
      </p>
      <Show when={draft.stageNote}>
        {(note) => (
          <p>
            {t("stage_note")} <span lang={lang(note())}>{say(note())}</span>
          </p>
        )}
      </Show>
      <SoFar data={props.data} />
      <Belongings data={props.data} form={form} />
      <section aria-labelledby="next">
        <h2 id="next">{t("next")}</h2>
        <Show when={draft.publicUrl} fallback={<NotPublic data={props.data} form={form} />}>
          <Show when={mayChange} fallback={<p class="note">{t("read_only")}</p>}>
            <Show when={running}>
              {(period) => <p class="hint">{t("cannot_end", { date: formatDay(period().dueOn) })}</p>}
            </Show>
            <Show
              when={steps.length > 0}
              fallback={<p class="note">{t(props.data.isAdoptedAlone ? "stays_adopted" : "over")}</p>}
            >
              <For each={steps}>
                {(step, at) => (
                  <details class="more" open={(at() === 0 && !page.form && !isFinal(step)) || page.form?.name === step}>
                    <summary>{t(`step.${step}`)}</summary>
                    <Enter step={step} data={props.data} />
                  </details>
                )}
              </For>
            </Show>
          </Show>
        </Show>
      </section>
      <Show when={props.data.hearings}>
        {(hearings) => <HearingsSection hearings={hearings()} data={props.data} />}
      </Show>
      <HeldHearings data={props.data} />
      <Show when={notice}>
        {(given) => (
          <section aria-labelledby="correcting">
            <h2 id="correcting">{t("correct")}</h2>
            <p>{t("correct_text")}</p>
            <For each={given().isRunning ? (["day_corrected", "taken_back"] as const) : (["day_corrected"] as const)}>
              {(step) => (
                <details class="more" open={page.form?.name === step}>
                  <summary>{t(`step.${step}`)}</summary>
                  <Correct step={step} day={given().day} data={props.data} />
                </details>
              )}
            </For>
          </section>
        )}
      </Show>
    </Page>
  );
}

/** A notice put right or taken back, with the reason that readers see. */
function Correct(props: { step: "day_corrected" | "taken_back"; day: string; data: ConsultationData }) {
  const t = useT("consultation");
  const { page } = useWorkspace();
  const { draft, seen, once } = props.data;
  return (
    <Form
      name={props.step}
      action={fillPath(consultationPaths.step, { id: draft.id, step: props.step })[page.locale]}
      values={{ day: props.day, form: once }}
      label={t(`step.${props.step}`)}
    >
      <Once />
      <Hidden name="seen" value={seen} />
      <p class="hint">{t(`hint.${props.step}`, { date: formatDay(props.day) })}</p>
      <Show when={props.step === "day_corrected"}>
        <Field name="day" label={t("correct_day")} type="date" required />
      </Show>
      <BothFields name="reason" label={t("reason")} hint={t("reason_hint")} rows={2} maxlength={1_000} required />
      <Buttons>
        <SubmitButton danger={props.step === "taken_back"}>{t(`send.${props.step}`)}</SubmitButton>
      </Buttons>
    </Form>
  );
}

function NotPublic(props: { data: ConsultationData; form: string }) {
  const t = useT("consultation");
  const { isScheduled, isWithdrawn } = props.data.draft;
  return (
    <Show when={!isScheduled} fallback={<p class="note">{t("scheduled")}</p>}>
      <p class="note">{t(isWithdrawn ? "taken_off" : "publish_first")}</p>
      <p>
        <a class="button plain" href={props.form}>
          {t("publish_to")}
        </a>
      </p>
    </Show>
  );
}

/** What people read and where they can speak: the papers, what a notice would leave out, the meetings on it. */
function Belongings(props: { data: ConsultationData; form: string }) {
  const t = useT("consultation");
  const { page } = useWorkspace();
  const { say, lang } = useLocalized();
  const { papers, lacking, meetings, agendas } = props.data;
  return (
    <section aria-labelledby="belongings">
      <h2 id="belongings">{t("belongings")}</h2>
      <dl class="facts-desk">
        <dt>{t("papers")}</dt>
        <dd>
          <For each={papers} fallback={<span class="soft">{t("no_papers")}</span>}>
            {({ title, roleName }) => (
              <p>
                {roleName}: <span lang={lang(title)}>{say(title)}</span>
              </p>
            )}
          </For>
        </dd>
        <dt>{t("edited")}</dt>
        <dd>
          <a href={props.form}>{t("to_form")}</a>
        </dd>
        <Show when={lacking.length > 0}>
          <dt>{t("lacking")}</dt>
          <dd>
            <For each={lacking}>{(thing) => <p>{t(`lacking_${thing}`)}</p>}</For>
          </dd>
        </Show>
        <dt>{t("meetings")}</dt>
        <dd>
          <For each={meetings} fallback={<p class="soft">{t("no_meetings")}</p>}>
            {({ day, name, item, url, calledOff }) => (
              <p>
                <time datetime={day}>{formatDay(day)}</time>{" "}
                <a href={url[page.locale]} lang={lang(name)}>
                  {say(name)}
                </a>
                , {t("item", { number: item })}{" "}
                <Show when={calledOff}>{(how) => <span class="tag off">{how()}</span>}</Show>
              </p>
            )}
          </For>
          <Show when={agendas} fallback={<p class="small soft">{t("agendas_kept")}</p>}>
            {(path) => (
              <p>
                <a href={path()}>{t("to_agendas")}</a>
              </p>
            )}
          </Show>
        </dd>
      </dl>
    </section>
  );
}

function SoFar(props: { data: ConsultationData }) {
  const t = useT("consultation");
  const { say, lang } = useLocalized();
  const { draft, periods, corrections } = props.data;
  return (
    <section aria-labelledby="so-far">
      <h2 id="so-far">{t("so_far")}</h2>
      <Show
        when={periods.length > 0}
        fallback={<p class="soft">{draft.isConsulted ? t("not_asked") : t("none_yet")}</p>}
      >
        <dl class="facts-desk">
          <For each={periods}>
            {(period) => (
              <>
                <dt>{t(`period_${period.about}`)}</dt>
                <dd>
                  <CommentPeriod period={period} endedEarly={(date) => t("ended_early", { date })} />
                  <p class="small soft">{t("notice_of", { date: formatDay(period.startsOn) })}</p>
                </dd>
              </>
            )}
          </For>
        </dl>
      </Show>
      <For each={corrections}>
        {({ was, became, on, reason }) => (
          <p class="small">
            {became
              ? t("corrected", { on: formatDay(on), was: formatDay(was), became: formatDay(became) })
              : t("taken_back", { on: formatDay(on), was: formatDay(was) })}{" "}
            <span lang={lang(reason)}>{say(reason)}</span>
          </p>
        )}
      </For>
    </section>
  );
}

/** One step with what it is told with. */
function Enter(props: { step: ConsultationStep; data: ConsultationData }) {
  const t = useT("consultation");
  const { page } = useWorkspace();
  const { draft, seen, once } = props.data;
  const notice = noticeSteps.find((step) => step === props.step);
  return (
    <Form
      name={props.step}
      action={fillPath(consultationPaths.step, { id: draft.id, step: props.step })[page.locale]}
      values={{ day: draft.today, form: once }}
      label={t(`step.${props.step}`)}
    >
      <Once />
      <Hidden name="seen" value={seen} />
      <p class="hint">{t(`hint.${props.step}`)}</p>
      <Show when={props.step === "agenda" && props.data.isToBeConsulted}>
        <p class="note warn">{t("unconsulted")}</p>
      </Show>
      <Show when={notice}>{(step) => <Notice step={step()} data={props.data} />}</Show>
      <Show when={props.step === "extended"}>
        <Field
          name="workingDays"
          label={t("extended_days")}
          hint={t("extended_days_hint", { now: props.data.running?.days ?? "", number: props.data.longest })}
          inputmode="numeric"
          maxlength={3}
          required
        />
        <BothFields
          name="ground"
          label={t("extended_ground")}
          hint={t("extended_ground_hint")}
          rows={2}
          maxlength={1_000}
          required
        />
      </Show>
      <Show when={props.step === "withdrawn"}>
        <BothFields name="note" label={t("note")} hint={t("note_hint")} rows={2} maxlength={1_000} required />
      </Show>
      <Show when={isMove(props.step)}>
        <BothFields name="note" label={t("move_note")} hint={t("note_hint")} rows={2} maxlength={1_000} />
      </Show>
      <Show when={props.step === "reopened"}>
        <BothFields name="reason" label={t("reason")} hint={t("reopened_hint")} rows={2} maxlength={1_000} required />
      </Show>
      <Buttons>
        <SubmitButton danger={isFinal(props.step)}>{t(`send.${props.step}`)}</SubmitButton>
      </Buttons>
    </Form>
  );
}

/** The day of a notice, until when comments would be awaited by which rule, and a longer period with its ground. */
function Notice(props: { step: NoticeStep; data: ConsultationData }) {
  const t = useT("consultation");
  const { say, lang } = useLocalized();
  return (
    <>
      <Show when={props.data.foreseen[props.step]}>
        {(deadline) => (
          <div class="note">
            <p>{t(`foreseen_${props.step}`)}</p>
            <DueDate deadline={deadline()} />
            <p class="small soft">
              <span lang={lang(deadline().title)}>{say(deadline().title)}</span>:{" "}
              {t("by_rule", { law: say(deadline().lawTitle), article: deadline().article ?? "" })}
            </p>
          </div>
        )}
      </Show>
      <Field name="day" label={t("day")} hint={t("day_hint")} type="date" required />
      <Field
        name="workingDays"
        label={t("working_days")}
        hint={t("working_days_hint", { number: props.data.longest })}
        inputmode="numeric"
        maxlength={3}
      />
      <BothFields name="ground" label={t("ground")} hint={t("ground_hint")} rows={2} maxlength={1_000} />
    </>
  );
}
