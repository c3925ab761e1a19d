import { Show } from "solid-js";
import { deskPaths } from "../../../server/features/meetings/desk/desk-paths.shared.ts";
import type { ParticularsData } from "../../../server/features/meetings/desk/particulars.ts";
import { useT } from "../../lib/i18n.ts";
import { BothFields } from "../ui/both-fields.tsx";
import { Buttons, Form, Once, PreviewButton, Stood, SubmitButton } from "../ui/form.tsx";
import { Choices, Field, Select } from "../ui/form-fields.tsx";
import { Page } from "../ui/page.tsx";
import { useWorkspace } from "../workspace.tsx";
import { MeetingLine } from "./meeting-line.tsx";
import { ReasonFields } from "./reason-fields.tsx";

export default function ParticularsPage(props: { data: ParticularsData }) {
  const t = useT("desk");
  const { page } = useWorkspace();
  const { meeting, choices, values } = props.data;
  const others = choices.bodies.filter(({ value }) => value !== values.bodyId || !meeting);
  return (
    <Page title={t(meeting ? "particulars" : "new")}>
      <Show when={meeting}>{(known) => <MeetingLine meeting={known()} />}</Show>
      <Show when={!meeting && props.data.patterns.length > 0}>
        <section aria-labelledby="like-before">
          <h2 id="like-before">{t("like_title")}</h2>
          <p class="hint">{t("like_lead")}</p>
          <Form
            name="like"
            action={deskPaths.createLike[page.locale]}
            values={{ like: props.data.patterns[0]?.value, form: values.form }}
            label={t("like_title")}
          >
            <Once />
            <Select name="like" label={t("like")} choices={props.data.patterns} required />
            <div class="field-row">
              <Field name="day" label={t("day")} type="date" />
              <Field name="time" label={t("time")} type="time" />
            </div>
            <p class="hint">{t("like_day_hint")}</p>
            <Buttons>
              <SubmitButton>{t("like_make")}</SubmitButton>
              <a href={deskPaths.templates[page.locale]}>{t("templates")}</a>
            </Buttons>
          </Form>
        </section>
        <h2>{t("from_scratch")}</h2>
      </Show>
      <Form name="particulars" action={page.here[page.locale]} values={values}>
        <Stood />
        <Show when={!meeting}>
          <Once />
          <Select name="bodyId" label={t("body")} choices={choices.bodies} required />
        </Show>
        <Select name="kind" label={t("kind")} choices={choices.kinds} required />
        <div class="field-row">
          <Field name="day" label={t("day")} type="date" required />
          <Field name="time" label={t("time")} type="time" required />
          <Field name="endTime" label={t("end_time")} type="time" />
        </div>
        <BothFields name="place" label={t("place")} hint={t("place_hint")} maxlength={300} />
        <Field name="onlineUrl" label={t("online")} hint={t("online_hint")} type="url" />
        <Choices
          name="access"
          kind="radio"
          label={t("access")}
          required
          choices={[
            { value: "open", label: t("access_open"), hint: t("access_open_hint") },
            { value: "closed", label: t("access_closed"), hint: t("access_closed_hint") },
          ]}
        />
        <BothFields name="closedReason" label={t("closed_reason")} hint={t("closed_reason_hint")} rows={2} />
        <details class="more" open={Boolean(values["title.sq"] || (values.jointBodyIds ?? []).length || page.form)}>
          <summary>{t("more")}</summary>
          <BothFields name="title" label={t("own_title")} hint={t("own_title_hint")} maxlength={200} />
          <Show when={others.length > 0}>
            <Choices name="jointBodyIds" kind="checkbox" label={t("joint")} hint={t("joint_hint")} choices={others} />
          </Show>
        </details>
        <Show when={meeting}>{(known) => <ReasonFields meeting={known()} />}</Show>
        <Buttons>
          <SubmitButton>{t(meeting ? "save" : "create")}</SubmitButton>
          <Show when={meeting}>
            <PreviewButton>{t("preview")}</PreviewButton>
          </Show>
        </Buttons>
      </Form>
    </Page>
  );
}
