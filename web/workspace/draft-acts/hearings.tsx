import { For, Show } from "solid-js";
import type { ConsultationData } from "../../../server/features/draft-acts/consultation-desk.queries.ts";
import {
  type ConsultationStep,
  consultationPaths,
} from "../../../server/features/draft-acts/consultation-desk.shared.ts";
import type { Hearings } from "../../../server/features/draft-acts/hearings.queries.ts";
import { fillPath } from "../../../server/workspace/home.shared.ts";
import { useT } from "../../lib/i18n.ts";
import { useLocalized } from "../../lib/localized.ts";
import { formatInstantDay, formatTime } from "../../ui/format.ts";
import { BothFields } from "../ui/both-fields.tsx";
import { Buttons, Form, Hidden, Once, SubmitButton } from "../ui/form.tsx";
import { Field, Select } from "../ui/form-fields.tsx";
import { useWorkspace } from "../workspace.tsx";

/** Meetings at which people are heard about the draft act: those ahead, and another one. */
export function HearingsSection(props: { hearings: Hearings; data: ConsultationData }) {
  const t = useT("consultation");
  const { page } = useWorkspace();
  const { ahead, isAnnouncedAtOnce, bodies, kinds } = props.hearings;
  const { draft, seen, once } = props.data;
  return (
    <section aria-labelledby="hearings">
      <h2 id="hearings">{t("hearings")}</h2>
      <For each={ahead} fallback={<p class="soft">{t("no_hearings")}</p>}>
        {(hearing) => <Ahead hearing={hearing} mayChange={props.hearings.mayChange} data={props.data} />}
      </For>
      <details class="more" open={page.form?.name === "hearing"}>
        <summary>{t("step.hearing")}</summary>
        <Form
          name="hearing"
          action={fillPath(consultationPaths.step, { id: draft.id, step: "hearing" })[page.locale]}
          values={{ kind: kinds[0]?.value, bodyId: bodies[0]?.value, form: once }}
          label={t("step.hearing")}
        >
          <Once />
          <Hidden name="seen" value={seen} />
          <p class="hint">{t("hint.hearing")}</p>
          <Show when={!isAnnouncedAtOnce}>
            <p class="note">{t("hearing_handed_over")}</p>
          </Show>
          <Select name="kind" label={t("hearing_kind")} choices={kinds} required />
          <Select name="bodyId" label={t("hearing_body")} choices={bodies} required />
          <WhenAndWhere />
          <Buttons>
            <SubmitButton>{t(isAnnouncedAtOnce ? "send.hearing" : "send_hearing_over")}</SubmitButton>
          </Buttons>
        </Form>
      </details>
    </section>
  );
}

function WhenAndWhere() {
  const t = useT("consultation");
  return (
    <>
      <div class="field-row">
        <Field name="day" label={t("hearing_day")} type="date" required />
        <Field name="time" label={t("hearing_time")} type="time" required />
        <Field name="endTime" label={t("hearing_end")} type="time" />
      </div>
      <BothFields name="place" label={t("hearing_place")} hint={t("hearing_place_hint")} maxlength={300} />
      <Field name="onlineUrl" label={t("hearing_online")} hint={t("hearing_online_hint")} type="url" />
    </>
  );
}

/** One that is ahead, with what can be changed of it. */
function Ahead(props: { hearing: Hearings["ahead"][number]; mayChange: boolean; data: ConsultationData }) {
  const t = useT("consultation");
  const { page } = useWorkspace();
  const { say, lang } = useLocalized();
  const { id, name, startsAt, place, isAnnounced, url, asSeen, values } = props.hearing;
  const { draft, seen, once } = props.data;
  const isOpen = (step: ConsultationStep) => page.form?.name === step && page.form.values.meeting === id;
  const steps = ["hearing_changed", "hearing_cancelled"] as const;
  return (
    <>
      <p class="meeting-line">
        <time datetime={startsAt}>
          {formatInstantDay(startsAt)}, {formatTime(startsAt)}
        </time>
        <Show when={url} fallback={<span lang={lang(name)}>{say(name)}</span>}>
          {(to) => (
            <a href={to()[page.locale]} lang={lang(name)}>
              {say(name)}
            </a>
          )}
        </Show>
        <Show when={place}>{(where) => <span lang={lang(where())}>{say(where())}</span>}</Show>
        <span class={`tag ${isAnnounced ? "good" : "wait"}`}>{t(isAnnounced ? "hearing_told" : "hearing_waits")}</span>
      </p>
      <Show when={props.mayChange}>
        <For each={steps}>
          {(step) => (
            <details class="more" open={isOpen(step)}>
              <summary>{t(`step.${step}`)}</summary>
              <Form
                name={step}
                id={`${step}-${id}`}
                only={{ meeting: id }}
                action={fillPath(consultationPaths.step, { id: draft.id, step })[page.locale]}
                values={{ ...values, form: once }}
                label={`${t(`step.${step}`)}: ${say(name)}`}
              >
                <Once />
                <Hidden name="seen" value={seen} />
                <Hidden name="meeting" value={id} />
                <Hidden name="asSeen" value={asSeen} />
                <p class="hint">{t(`hint.${step}`)}</p>
                <Show when={step === "hearing_changed"}>
                  <WhenAndWhere />
                </Show>
                <BothFields
                  name="reason"
                  label={t("reason")}
                  hint={t("hearing_reason_hint")}
                  rows={2}
                  maxlength={1_000}
                  required
                />
                <Buttons>
                  <SubmitButton danger={step === "hearing_cancelled"}>{t(`send.${step}`)}</SubmitButton>
                </Buttons>
              </Form>
            </details>
          )}
        </For>
      </Show>
    </>
  );
}
