import { Show } from "solid-js";
import type { CallingOffData } from "../../../server/features/meetings/desk/calling-off.ts";
import { useT } from "../../lib/i18n.ts";
import { BothFields } from "../ui/both-fields.tsx";
import { Buttons, Field, Form, Stood, SubmitButton } from "../ui/form.tsx";
import { Page } from "../ui/page.tsx";
import { useWorkspace } from "../workspace.tsx";
import { MeetingLine } from "./meeting-line.tsx";

/** The meeting is postponed or cancelled, with the reason that its readers see. */
export default function CallingOffPage(props: { data: CallingOffData }) {
  const t = useT("desk");
  const { page } = useWorkspace();
  const { what, meeting, standing, values } = props.data;
  const isPostponed = what === "postponement";
  return (
    <Page title={t(isPostponed ? "postpone" : "cancel")} lead={t(isPostponed ? "postpone_lead" : "cancel_lead")}>
      <MeetingLine meeting={meeting} />
      <Form name="calling-off" action={page.here[page.locale]} values={values}>
        <Show when={isPostponed}>
          <Stood shown={standing} />
        </Show>
        <BothFields name="reason" label={t("why")} hint={t("why_hint")} rows={3} maxlength={1000} required />
        <Show when={isPostponed}>
          <div class="field-row">
            <Field name="day" label={t("new_day")} type="date" />
            <Field name="time" label={t("time")} type="time" />
          </div>
          <p class="hint">{t("new_day_hint")}</p>
          <BothFields name="place" label={t("place")} maxlength={300} />
        </Show>
        <Buttons>
          <SubmitButton danger>{t(isPostponed ? "postpone_send" : "cancel_send")}</SubmitButton>
        </Buttons>
      </Form>
    </Page>
  );
}
