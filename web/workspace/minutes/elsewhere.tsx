import { Show } from "solid-js";
import { minutesPaths } from "../../../server/features/minutes/minutes.paths.shared.ts";
import type { MinutesData } from "../../../server/features/minutes/minutes-view.ts";
import { fillPath } from "../../../server/workspace/home.shared.ts";
import { useT } from "../../lib/i18n.ts";
import { usePage } from "../../lib/page-context.tsx";
import { HandOver } from "../editing/hand-over.tsx";
import { AskedAbout } from "../meetings/asked-about.tsx";
import { FileField } from "../meetings/paper-forms.tsx";
import { PaperList } from "../meetings/paper-list.tsx";
import { Buttons, Form, Hidden, SubmitButton } from "../ui/form.tsx";
import { TextArea } from "../ui/form-fields.tsx";
import { useWorkspace } from "../workspace.tsx";

const usePathTo = (data: MinutesData) => {
  const { locale } = usePage();
  return (path: keyof typeof minutesPaths) => fillPath(minutesPaths[path], { id: data.meeting.id })[locale];
};

/** Minutes that were written elsewhere: published as a file, or handed over and let in by somebody else. */
export function Elsewhere(props: { data: MinutesData }) {
  const t = useT("minutes");
  const { page } = useWorkspace();
  const { data } = props;
  const isAlone = data.rights.publish && !data.isUploadByTwo;
  return (
    <Show when={data.isDue && data.rights.edit}>
      <Show when={data.file}>{(file) => <Waiting data={data} file={file()} />}</Show>
      <details class="more minutes-elsewhere" open={page.form?.name === (isAlone ? "minutes" : "minutes-file")}>
        <summary>{t(data.file ? "file_replace" : "upload")}</summary>
        <Show when={isAlone} fallback={<Submission data={data} />}>
          <Alone data={data} />
        </Show>
      </details>
    </Show>
  );
}

function Alone(props: { data: MinutesData }) {
  const t = useT("minutes");
  const desk = useT("desk");
  const path = usePathTo(props.data);
  return (
    <>
      <p class="hint">{t("upload_hint")}</p>
      <Form name="minutes" action={path("upload")} files>
        <AskedAbout asked={props.data.asked} />
        <FileField name="files" label={desk("files")} hint={desk("files_hint")} />
        <Buttons>
          <SubmitButton plain>{desk("minutes_send")}</SubmitButton>
        </Buttons>
      </Form>
    </>
  );
}

function Submission(props: { data: MinutesData }) {
  const t = useT("minutes");
  const desk = useT("desk");
  const edit = useT("editing");
  const path = usePathTo(props.data);
  return (
    <>
      <p class="hint">{t("file_hint")}</p>
      <Form name="minutes-file" action={path("fileSubmission")} label={edit("submit")} files>
        <Hidden name="seen" value={props.data.file?.mark ?? ""} />
        <FileField name="files" label={desk("files")} hint={desk("files_hint")} />
        <TextArea name="note" label={edit("submit_note")} rows={2} maxlength={1_000} />
        <Buttons>
          <SubmitButton plain>{edit("submit")}</SubmitButton>
        </Buttons>
      </Form>
    </>
  );
}

/** Files that become the minutes once somebody else has let them in. */
function Waiting(props: { data: MinutesData; file: NonNullable<MinutesData["file"]> }) {
  const t = useT("minutes");
  const desk = useT("desk");
  const { data, file } = props;
  const path = usePathTo(data);
  return (
    <section class="next-step" aria-labelledby="waiting-file">
      <h2 id="waiting-file">{t("file_waits")}</h2>
      <PaperList papers={file.papers} />
      <HandOver
        {...{ entity: "minutes_file", id: data.meeting.id, approval: file.approval, rights: data.rights }}
        {...{ name: "minutes-file-again", action: path("fileSubmission"), byAnother: t("publication_by_another") }}
      >
        <Hidden name="seen" value={file.mark} />
      </HandOver>
      <Show when={data.rights.publish && file.approval.mayPublish}>
        <Form name="minutes-file-publication" action={path("filePublication")} label={desk("minutes_send")}>
          <Hidden name="seen" value={file.mark} />
          <AskedAbout asked={data.asked} />
          <Buttons>
            <SubmitButton>{desk("minutes_send")}</SubmitButton>
          </Buttons>
        </Form>
      </Show>
      <div class="buttons">
        <Form name="minutes-file-removal" class="one-button" action={path("fileRemoval")} label={t("file_remove")}>
          <Hidden name="seen" value={file.mark} />
          <SubmitButton plain>{t("file_remove")}</SubmitButton>
        </Form>
      </div>
    </section>
  );
}
