import { Show } from "solid-js";
import type { StreamData } from "../../../server/features/meetings/desk/stream-desk.ts";
import { useT } from "../../lib/i18n.ts";
import { Buttons, Form, Stood, SubmitButton } from "../ui/form.tsx";
import { Field } from "../ui/form-fields.tsx";
import { Page } from "../ui/page.tsx";
import { MeetingLine, useDeskPath } from "./meeting-line.tsx";

/** Where this one meeting is streamed. Left empty, it is streamed where those of its body are. */
export default function StreamPage(props: { data: StreamData }) {
  const t = useT("desk");
  const path = useDeskPath();
  const { meeting, usual, values, isClosed } = props.data;
  return (
    <Page title={t("stream")} lead={t("stream_lead")}>
      <MeetingLine meeting={meeting} />
      <Show when={isClosed}>
        <p class="note">{t("stream_closed")}</p>
      </Show>
      <Form name="stream" action={path("stream", { id: meeting.id })} values={values}>
        <Stood />
        <Field name="streamUrl" label={t("stream_own")} hint={t("stream_hint")} type="url" maxlength={500} />
        <Show when={usual} fallback={<p class="hint">{t("stream_without")}</p>}>
          {(known) => (
            <p class="hint">
              {t(known().isCouncils ? "stream_of_council" : "stream_of_body")}{" "}
              <span class="address">{known().url}</span>
            </p>
          )}
        </Show>
        <Buttons>
          <SubmitButton>{t("save")}</SubmitButton>
        </Buttons>
      </Form>
    </Page>
  );
}
