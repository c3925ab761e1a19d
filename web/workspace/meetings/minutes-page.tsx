import { Show } from "solid-js";
import type { MinutesData } from "../../../server/features/meetings/desk/minutes-desk.ts";
import { useT } from "../../lib/i18n.ts";
import { Buttons, Form, SubmitButton } from "../ui/form.tsx";
import { Page } from "../ui/page.tsx";
import { AskedAbout } from "./asked-about.tsx";
import { MeetingLine, useDeskPath } from "./meeting-line.tsx";
import { FileField } from "./paper-forms.tsx";
import { PaperList } from "./paper-list.tsx";

/** The minutes are attached and published in one step. */
export default function MinutesPage(props: { data: MinutesData }) {
  const t = useT("desk");
  const path = useDeskPath();
  const { meeting, papers, isDue } = props.data;
  return (
    <Page title={t("minutes")} lead={t("minutes_lead")}>
      <MeetingLine meeting={meeting} />
      <PaperList papers={papers} />
      <Show when={isDue} fallback={<p class="note">{t("minutes_not_due")}</p>}>
        <Form name="minutes" action={path("minutesUpload", { id: meeting.id })} files>
          <AskedAbout asked={props.data.asked} />
          <FileField name="files" label={t("files")} hint={t("files_hint")} />
          <Buttons>
            <SubmitButton>{t("minutes_send")}</SubmitButton>
          </Buttons>
        </Form>
      </Show>
    </Page>
  );
}
