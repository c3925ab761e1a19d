import { For, Show } from "solid-js";
import type { WaitingData } from "../../../server/features/meetings/desk/waiting-desk.ts";
import { useT } from "../../lib/i18n.ts";
import { HandOver } from "../editing/hand-over.tsx";
import { BothFields } from "../ui/both-fields.tsx";
import { Buttons, Form, Hidden, SubmitButton } from "../ui/form.tsx";
import { Select, TextArea } from "../ui/form-fields.tsx";
import { Page } from "../ui/page.tsx";
import { AskedAbout } from "./asked-about.tsx";
import { MeetingLine, useDeskPath } from "./meeting-line.tsx";
import { FileField } from "./paper-forms.tsx";
import { PaperList } from "./paper-list.tsx";

/** Papers of a meeting that is over: laid aside by one, let in by another. */
export default function WaitingPage(props: { data: WaitingData }) {
  const t = useT("desk");
  const { data } = props;
  return (
    <Page
      title={t("waiting_papers")}
      lead={t("waiting_lead")}
      done={{ laid: t("done_laid"), taken: t("done_laid_out") }}
    >
      <MeetingLine meeting={data.meeting} />
      <section aria-labelledby="waiting">
        <h2 id="waiting">{t("waiting_now")}</h2>
        <Show when={data.approval} fallback={<p class="soft">{t("waiting_none")}</p>}>
          {(approval) => <Waiting data={data} approval={approval()} />}
        </Show>
      </section>
      <Show when={data.rights.edit && data.isByTwo}>
        <Laying data={data} />
      </Show>
    </Page>
  );
}

function Waiting(props: { data: WaitingData; approval: NonNullable<WaitingData["approval"]> }) {
  const t = useT("desk");
  const path = useDeskPath();
  const { data, approval } = props;
  const parts = { id: data.meeting.id };
  return (
    <>
      <For each={data.groups}>
        {({ label, papers }) => (
          <>
            <h3>{label}</h3>
            <PaperList papers={papers} />
          </>
        )}
      </For>
      <HandOver
        {...{ entity: "meeting_papers", id: data.meeting.id, approval, rights: data.rights }}
        {...{ name: "laying-again", action: path("waiting", parts), byAnother: t("waiting_by_another") }}
      >
        <Hidden name="seen" value={data.mark} />
        <Hidden name="role" value="other" />
      </HandOver>
      <Show when={data.rights.publish && approval.mayPublish}>
        <Form name="letting-in" action={path("waitingIn", parts)} label={t("waiting_let_in")}>
          <Hidden name="seen" value={data.mark} />
          <AskedAbout asked={data.asked} />
          <BothFields name="reason" label={t("reason")} hint={t("reason_hint")} rows={2} maxlength={1000} />
          <Buttons>
            <SubmitButton>{t("waiting_let_in")}</SubmitButton>
          </Buttons>
        </Form>
      </Show>
      <Show when={data.rights.edit}>
        <div class="buttons">
          <Form name="laying-out" class="one-button" action={path("waitingOut", parts)} label={t("waiting_take")}>
            <Hidden name="seen" value={data.mark} />
            <SubmitButton plain>{t("waiting_take")}</SubmitButton>
          </Form>
        </div>
      </Show>
    </>
  );
}

function Laying(props: { data: WaitingData }) {
  const t = useT("desk");
  const edit = useT("editing");
  const path = useDeskPath();
  const { data } = props;
  return (
    <section aria-labelledby="laying-title">
      <h2 id="laying-title">{t("send_files")}</h2>
      <Form
        name="laying"
        action={path("waiting", { id: data.meeting.id })}
        label={t("send_files")}
        values={{ role: "other", of: "" }}
        files
      >
        <Hidden name="seen" value={data.mark} />
        <FileField name="files" label={t("files")} hint={t("files_hint")} />
        <Select name="of" label={t("waiting_of")} choices={data.items} empty={t("waiting_of_meeting")} />
        <Select name="role" label={t("role")} choices={data.roles} required />
        <TextArea name="note" label={edit("submit_note")} rows={2} maxlength={1_000} />
        <Buttons>
          <SubmitButton>{edit("submit")}</SubmitButton>
        </Buttons>
      </Form>
    </section>
  );
}
