import { For, Show } from "solid-js";
import type { ConsultationData } from "../../../server/features/draft-acts/consultation-desk.queries.ts";
import {
  type ConsultationStep,
  consultationPaths,
} from "../../../server/features/draft-acts/consultation-desk.shared.ts";
import type { HeldHearing } from "../../../server/features/draft-acts/held-hearings.queries.ts";
import { fillPath } from "../../../server/workspace/home.shared.ts";
import { useT } from "../../lib/i18n.ts";
import { useLocalized } from "../../lib/localized.ts";
import { formatInstantDay, formatTime } from "../../ui/format.ts";
import { AskedAbout } from "../meetings/asked-about.tsx";
import { FileField } from "../meetings/paper-forms.tsx";
import { Buttons, Form, Hidden, Once, SubmitButton } from "../ui/form.tsx";
import { Field } from "../ui/form-fields.tsx";
import { useWorkspace } from "../workspace.tsx";

type Told = { hearing: HeldHearing; data: ConsultationData };

/** Meetings at which people were heard about the draft act, and what is told of each. */
export function HeldHearings(props: { data: ConsultationData }) {
  const t = useT("consultation");
  return (
    <Show when={props.data.held.length > 0}>
      <section aria-labelledby="held">
        <h2 id="held">{t("held")}</h2>
        <For each={props.data.held}>{(hearing) => <Held hearing={hearing} data={props.data} />}</For>
      </section>
    </Show>
  );
}

function Held(props: Told) {
  const t = useT("consultation");
  const { page } = useWorkspace();
  const { say, lang } = useLocalized();
  const { hearing } = props;
  const { name, startsAt, url, stageLabel, stageTag, isToBeClosed, isRunLive } = hearing;
  return (
    <>
      <p class="meeting-line">
        <time datetime={startsAt}>
          {formatInstantDay(startsAt)}, {formatTime(startsAt)}
        </time>
        <a href={url[page.locale]} lang={lang(name)}>
          {say(name)}
        </a>
        <span class={`tag ${stageTag}`}>{stageLabel}</span>
      </p>
      <Facts hearing={hearing} data={props.data} />
      <Show when={hearing.mayTell}>
        <Show when={isToBeClosed}>
          <p class="hint">{t("held_first")}</p>
        </Show>
        <Show when={!isRunLive} fallback={<p class="note">{t("held_run_live")}</p>}>
          <HeldForm hearing={hearing} data={props.data} />
        </Show>
        <Show when={!isToBeClosed}>
          <Show when={hearing.minutes.isDue}>
            <MinutesForm hearing={hearing} data={props.data} />
          </Show>
          <Show when={hearing.mayLink && !hearing.recording?.isFile}>
            <RecordingForm hearing={hearing} data={props.data} />
          </Show>
        </Show>
      </Show>
    </>
  );
}

function Facts(props: Told) {
  const t = useT("consultation");
  const { say, lang } = useLocalized();
  const { people, minutes, recording } = props.hearing;
  return (
    <dl class="facts-desk">
      <dt>{t("held_people")}</dt>
      <dd>{people ?? <span class="soft">{t("held_people_none")}</span>}</dd>
      <dt>{t("held_minutes")}</dt>
      <dd>
        <For each={minutes.files} fallback={<span class="soft">{t("held_none")}</span>}>
          {({ title, waits }) => (
            <p>
              <span lang={lang(title)}>{say(title)}</span>{" "}
              <Show when={waits}>
                <span class="tag wait">{t("held_waits")}</span>
              </Show>
            </p>
          )}
        </For>
        <Returned word={minutes.handedOver?.returned} />
      </dd>
      <dt>{t("held_recording")}</dt>
      <dd>
        <Show when={recording} fallback={<span class="soft">{t("held_none")}</span>}>
          {(one) => (
            <p>
              <Show when={one().link} fallback={t("held_file")}>
                {(link) => <a href={link()}>{link()}</a>}
              </Show>{" "}
              <Show when={!one().isPublic}>
                <span class="tag wait">{t("held_waits")}</span>
              </Show>
            </p>
          )}
        </Show>
        <Returned word={recording?.handedOver?.returned} />
      </dd>
    </dl>
  );
}

function Returned(props: { word: { by: string; note: string } | null | undefined }) {
  const t = useT("editing");
  return (
    <Show when={props.word}>
      {(word) => <p class="note warn">{t("returned", { name: word().by, note: word().note })}</p>}
    </Show>
  );
}

/** By which the server knows which hearing is meant, and how it stood on this page. */
function Seen(props: Told) {
  return (
    <>
      <Once />
      <Hidden name="seen" value={props.data.seen} />
      <Hidden name="meeting" value={props.hearing.id} />
      <Hidden name="asSeen" value={props.hearing.asSeen} />
    </>
  );
}

/** What a form of one of several hearings is, and whether it was just sent. */
function useStep(step: ConsultationStep, { hearing, data }: Told) {
  const t = useT("consultation");
  const { page } = useWorkspace();
  const { say } = useLocalized();
  return {
    summary: t(`step.${step}`),
    hint: t(`hint.${step}`),
    isOpen: page.form?.name === step && page.form.values.meeting === hearing.id,
    form: {
      ...{ name: step, id: `${step}-${hearing.id}`, only: { meeting: hearing.id } },
      action: fillPath(consultationPaths.step, { id: data.draft.id, step })[page.locale],
      values: { ...hearing.values, form: data.once },
      label: `${t(`step.${step}`)}: ${say(hearing.name)}`,
    },
  };
}

function HeldForm(props: Told) {
  const t = useT("consultation");
  const { summary, hint, isOpen, form } = useStep("hearing_held", props);
  return (
    <details class="more" open={isOpen || props.hearing.isToBeClosed}>
      <summary>{props.hearing.isToBeClosed ? summary : t("held_count")}</summary>
      <Form {...form}>
        <Seen {...props} />
        <p class="hint">{hint}</p>
        <Show when={props.hearing.isToBeClosed}>
          <div class="field-row">
            <Show when={props.hearing.stage === "announced"}>
              <Field name="began" label={t("held_from")} type="time" required />
            </Show>
            <Field name="ended" label={t("held_until")} type="time" required />
          </div>
        </Show>
        <Field name="people" label={t("held_people")} hint={t("held_people_hint")} inputmode="numeric" maxlength={4} />
        <Buttons>
          <SubmitButton>{t("send.hearing_held")}</SubmitButton>
        </Buttons>
      </Form>
    </details>
  );
}

function MinutesForm(props: Told) {
  const t = useT("consultation");
  const desk = useT("desk");
  const { summary, hint, isOpen, form } = useStep("hearing_minutes", props);
  return (
    <details class="more" open={isOpen}>
      <summary>{summary}</summary>
      <Form {...form} files>
        <Seen {...props} />
        <Hidden name="waits" value={props.hearing.minutes.waits} />
        <p class="hint">{hint}</p>
        <AskedAbout asked={isOpen ? props.data.asked : null} />
        <FileField name="files" label={t("held_minutes_files")} hint={desk("files_hint")} />
        <Buttons>
          <SubmitButton>{t(props.hearing.isByTwo ? "send_held_over" : "send.hearing_minutes")}</SubmitButton>
        </Buttons>
      </Form>
    </details>
  );
}

function RecordingForm(props: Told) {
  const t = useT("consultation");
  const { summary, hint, isOpen, form } = useStep("hearing_recording", props);
  const isPublic = props.hearing.recording?.isPublic ?? false;
  return (
    <details class="more" open={isOpen}>
      <summary>{summary}</summary>
      <Form {...form}>
        <Seen {...props} />
        <Hidden name="lies" value={props.hearing.recording?.lies ?? ""} />
        <p class="hint">{hint}</p>
        <Field name="link" label={t("held_link")} hint={t("held_link_hint")} type="url" required />
        <Buttons>
          <SubmitButton>
            {t(props.hearing.isByTwo && !isPublic ? "send_held_over" : "send.hearing_recording")}
          </SubmitButton>
        </Buttons>
      </Form>
    </details>
  );
}
