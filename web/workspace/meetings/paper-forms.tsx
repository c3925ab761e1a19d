import { Show } from "solid-js";
import type { MeetingHead } from "../../../server/features/meetings/desk/desk-meeting.ts";
import type { PapersAsked } from "../../../server/features/meetings/desk/papers-persons.ts";
import type { PaperShown } from "../../../server/features/meetings/desk/papers-view.ts";
import { useT } from "../../lib/i18n.ts";
import { Buttons, Form, Once, SubmitButton } from "../ui/form.tsx";
import { useField } from "../ui/form-context.ts";
import { type Choice, Choices, describedBy, FieldFrame, Select } from "../ui/form-fields.tsx";
import { AskedAbout } from "./asked-about.tsx";
import { useDeskPath } from "./meeting-line.tsx";
import { PaperList } from "./paper-list.tsx";
import { ReasonFields } from "./reason-fields.tsx";

interface PaperFormsProps {
  meeting: MeetingHead;
  papers: readonly PaperShown[];
  /** Documents that nothing carries yet. */
  free: readonly Choice[];
  roles: readonly Choice[];
  /** Where papers that are there are attached or taken away, and where files are sent. */
  action: string;
  uploadAction: string;
  /** By which the form for new files is known. */
  once: string;
  /** What was found about persons in papers that came with one of the forms. */
  asked: PapersAsked | null;
  /** Others are laid beside the meeting and let in by a second person. */
  isByTwo: boolean;
}

/** The papers of a meeting or of an item: what is there, files to send, documents to choose. */
export function PaperForms(props: PaperFormsProps) {
  const t = useT("desk");
  return (
    <>
      <section aria-labelledby="papers">
        <h2 id="papers">{t("papers")}</h2>
        <Show when={props.papers.length > 0} fallback={<p class="soft">{t("papers_none")}</p>}>
          <Form name="taking" action={props.action} label={t("papers")}>
            <PaperList papers={props.papers} take />
            <ReasonFields meeting={props.meeting} />
          </Form>
        </Show>
      </section>
      <Show when={!props.isByTwo} fallback={<ByTwo meeting={props.meeting} />}>
        <Adding {...props} />
      </Show>
    </>
  );
}

/** Where files are sent that a second person lets in. */
export function ByTwo(props: { meeting: Pick<MeetingHead, "id"> }) {
  const t = useT("desk");
  const path = useDeskPath();
  return (
    <p class="note">
      {t("papers_by_two")} <a href={path("waiting", { id: props.meeting.id })}>{t("waiting_papers")}</a>
    </p>
  );
}

function Adding(props: PaperFormsProps) {
  const t = useT("desk");
  return (
    <>
      <section aria-labelledby="sending">
        <h2 id="sending">{t("send_files")}</h2>
        <Form
          name="upload"
          action={props.uploadAction}
          values={{ role: props.roles[0]?.value, form: props.once }}
          files
        >
          <Once />
          <AskedAbout asked={props.asked} />
          <FileField name="files" label={t("files")} hint={t("files_hint")} />
          <Select name="role" label={t("role")} choices={props.roles} required />
          <Show when={props.meeting.isAnnounced}>
            <p class="hint">{t("late_hint")}</p>
          </Show>
          <Buttons>
            <SubmitButton>{t("send")}</SubmitButton>
          </Buttons>
        </Form>
      </section>
      <Show when={props.free.length > 0}>
        <section aria-labelledby="choosing">
          <h2 id="choosing">{t("choose_papers")}</h2>
          <Form name="attaching" action={props.action} values={{ role: props.roles[0]?.value }}>
            <AskedAbout asked={props.asked && { ...props.asked, held: [] }} />
            <Choices name="documentIds" kind="checkbox" label={t("free_papers")} choices={props.free} required />
            <Select name="role" label={t("role")} choices={props.roles} required />
            <Buttons>
              <SubmitButton plain>{t("attach")}</SubmitButton>
            </Buttons>
          </Form>
        </section>
      </Show>
    </>
  );
}

/** Files from the person's own device, several at once. */
export function FileField(props: { name: string; label: string; hint: string }) {
  const field = useField(props.name);
  return (
    <FieldFrame name={props.name} label={props.label} hint={props.hint} required>
      <input
        id={field.id}
        name={props.name}
        type="file"
        multiple
        aria-invalid={field.error ? "true" : undefined}
        aria-describedby={describedBy(field, props.hint)}
      />
    </FieldFrame>
  );
}
