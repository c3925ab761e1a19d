import { For, type JSX, Show } from "solid-js";
import type { RecordingData } from "../../../server/features/recordings/recording-desk.ts";
import { useT } from "../../lib/i18n.ts";
import { usePage } from "../../lib/page-context.tsx";
import { formatSize } from "../../ui/format.ts";
import { HandOver } from "../editing/hand-over.tsx";
import { MeetingLine } from "../meetings/meeting-line.tsx";
import { Buttons, Form, Hidden, Stood, SubmitButton } from "../ui/form.tsx";
import { Field, FileField, Select } from "../ui/form-fields.tsx";
import { Page } from "../ui/page.tsx";
import { UploadBox } from "../ui/upload/upload-box.tsx";
import { useTelling, useWorkspace } from "../workspace.tsx";
import { ChapterForms } from "./chapter-forms.tsx";
import { TypedInVain } from "./typed-in-vain.tsx";
import { useRecordingPath } from "./use-recording-path.ts";

type Recording = NonNullable<RecordingData["recording"]>;
const tags = { draft: "none", published: "good", withdrawn: "off" } as const;

/** The recording of a meeting: where it is, its chapters, captions and picture, and whether the public has it. */
export default function RecordingPage(props: { data: RecordingData }) {
  const t = useT("recording");
  const { data } = props;
  const { meeting, recording, rights } = data;
  const { page } = useWorkspace();
  // The forms for a file and a link are there without a recording.
  const inVain = recording || ["link", "upload"].includes(page.form?.name ?? "") ? null : page.form;
  return (
    <Page
      title={t("title")}
      lead={t("lead")}
      done={{
        linked: t("done_linked"),
        uploaded: t("done_uploaded"),
        chapters: t("done_chapters"),
        chapter: t("done_chapter"),
        shifted: t("done_shifted"),
        from_log: t("done_from_log"),
        captions: t("done_captions"),
        captions_removed: t("done_captions_removed"),
        poster: t("done_poster"),
        poster_removed: t("done_poster_removed"),
        submitted: t("done_submitted"),
        published: t("done_published"),
        withdrawn: t("done_withdrawn"),
        removed: t("done_removed"),
      }}
    >
      <MeetingLine meeting={meeting} />
      <Show when={inVain}>{(form) => <TypedInVain form={form()} data={data} />}</Show>
      <Show when={data.isClosed}>
        <p class="note warn">{t("closed_meeting")}</p>
      </Show>
      <Show when={recording} fallback={<p class="soft">{t(data.isDue ? "none" : "not_due")}</p>}>
        {(known) => <Standing data={data} recording={known()} />}
      </Show>
      <Show when={data.isDue && rights.edit}>
        <div class="recording-desk">
          <Show when={recording} fallback={<Source data={data} />}>
            {(known) => (
              <>
                <ChapterForms data={data} recording={known()} />
                <Captions data={data} recording={known()} />
                <Poster data={data} recording={known()} />
                <Source data={data} />
                <Show when={known().state !== "published"}>
                  <Removal data={data} recording={known()} />
                </Show>
              </>
            )}
          </Show>
        </div>
      </Show>
    </Page>
  );
}

function Part(props: { id: string; title: string; place?: string; children: JSX.Element }) {
  return (
    <section id={props.place} aria-labelledby={props.id}>
      <h2 id={props.id}>{props.title}</h2>
      {props.children}
    </section>
  );
}

function Standing(props: { data: RecordingData; recording: Recording }) {
  const t = useT("recording");
  const { locale } = usePage();
  const { data, recording } = props;
  const path = useRecordingPath(data.meeting.id);
  const approval = data.handedOver!;
  const isDue = recording.state !== "published" && !data.isClosed;
  return (
    <>
      <dl class="facts-desk">
        <dt>{t("state")}</dt>
        <dd>
          <span class={`tag ${tags[recording.state]}`}>{t(`state.${recording.state}`)}</span>
        </dd>
        <dt>{t("lies")}</dt>
        <dd id="publication-lies">
          <Show when={recording.file} fallback={<a href={recording.link!}>{recording.link}</a>}>
            {(file) => (
              <>
                <a href={file().href}>{file().name}</a>, {formatSize(file().size, locale)}
              </>
            )}
          </Show>
        </dd>
        <dt>{t("length")}</dt>
        <dd id="publication-length">{recording.duration ?? t("length_unknown")}</dd>
        <Show when={recording.captions.length > 0}>
          <dt>{t("captions")}</dt>
          <dd>
            <For each={recording.captions}>
              {(language, at) => (
                <>
                  {at() > 0 && ", "}
                  <a href={path("captionsText", { language })}>{t(`language.${language}`)}</a>
                </>
              )}
            </For>
          </dd>
        </Show>
      </dl>
      <Show when={isDue}>
        <HandOver
          {...{ entity: "recording", id: recording.id, approval, rights: data.rights }}
          {...{ name: "recording-submission", action: path("submission"), places: "publication" }}
          byAnother={t("publication_by_another")}
        >
          <Stood shown={recording.shown} />
        </HandOver>
      </Show>
      <div class="buttons">
        <Show when={data.publicUrl}>
          {(url) => (
            <a class="button plain" href={url()[locale]}>
              {t("public_page")}
            </a>
          )}
        </Show>
        <Show when={data.rights.publish && isDue && approval.mayPublish}>
          <Form name="publication" class="one-button" action={path("publication")}>
            <Stood shown={recording.shown} />
            <SubmitButton>{t("publish")}</SubmitButton>
          </Form>
        </Show>
        <Show when={data.rights.publish && recording.state === "published"}>
          <Form name="withdrawal" class="one-button" action={path("withdrawal")} places="publication">
            <Stood shown={recording.shown} />
            <SubmitButton plain>{t("withdraw")}</SubmitButton>
          </Form>
        </Show>
      </div>
    </>
  );
}

function Source(props: { data: RecordingData }) {
  const t = useT("recording");
  const { data } = props;
  const { page } = useWorkspace();
  const refusedUpload = page.form?.name === "upload" ? page.form : null;
  useTelling(refusedUpload !== null);
  const path = useRecordingPath(data.meeting.id);
  const { recording } = data;
  const values = {
    link: recording ? recording.link : data.proposedLink,
    duration: recording && !recording.file ? recording.duration : null,
  };
  return (
    <Part id="source" title={t(recording ? "source_replace" : "source")}>
      <h3>{t("upload")}</h3>
      <Show when={refusedUpload}>
        {(refused) => (
          <div class="problem" role="alert" tabindex="-1" autofocus>
            <h2>{refused().title}</h2>
            <ul>
              <For each={refused().fields}>
                {({ message }) => (
                  <li>
                    <a href="#upload-files">{message}</a>
                  </li>
                )}
              </For>
            </ul>
          </div>
        )}
      </Show>
      <UploadBox
        action={path("upload")}
        purpose={{ as: "recording", meetingId: data.meeting.id, seen: recording?.source ?? "" }}
        values={{ seen: recording?.source ?? "" }}
        only={{
          ...{ accept: ".mp4,.webm", name: "file" },
          ...{ drop: t("upload_drop"), label: t("upload_choose"), hint: t("upload_hint") },
        }}
        onDone={() => location.assign(`${path("page")}?done=uploaded`)}
      />
      <h3>{t("link")}</h3>
      <Form name="link" action={path("link")} values={values} label={t("link")}>
        <Stood shown={recording ? values : { link: null, duration: null }} />
        <Hidden name="seen" value={recording?.source ?? ""} />
        <Field name="link" label={t("link_address")} hint={t("link_hint")} type="url" maxlength={500} required />
        <Field name="duration" label={t("link_length")} hint={t("link_length_hint")} maxlength={10} />
        <Buttons>
          <SubmitButton plain={Boolean(recording)}>{t("link_save")}</SubmitButton>
        </Buttons>
      </Form>
    </Part>
  );
}

function Captions(props: { data: RecordingData; recording: Recording }) {
  const t = useT("recording");
  const path = useRecordingPath(props.data.meeting.id);
  const { captions, shown } = props.recording;
  return (
    <Part id="captions-title" place="publication-captions" title={t("captions")}>
      <p class="hint">{t("captions_text")}</p>
      <div class="buttons">
        <For each={captions}>
          {(language) => (
            <Form
              name="captions-removal"
              id={`captions-${language}`}
              only={{ language }}
              class="one-button"
              action={path("captionsRemoval")}
              label={t("captions_remove", { language: t(`language.${language}`) })}
            >
              <Stood shown={{ captionsSq: shown.captionsSq, captionsEn: shown.captionsEn }} />
              <Hidden name="language" value={language} />
              <SubmitButton plain>{t("captions_remove", { language: t(`language.${language}`) })}</SubmitButton>
            </Form>
          )}
        </For>
      </div>
      <Form name="captions" action={path("captions")} values={{ language: "sq" }} label={t("captions")} files>
        <Stood shown={{ captionsSq: shown.captionsSq, captionsEn: shown.captionsEn }} />
        <FileField name="file" label={t("captions_file")} hint={t("captions_hint")} accept=".vtt,text/vtt" required />
        <Select
          name="language"
          label={t("captions_language")}
          choices={(["sq", "en"] as const).map((value) => ({ value, label: t(`language.${value}`) }))}
          required
        />
        <Buttons>
          <SubmitButton plain>{t("captions_save")}</SubmitButton>
        </Buttons>
      </Form>
    </Part>
  );
}

function Poster(props: { data: RecordingData; recording: Recording }) {
  const t = useT("recording");
  const path = useRecordingPath(props.data.meeting.id);
  return (
    <Part id="poster-title" place="publication-poster" title={t("poster")}>
      <p class="hint">{t("poster_text")}</p>
      <Show when={props.recording.poster}>
        {(poster) => (
          <>
            <img
              id="poster-removal-poster"
              class="recording-poster"
              src={poster().src}
              width={poster().width}
              height={poster().height}
              alt={t("poster_alt")}
              loading="lazy"
            />
            <Form name="poster-removal" class="one-button" action={path("posterRemoval")} label={t("poster_remove")}>
              <Stood shown={{ poster: props.recording.shown.poster }} />
              <SubmitButton plain>{t("poster_remove")}</SubmitButton>
            </Form>
          </>
        )}
      </Show>
      <Form name="poster" action={path("poster")} label={t("poster")} files>
        <Stood shown={{ poster: props.recording.shown.poster }} />
        <FileField
          name="file"
          label={t("poster_file")}
          hint={t("poster_hint")}
          accept=".jpg,.jpeg,.png,.webp,.avif"
          required
        />
        <Buttons>
          <SubmitButton plain>{t("poster_save")}</SubmitButton>
        </Buttons>
      </Form>
    </Part>
  );
}

function Removal(props: { data: RecordingData; recording: Recording }) {
  const t = useT("recording");
  const path = useRecordingPath(props.data.meeting.id);
  return (
    <Part id="removal-title" title={t("remove")}>
      <Form name="removal" action={path("removal")} label={t("remove")} places="publication">
        <Stood shown={props.recording.shown} />
        <p class="hint">{t("remove_text")}</p>
        <Buttons>
          <SubmitButton danger>{t("remove")}</SubmitButton>
        </Buttons>
      </Form>
    </Part>
  );
}
