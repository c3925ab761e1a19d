import type { HandOverData } from "../../../server/features/operators/visits.workspace.ts";
import { useT } from "../../lib/i18n.ts";
import { formatTime } from "../../ui/format.ts";
import { Buttons, Form, SubmitButton } from "../ui/form.tsx";
import { Page } from "../ui/page.tsx";
import { useWorkspace } from "../workspace.tsx";

/** At the council's own host: who is about to enter, and why, before anything is used up. */
export default function HandOverPage(props: { data: HandOverData }) {
  const t = useT("operator");
  const { page } = useWorkspace();
  return (
    <Page title={t("hand_over")} lead={t("hand_over_lead", { name: props.data.name })}>
      <blockquote class="reason">{props.data.reason}</blockquote>
      <p>{t("hand_over_until", { time: formatTime(props.data.until) })}</p>
      <Form name="hand-over" action={page.here[page.locale]}>
        <Buttons>
          <SubmitButton>{t("hand_over_send")}</SubmitButton>
        </Buttons>
      </Form>
    </Page>
  );
}
