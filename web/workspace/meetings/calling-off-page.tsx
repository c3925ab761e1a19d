import { Show } from "solid-js";
import type { CallingOffData } from "../../../server/features/meetings/desk/calling-off.ts";
import { useT } from "../../lib/i18n.ts";
import { BothFields } from "../ui/both-fields.tsx";
import { Buttons, Form, Stood, SubmitButton } from "../ui/form.tsx";
import { Field } from "../ui/form-fields.tsx";
import { Page } from "../ui/page.tsx";
import { useWorkspace } from "../workspace.tsx";
import { MeetingLine } from "./meeting-line.tsx";

const words = {
  postponing: { title: "postpone", lead: "postpone_lead", hint: "new_day_hint", send: "postpone_send" },
  giving_a_day: { title: "give_day", lead: "give_day_lead", hint: "give_day_hint", send: "give_day_send" },
  cancelling: { title: "cancel", lead: "cancel_lead", hint: "new_day_hint", send: "cancel_send" },
} as const;

/** The meeting is postponed or cancelled, or given the day that was not known, with the reason that its readers see. */
export default function CallingOffPage(props: { data: CallingOffData }) {
  const t = useT("desk");
  const { page } = useWorkspace();
  const { what, isPostponed, meeting, standing, values } = props.data;
  const isCancelled = what === "cancellation";
  const { title, lead, hint, send } = words[isCancelled ? "cancelling" : isPostponed ? "giving_a_day" : "postponing"];
  return (
    <Page title={t(title)} lead={t(lead)}>
      <MeetingLine meeting={meeting} />
      <Form name="calling-off" action={page.here[page.locale]} values={values}>
        <Stood shown={standing} />
        <BothFields name="reason" label={t("why")} hint={t("why_hint")} rows={3} maxlength={1000} required />
        <Show when={!isCancelled}>
          <div class="field-row">
            <Field name="day" label={t("new_day")} type="date" />
            <Field name="time" label={t("time")} type="time" />
          </div>
          <p class="hint">{t(hint)}</p>
          <BothFields name="place" label={t("place")} maxlength={300} />
        </Show>
        <Buttons>
          <SubmitButton danger={isCancelled || !isPostponed}>{t(send)}</SubmitButton>
        </Buttons>
      </Form>
    </Page>
  );
}
