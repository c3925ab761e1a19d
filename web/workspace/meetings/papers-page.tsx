import type { PapersData } from "../../../server/features/meetings/desk/papers-desk.ts";
import { useT } from "../../lib/i18n.ts";
import { Page } from "../ui/page.tsx";
import { MeetingLine, useDeskPath } from "./meeting-line.tsx";
import { PaperForms } from "./paper-forms.tsx";

export default function PapersPage(props: { data: PapersData }) {
  const t = useT("desk");
  const path = useDeskPath();
  const parts = { id: props.data.meeting.id };
  return (
    <Page title={t("meeting_papers")} done={{ papers: t("done_papers") }}>
      <MeetingLine meeting={props.data.meeting} />
      <PaperForms {...props.data} action={path("papers", parts)} uploadAction={path("upload", parts)} />
    </Page>
  );
}
