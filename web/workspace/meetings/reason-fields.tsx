import { Show } from "solid-js";
import type { MeetingHead } from "../../../server/features/meetings/desk/desk-meeting.ts";
import { useT } from "../../lib/i18n.ts";
import { BothFields } from "../ui/both-fields.tsx";

/** After the notice every change says why: its readers see the reason beside what changed. */
export function ReasonFields(props: { meeting: Pick<MeetingHead, "isAnnounced"> }) {
  const t = useT("desk");
  return (
    <Show when={props.meeting.isAnnounced}>
      <BothFields name="reason" label={t("reason")} hint={t("reason_hint")} rows={2} maxlength={1000} required />
    </Show>
  );
}
